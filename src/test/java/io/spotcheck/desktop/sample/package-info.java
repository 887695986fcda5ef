/** A tab's session for tests of its panes: a resolution written by hand, and beacons that are only written down. */
@NullMarked
package io.spotcheck.desktop.sample;

import org.jspecify.annotations.NullMarked;
