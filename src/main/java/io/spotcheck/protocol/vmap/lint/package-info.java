/**
 * Says what is wrong with a schedule, where, and by which section. {@link io.spotcheck.protocol.vmap.lint.VmapLinter}
 * walks once over the elements: which elements and attributes there are stands in {@code elements.yaml}, what each rule
 * is called and why it matters in {@code rules.yaml}, both beside the classes of {@code io.spotcheck.protocol.vmap}.
 * VAST that the schedule carries is judged by the rules of VAST, at its places in the schedule.
 *
 * <p>Errors are what the text of VMAP 1.0.1 forbids, or its schema where the text is silent. Where both differ, the
 * text decides: it knows no order of elements, any template type, and extensions of the whole.
 */
@NullMarked
package io.spotcheck.protocol.vmap.lint;

import org.jspecify.annotations.NullMarked;
