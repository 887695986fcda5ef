/** The cache pane: what the answers' cache holds, how long it still lives, and the ways to open and drop it. */
@NullMarked
package io.spotcheck.desktop.cache;

import org.jspecify.annotations.NullMarked;
