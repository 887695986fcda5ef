/**
 * How the window looks: light and dark, over AtlantaFX's Primer. Colours are looked up by meaning ({@code -spot-ok},
 * {@code -spot-muted}), so that no view names a colour; {@code spotcheck.css} lists the style classes that views use.
 */
@NullMarked
package io.spotcheck.desktop.theme;

import org.jspecify.annotations.NullMarked;
