/**
 * The workbench: a window over the same library that the command line uses. Each feature is a package of its own, a
 * view of nodes and a model without any; {@link io.spotcheck.desktop.Workbench} alone makes them and hands them to one
 * another. Nothing here waits on the JavaFX thread.
 */
@NullMarked
package io.spotcheck.desktop;

import org.jspecify.annotations.NullMarked;
