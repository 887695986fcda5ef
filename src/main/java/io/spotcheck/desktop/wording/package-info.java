/**
 * How the window puts things: its sentences by key, URLs shortened in the middle, amounts with units, and the shape
 * and word that go with every status, so that no pane says the same thing otherwise than another.
 */
@NullMarked
package io.spotcheck.desktop.wording;

import org.jspecify.annotations.NullMarked;
