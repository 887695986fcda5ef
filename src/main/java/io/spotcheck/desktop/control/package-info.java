/**
 * Small nodes that several panes share: a mark with its word, a shortened URL, an empty state, the columns of a table.
 */
@NullMarked
package io.spotcheck.desktop.control;

import org.jspecify.annotations.NullMarked;
