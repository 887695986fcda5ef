/**
 * Judges documents of ad serving that stand alone, whatever protocol they are of: what
 * {@link io.spotcheck.validation.DocumentType} a document is, is seen from its content, and the lint of that protocol
 * says what is wrong with it. {@link io.spotcheck.validation.LintSettingsFile} reads how seriously a team takes which
 * rule.
 *
 * <p>A package of its own above the protocols and the workspace, because it knows all of them and none of them knows
 * another; the command line and the window both stand on it.
 */
@NullMarked
package io.spotcheck.validation;

import org.jspecify.annotations.NullMarked;
