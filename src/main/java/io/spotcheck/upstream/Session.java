package io.spotcheck.upstream;

import io.spotcheck.transport.Cookies;
import java.util.UUID;

/**
 * What all exchanges of one resolution share, and no other resolution sees: an identifier and cookies. Safe for use by
 * many threads.
 */
public final class Session {

    private final UUID id = UUID.randomUUID();
    private final Cookies cookies = new Cookies();

    /** A session in which nothing happened yet. */
    public Session() {
    }

    /** The identifier that goes with every request of the resolution ({@code TRANSACTIONID}, VAST 4.3 §6.2). */
    public UUID id() {
        return id;
    }

    /** The cookies that its servers have set. */
    public Cookies cookies() {
        return cookies;
    }
}
