package io.spotcheck.protocol;

import io.spotcheck.resolution.OpenNode;
import io.spotcheck.upstream.Deadline;
import io.spotcheck.upstream.Session;

/**
 * What a handler gets along with a request.
 *
 * @param root     the root of the tree that the handler writes
 * @param deadline when the whole resolution must be done
 * @param session  what all exchanges of the resolution share
 */
public record FetchContext(OpenNode root, Deadline deadline, Session session) {

    /** The context of a resolution that begins. */
    public FetchContext(OpenNode root, Deadline deadline) {
        this(root, deadline, new Session());
    }

    /** The context of a part of this resolution: its tree hangs below another node. */
    public FetchContext below(OpenNode node) {
        return new FetchContext(node, deadline, session);
    }
}
