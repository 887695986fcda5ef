package io.spotcheck.protocol;

import io.spotcheck.resolution.OpenNode;
import io.spotcheck.upstream.Deadline;

/**
 * What a handler gets along with a request.
 *
 * @param root     the root of the tree that the handler writes
 * @param deadline when the whole resolution must be done
 */
public record FetchContext(OpenNode root, Deadline deadline) {
}
