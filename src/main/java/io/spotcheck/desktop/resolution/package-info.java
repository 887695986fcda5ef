/**
 * The resolution as a tree with a waterfall: what was asked, what came back, how long it took. It grows while hops
 * arrive, and moves the tab's one selection.
 */
@NullMarked
package io.spotcheck.desktop.resolution;

import org.jspecify.annotations.NullMarked;
