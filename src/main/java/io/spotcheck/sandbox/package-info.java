/**
 * A local ad server on the loopback address: it serves the sample tags and creatives of {@code assets}, misbehaves on
 * request (slow, looping, redirecting, oversized, failing) and records every beacon it receives.
 *
 * <p>What there is to serve is data, {@code assets/tags/index.yaml}; code knows only the few rules behind it. A request
 * becomes a {@link io.spotcheck.sandbox.Request}, the {@link io.spotcheck.sandbox.RouteTable} finds its
 * {@link io.spotcheck.sandbox.Route}, the route gives a {@link io.spotcheck.sandbox.Reply}, and
 * {@link io.spotcheck.sandbox.HttpFront} alone writes replies to the wire. A new endpoint is one more route. The
 * package has a small HTTP server of its own, because the JDK's refuses URLs that players send and ad servers take; it
 * imports no other package of Spotcheck, so that what is tested and what tests it share no code.
 */
@NullMarked
package io.spotcheck.sandbox;

import org.jspecify.annotations.NullMarked;
