package io.spotcheck.benchmark;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.vast.VastProtocolHandler;
import io.spotcheck.protocol.vast.VastUpstream;
import io.spotcheck.transport.MemoryTransport;
import java.util.Map;

/** One request after the other, answered from memory by a document and by the ad that its wrapper leads to. */
final class MemoryResolution implements AutoCloseable {

    private static final String TAG = "https://ads.northlight.tv/tag";
    private static final String NEXT = "https://ads.northlight.tv/chain/1?hop=1";

    private final AdRequest request = AdRequest.builder("pre-roll", "viewer").build();
    private final Orchestrator orchestrator;

    MemoryResolution(byte[] document) {
        var transport = new MemoryTransport(Map.of(TAG, document, NEXT, SampleSize.inline()));
        // Without the cache, which would have the answer from the second request on.
        orchestrator = Orchestrator.builder(new VastProtocolHandler(new VastUpstream(transport, TAG)))
                .enableCaching(false).build();
        if (!resolve().success()) {
            throw new IllegalStateException("The document is not served: " + resolve().error().orElse(""));
        }
    }

    AdResponse resolve() {
        return orchestrator.fetchAd(request);
    }

    @Override
    public void close() {
        orchestrator.close();
    }
}
