/** The history pane: what a tab resolved before, to be looked at again. */
@NullMarked
package io.spotcheck.desktop.history;

import org.jspecify.annotations.NullMarked;
