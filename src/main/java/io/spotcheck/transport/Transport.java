package io.spotcheck.transport;

import io.spotcheck.resolution.Exchange;

/**
 * Performs one exchange over one wire. Blocking; an interrupt of the calling thread ends the exchange as
 * {@link Exchange.FailureKind#CANCELLED}. Implementations are safe for use by many threads.
 */
public interface Transport extends AutoCloseable {

    /**
     * Performs one exchange. Never throws for what the wire did: a failure is part of the exchange. An answer that
     * is larger than the request allows fails with {@link Exchange.FailureKind#TOO_LARGE}, counted after
     * decompression.
     */
    Exchange exchange(TransportRequest request);

    /**
     * What tells this transport from others that would answer the same URL otherwise. Two transports with the same
     * identity give the same answers, so that their answers may share a place in a cache.
     */
    String identity();

    /** Releases connections. Exchanges under way may fail. */
    @Override
    default void close() {
    }
}
