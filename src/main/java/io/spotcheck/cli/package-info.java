/**
 * The command line: one class per command, options that several commands share as mixins, and what a person reads on
 * a terminal. It knows no window; {@link io.spotcheck.cli.SpotcheckCommand} is its one entry.
 *
 * <p>Text for people goes to stdout with progress on stderr; a JSON document stands alone on stdout. Every sentence
 * is in {@code messages.properties}, where picocli finds the texts of {@code --help} too.
 */
@NullMarked
package io.spotcheck.cli;

import org.jspecify.annotations.NullMarked;
