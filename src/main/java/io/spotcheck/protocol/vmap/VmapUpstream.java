package io.spotcheck.protocol.vmap;

import io.spotcheck.protocol.vast.VastUpstream;
import io.spotcheck.transport.Identity;
import io.spotcheck.transport.Transport;
import io.spotcheck.upstream.UpstreamPolicy;
import java.util.List;
import java.util.Objects;

/**
 * Who serves a schedule, and the limits for the whole of it.
 *
 * @param server       whom to ask for the schedule, and the limits for each tag that its breaks name
 * @param maxDocuments how many documents the schedule and all its breaks may ask for together, from 2
 * @param breaksAtOnce how many breaks are resolved at the same time, from 1
 */
public record VmapUpstream(VastUpstream server, int maxDocuments, int breaksAtOnce) {

    /** How many documents a schedule may lead to unless told otherwise. */
    public static final int DEFAULT_MAX_DOCUMENTS = 1000;

    /** How many breaks are resolved at the same time unless told otherwise. */
    public static final int DEFAULT_BREAKS_AT_ONCE = 16;

    /** Checks the limits. */
    public VmapUpstream {
        Objects.requireNonNull(server, "server");
        if (maxDocuments < 2) {
            throw new IllegalArgumentException("a schedule leads to at least 2 documents, itself among them");
        }
        if (breaksAtOnce < 1) {
            throw new IllegalArgumentException("at least 1 break is resolved at a time");
        }
    }

    /** An upstream that is asked as this one is, with the standard limits for the whole. */
    public VmapUpstream(VastUpstream server) {
        this(server, DEFAULT_MAX_DOCUMENTS, DEFAULT_BREAKS_AT_ONCE);
    }

    /** An upstream at one endpoint, with the standard limits. */
    public VmapUpstream(Transport transport, String endpoint) {
        this(new VastUpstream(transport, endpoint));
    }

    /** This upstream, and one that stands in when all before it do not serve. */
    public VmapUpstream withFallback(Transport transport, String endpoint) {
        return new VmapUpstream(server.withFallback(transport, endpoint), maxDocuments, breaksAtOnce);
    }

    /** This upstream within other limits for each document. */
    public VmapUpstream withPolicy(UpstreamPolicy limits) {
        return new VmapUpstream(server.withPolicy(limits), maxDocuments, breaksAtOnce);
    }

    /** This upstream with another number of documents for the whole. */
    public VmapUpstream withMaxDocuments(int number) {
        return new VmapUpstream(server, number, breaksAtOnce);
    }

    /** What tells this upstream's answers from those of others. */
    public String identity() {
        return Identity.of(List.of(server.identity(), "documents " + maxDocuments));
    }
}
