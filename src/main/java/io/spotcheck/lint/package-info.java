/**
 * The ground of every lint: a {@link io.spotcheck.lint.Rule} says what is looked for and why, a
 * {@link io.spotcheck.lint.RuleBook} holds the rules of a protocol, and
 * {@link io.spotcheck.lint.LintSettings} says how seriously a team takes them. What a lint finds are
 * {@link io.spotcheck.resolution.Finding findings}, as everywhere else.
 *
 * <p>Nothing here reads a file or knows a protocol. The rules of a protocol and their data are in
 * its package {@code lint}, such as {@code io.spotcheck.protocol.vast.lint}.
 */
@NullMarked
package io.spotcheck.lint;

import org.jspecify.annotations.NullMarked;
