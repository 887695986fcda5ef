/**
 * What the catalogue of VAST knows of the place where the caret is: what the element and its attributes are for, and
 * what may be written there. Nothing here knows a node of the window.
 */
@NullMarked
package io.spotcheck.desktop.source.assist;

import org.jspecify.annotations.NullMarked;
