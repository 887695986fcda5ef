/**
 * What the panes of one tab share: the resolution as it grows, what is selected, and the beacons. Observable models
 * without nodes; every property changes on the JavaFX thread only.
 */
@NullMarked
package io.spotcheck.desktop.session;

import org.jspecify.annotations.NullMarked;
