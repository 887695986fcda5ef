/**
 * Performs one exchange over one wire: HTTP, memory or file. A transport never follows redirects, never
 * retries and never throws for what the network did; it returns the exchange, with its failure if it failed.
 */
@NullMarked
package io.spotcheck.transport;

import org.jspecify.annotations.NullMarked;
