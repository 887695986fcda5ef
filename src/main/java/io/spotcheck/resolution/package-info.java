/**
 * The ground floor: the immutable record of what a resolution did. Every face, report and
 * assertion reads a {@link io.spotcheck.resolution.Resolution} and derives nothing a second time.
 *
 * <p>Nodes are written while the work happens through a {@link io.spotcheck.resolution.ResolutionRecorder}, which
 * tells a listener of each step, so that a window can paint hops as they arrive.
 */
@NullMarked
package io.spotcheck.resolution;

import org.jspecify.annotations.NullMarked;
