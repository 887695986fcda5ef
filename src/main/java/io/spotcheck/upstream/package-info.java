/**
 * An endpoint with a policy: headers, time for a hop, redirects, size of an answer, and the fallbacks
 * that are asked when it does not serve.
 *
 * <p>What all exchanges of one resolution share is its {@link io.spotcheck.upstream.Session}: cookies go along within
 * it and never into another. Loops are seen in every spelling of a URL; what is sent stays as it was written.
 */
@NullMarked
package io.spotcheck.upstream;

import org.jspecify.annotations.NullMarked;
