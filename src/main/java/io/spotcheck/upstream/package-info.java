/**
 * An endpoint with a policy: headers, time for a hop, redirects, size of an answer, and the fallbacks
 * that are asked when it does not serve.
 */
@NullMarked
package io.spotcheck.upstream;

import org.jspecify.annotations.NullMarked;
