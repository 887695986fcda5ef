/**
 * The program's entry point. This package alone knows both faces, the window and the command line, and chooses
 * between them.
 */
@NullMarked
package io.spotcheck;

import org.jspecify.annotations.NullMarked;
