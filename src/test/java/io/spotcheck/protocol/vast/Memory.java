package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.transport.MemoryTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Documents in memory by URL, and what comes of the one at {@code memory://a}. */
record Memory(Map<String, byte[]> documents, AdRequest request) {

    static Memory of(String first) {
        return of(first.getBytes(StandardCharsets.UTF_8));
    }

    static Memory of(byte[] first) {
        return new Memory(Map.of("memory://a", first), AdRequest.builder("pre-roll", "tester").build());
    }

    /** And one more document, at {@code memory://} and this name. */
    Memory and(String name, String document) {
        var all = new LinkedHashMap<>(documents);
        all.put("memory://" + name, document.getBytes(StandardCharsets.UTF_8));
        return new Memory(all, request);
    }

    /** Asked for with this extension, too. */
    Memory asking(String name, Object value) {
        return new Memory(documents, request.toBuilder().extension(name, value).build());
    }

    Memory player(int width, int height) {
        return new Memory(documents, request.toBuilder().playerSize(width, height).build());
    }

    AdResponse resolve() {
        try (var orchestrator = orchestrator()) {
            return orchestrator.fetchAd(request);
        }
    }

    /** The URLs that an error of the answer calls. */
    List<String> errors(AdResponse response) {
        return called("error", response, OptionalInt.empty(), MacroValues.none());
    }

    List<String> called(String event, AdResponse response, OptionalInt ad, MacroValues macros) {
        try (var orchestrator = orchestrator()) {
            return orchestrator.trackEvent(event, response, ad, macros).events().stream().map(TrackingEvent::url)
                    .map(url -> url.replace("https://t.example/", "")).toList();
        }
    }

    private Orchestrator orchestrator() {
        var upstream = new VastUpstream(new MemoryTransport(documents), "memory://a");
        return Orchestrator.builder(new VastProtocolHandler(upstream)).tracker(new RecordingTracker())
                .timeout(Duration.ofSeconds(10)).build();
    }
}
