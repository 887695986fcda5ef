/**
 * Performs one exchange over one wire: HTTP, memory or file. A transport never follows redirects, never
 * retries and never throws for what the network did; it returns the exchange, with its failure if it failed.
 *
 * <p>A URL goes out byte for byte wherever OkHttp's {@code HttpUrl} lets it. What that encodes is mostly what no URL
 * may hold; there is no way around it but its internals. So the exchange keeps both: the URL as it was written and the
 * one that went out. Brotli is read by a small library without native code; Zstandard would bring native code along, is
 * never asked for, and is named when a server sends it all the same.
 */
@NullMarked
package io.spotcheck.transport;

import org.jspecify.annotations.NullMarked;
