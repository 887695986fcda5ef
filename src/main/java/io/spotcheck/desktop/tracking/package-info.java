/** The tracking log: what the ad declares, what of it was recorded or sent, and what came back. */
@NullMarked
package io.spotcheck.desktop.tracking;

import org.jspecify.annotations.NullMarked;
