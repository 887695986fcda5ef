/**
 * The library's front door: {@link io.spotcheck.orchestrator.Orchestrator}, its configuration and its
 * events. The same {@code fetchAd} call serves every protocol.
 */
@NullMarked
package io.spotcheck.orchestrator;

import org.jspecify.annotations.NullMarked;
