package io.spotcheck.orchestrator;

import io.spotcheck.resolution.Exchange;
import io.spotcheck.transport.MemoryTransport;
import io.spotcheck.transport.RoutingTransport;
import io.spotcheck.transport.Transport;
import io.spotcheck.transport.TransportRequest;
import java.util.Map;
import java.util.Set;

/** Documents in memory by their URLs, whatever the scheme; other URLs are asked over the network. */
final class MemoryOrNetwork implements Transport {

    private final MemoryTransport memory;
    private final Set<String> inMemory;
    private final Transport otherwise;

    MemoryOrNetwork(MemoryTransport memory, Set<String> inMemory, Transport http) {
        this.memory = memory;
        this.inMemory = Set.copyOf(inMemory);
        otherwise = new RoutingTransport(Map.of("memory", memory, "http", http, "https", http));
    }

    @Override
    public Exchange exchange(TransportRequest request) {
        return inMemory.contains(request.url()) ? memory.exchange(request) : otherwise.exchange(request);
    }

    @Override
    public String identity() {
        return memory.identity() + "|" + otherwise.identity();
    }
}
