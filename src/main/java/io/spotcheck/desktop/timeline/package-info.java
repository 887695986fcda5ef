/**
 * The breaks of a schedule on the time of their content, above the tree: where each is, what it came to, which are due.
 * Hidden when there are none.
 */
@NullMarked
package io.spotcheck.desktop.timeline;

import org.jspecify.annotations.NullMarked;
