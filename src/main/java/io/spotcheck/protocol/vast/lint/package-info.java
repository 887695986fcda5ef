/**
 * Says what is wrong with a VAST document, where, and by which section.
 * {@link io.spotcheck.protocol.vast.lint.VastLinter} walks once over the elements. Structure, cardinality, attributes
 * and values are judged by the catalogue of VAST; what the catalogue cannot say is a
 * {@link io.spotcheck.protocol.vast.lint.Check}, a small function for the elements of one name. What each rule is
 * called, how much it matters and why stands in {@code rules.yaml}, and for the rules that follow from the catalogue in
 * {@link io.spotcheck.protocol.vast.lint.CatalogueRules}.
 *
 * <p>Errors are what the specification forbids for the version that the document declares. What only trips players or
 * looks careless is a warning or an info, even where the schemas are stricter: they ask for an order of elements that
 * the text does not know.
 */
@NullMarked
package io.spotcheck.protocol.vast.lint;

import org.jspecify.annotations.NullMarked;
