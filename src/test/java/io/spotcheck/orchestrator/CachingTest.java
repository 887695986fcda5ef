package io.spotcheck.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.DeviceType;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.Geo;
import io.spotcheck.cache.CacheBackend;
import io.spotcheck.cache.MemoryCache;
import io.spotcheck.protocol.vast.VastProtocolHandler;
import io.spotcheck.protocol.vast.VastUpstream;
import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.transport.MemoryTransport;
import io.spotcheck.transport.Transport;
import io.spotcheck.transport.TransportRequest;
import io.spotcheck.upstream.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CachingTest {

    private static final AdRequest REQUEST = AdRequest.builder("pre-roll", "user123").build();

    /** Counts its exchanges and lets them wait until told. */
    private static final class CountingTransport implements Transport {

        private final AtomicInteger exchanges = new AtomicInteger();
        private final CountDownLatch gate;
        private final String document;

        private CountingTransport(String document, int heldBack) {
            this.document = document;
            gate = new CountDownLatch(heldBack);
        }

        @Override
        public Exchange exchange(TransportRequest request) {
            exchanges.incrementAndGet();
            try {
                gate.await();
            } catch (InterruptedException calledOff) {
                Thread.currentThread().interrupt();
            }
            var response = new Exchange.Response(200, "memory", Headers.none(), Body.of(document), document.length());
            return new Exchange(request.toExchangeRequest(), Optional.of(response), Optional.empty(), Duration.ZERO,
                    List.of());
        }

        @Override
        public String identity() {
            return "counting";
        }
    }

    private static String inline(String id, String more) {
        return """
                <VAST version="4.2"><Ad id="%s"><InLine><AdSystem>t</AdSystem><AdTitle>T</AdTitle>%s
                <Impression>https://t.example/i</Impression><Creatives><Creative><Linear><Duration>00:00:10</Duration>
                <MediaFiles><MediaFile delivery="progressive" type="video/mp4" width="640" height="360">
                https://t.example/v.mp4</MediaFile></MediaFiles></Linear></Creative></Creatives></InLine></Ad></VAST>
                """.formatted(id, more);
    }

    private static VastProtocolHandler handler(Transport transport) {
        return new VastProtocolHandler(new VastUpstream(transport, "memory://vast"));
    }

    private static VastProtocolHandler handlerOf(String document) {
        return handler(new MemoryTransport(document.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSecondFetchComesFromTheCacheWithEverythingTheFirstOneTold() {
        var transport = new CountingTransport(inline("a", ""), 0);
        try (var orchestrator = new Orchestrator(handler(transport))) {
            AdResponse first = orchestrator.fetchAd(REQUEST);
            AdResponse second = orchestrator.fetchAd(REQUEST);

            assertThat(transport.exchanges).hasValue(1);
            assertThat(first.cached()).isFalse();
            assertThat(second.cached()).isTrue();
            assertThat(second.resolutionChain()).isEqualTo(first.resolutionChain()).containsExactly("memory://vast");
            assertThat(second.ads()).isEqualTo(first.ads());
            assertThat(second.resolutionTimeMs()).isGreaterThanOrEqualTo(0);
            assertThat(second.resolution().root().children()).singleElement().satisfies(look -> {
                assertThat(look.kind()).isEqualTo(NodeKind.CACHE);
                assertThat(look.children()).extracting(Node::kind).containsExactly(NodeKind.DOCUMENT);
            });
            assertThat(second.resolution().nodes().map(Node::id)).doesNotHaveDuplicates();
            int adNode = second.ads().getFirst().nodeId();
            assertThat(second.resolution().node(adNode)).get().extracting(Node::kind).isEqualTo(NodeKind.AD);
        }
    }

    @Test
    void aFreshAnswerIsFetchedAnewAndKept() {
        var transport = new CountingTransport(inline("a", ""), 0);
        try (var orchestrator = new Orchestrator(handler(transport))) {
            orchestrator.fetchAd(REQUEST);
            AdResponse fresh = orchestrator.start(REQUEST, Freshness.FRESH, step -> { }).response().join();

            assertThat(fresh.cached()).isFalse();
            assertThat(transport.exchanges).hasValue(2);
            assertThat(orchestrator.fetchAd(REQUEST).cached()).isTrue();
        }
    }

    @Test
    void aHundredIdenticalFetchesAtTheSameTimeMakeOneUpstreamCall() {
        var transport = new CountingTransport(inline("a", ""), 1);
        try (var orchestrator = new Orchestrator(handler(transport))) {
            var fetches = new ArrayList<CompletableFuture<AdResponse>>();
            for (int i = 0; i < 100; i++) {
                fetches.add(orchestrator.fetchAdAsync(REQUEST));
            }
            transport.gate.countDown();
            List<AdResponse> responses = fetches.stream().map(CompletableFuture::join).toList();

            assertThat(transport.exchanges).hasValue(1);
            assertThat(responses).allMatch(AdResponse::success);
            assertThat(responses).filteredOn(r -> !r.cached()).hasSize(1);
        }
    }

    @Test
    void whoeverWaitsForACancelledFetchAsksForItself() {
        var transport = new CountingTransport(inline("a", ""), 1);
        try (var orchestrator = new Orchestrator(handler(transport))) {
            Fetch first = orchestrator.start(REQUEST, step -> { });
            await().until(() -> transport.exchanges.get() == 1);
            CompletableFuture<AdResponse> second = orchestrator.fetchAdAsync(REQUEST);
            first.cancel();
            first.response().join();
            transport.gate.countDown();

            assertThat(second.join().success()).isTrue();
        }
    }

    @Test
    void failuresAreNotCached() {
        var transport = new CountingTransport("<VAST version=\"3.0\"/>", 0);
        try (var orchestrator = new Orchestrator(handler(transport))) {
            assertThat(orchestrator.fetchAd(REQUEST).errorCode()).contains(ErrorCode.NO_AD);
            assertThat(orchestrator.fetchAd(REQUEST).cached()).isFalse();
            assertThat(transport.exchanges).hasValue(2);
        }
    }

    @Test
    void twoOrchestratorsShareACacheWithoutMeeting() {
        var cache = new MemoryCache();
        try (var one = new Orchestrator(handlerOf(inline("one", "")), cache, true, Duration.ofHours(1));
                var other = new Orchestrator(handlerOf(inline("other", "")), cache, true, Duration.ofHours(1))) {
            assertThat(one.fetchAd(REQUEST).adId()).contains("one");
            assertThat(other.fetchAd(REQUEST).adId()).contains("other");
            assertThat(cache.entries()).hasSize(2);
        }
    }

    @Test
    void twoOrchestratorsOfTheSameUpstreamMeetInTheCache() {
        var cache = new MemoryCache();
        try (var one = new Orchestrator(handlerOf(inline("a", "")), cache, true, Duration.ofHours(1));
                var other = new Orchestrator(handlerOf(inline("a", "")), cache, true, Duration.ofHours(1))) {
            one.fetchAd(REQUEST);
            assertThat(other.fetchAd(REQUEST).cached()).isTrue();
        }
    }

    @Test
    void theKeyCoversEveryFieldAndExtension() {
        List<AdRequest> requests = List.of(
                REQUEST,
                AdRequest.builder("mid-roll", "user123").build(),
                AdRequest.builder("pre-roll", "another").build(),
                REQUEST.toBuilder().ipAddress("192.0.2.1").build(),
                REQUEST.toBuilder().deviceType(DeviceType.TV).build(),
                REQUEST.toBuilder().contentUrl("https://c.example/").build(),
                REQUEST.toBuilder().contentDuration(Duration.ofSeconds(60)).build(),
                REQUEST.toBuilder().playheadPosition(Duration.ofSeconds(60)).build(),
                REQUEST.toBuilder().playerSize(640, 360).build(),
                REQUEST.toBuilder().geo(Geo.ofCountry("DE")).build(),
                REQUEST.toBuilder().geo(city("a], postalCode=Optional[b", "c")).build(),
                REQUEST.toBuilder().geo(city("a", "b], postalCode=Optional[c")).build(),
                REQUEST.toBuilder().extension("a", "1").build(),
                REQUEST.toBuilder().extension("a", 1).build(),
                REQUEST.toBuilder().extension("a", List.of("1")).build(),
                REQUEST.toBuilder().extension("a", Map.of("1", "1")).build(),
                REQUEST.toBuilder().extension("a1", "").build());
        var keys = new HashSet<String>();
        var handler = handlerOf(inline("a", ""));
        requests.forEach(r -> keys.add(CacheKey.of(handler, r)));

        assertThat(keys).hasSameSizeAs(requests);
        assertThat(CacheKey.of(handler, REQUEST.toBuilder().extension("a", 1).extension("b", 2).build()))
                .isEqualTo(CacheKey.of(handler, REQUEST.toBuilder().extension("b", 2).extension("a", 1).build()));
    }

    private static Geo city(String city, String postalCode) {
        return new Geo(Optional.empty(), Optional.empty(), Optional.of(city), Optional.of(postalCode),
                OptionalDouble.empty(), OptionalDouble.empty());
    }

    @Test
    void headersThatReadAlikeAreNotTheSame() {
        var transport = new MemoryTransport(new byte[0]);
        assertThat(new Endpoint(transport, "memory://a", Headers.of(Map.of("A", "1, B=2"))).identity())
                .isNotEqualTo(new Endpoint(transport, "memory://a", new Headers(List.of(
                        new Headers.Header("A", "1"), new Headers.Header("B", "2")))).identity());
    }

    @Test
    void anAnswerThatExpiredLongAgoIsNotKept() {
        var cache = new MemoryCache();
        try (var orchestrator = new Orchestrator(handlerOf(inline("a", "<Expires>-5</Expires>")), cache, true,
                Duration.ofHours(1))) {
            assertThat(orchestrator.fetchAd(REQUEST).success()).isTrue();
            assertThat(cache.entries()).isEmpty();
        }
    }

    @Test
    void theEntryLivesForTheSmallerOfTtlAndExpires() {
        var cache = new MemoryCache();
        try (var brief = new Orchestrator(handlerOf(inline("a", "<Expires>90</Expires>")), cache, true,
                Duration.ofHours(1));
                var capped = new Orchestrator(handlerOf(inline("b", "<Expires>90000</Expires>")), cache, true,
                        Duration.ofHours(1))) {
            brief.fetchAd(REQUEST);
            assertThat(cache.entries().getFirst().lifetime()).isEqualTo(Duration.ofSeconds(90));
            capped.fetchAd(REQUEST);
            assertThat(cache.entries()).extracting("lifetime")
                    .containsExactlyInAnyOrder(Duration.ofSeconds(90), Duration.ofHours(1));
        }
    }

    @Test
    void anAnswerThatExpiresAtOnceIsNotKept() {
        var cache = new MemoryCache();
        try (var orchestrator = new Orchestrator(handlerOf(inline("a", "<Expires>0</Expires>")), cache, true,
                Duration.ofHours(1))) {
            assertThat(orchestrator.fetchAd(REQUEST).success()).isTrue();
            assertThat(cache.entries()).isEmpty();
        }
    }

    @Test
    void aCacheThatThrowsCostsAWarningAndNotTheAd() {
        CacheBackend broken = new CacheBackend() {
            @Override
            public Optional<AdResponse> get(String key) {
                throw new IllegalStateException("no cache today");
            }

            @Override
            public void set(String key, AdResponse value, Duration ttl) {
                throw new IllegalStateException("no cache today");
            }
        };
        try (var orchestrator = new Orchestrator(handlerOf(inline("a", "")), broken, true, Duration.ofHours(1))) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(response.success()).isTrue();
            assertThat(response.resolution().findings()).extracting("rule").containsOnly("CACHE-FAILED");
            assertThat(response.resolution().findings()).hasSize(2).allSatisfy(f ->
                    assertThat(f.message()).contains("no cache today"));
        }
    }

    @Test
    void aCacheThatHangsCostsAWarningAndNotTheAd() {
        var never = new CountDownLatch(1);
        CacheBackend hanging = new CacheBackend() {
            @Override
            public Optional<AdResponse> get(String key) {
                try {
                    never.await();
                } catch (InterruptedException calledOff) {
                    Thread.currentThread().interrupt();
                }
                return Optional.empty();
            }

            @Override
            public void set(String key, AdResponse value, Duration ttl) {
                get(key);
            }
        };
        // The patience of 250 ms is most of this budget; the ad still gets its time.
        var orchestrator = Orchestrator.builder(handlerOf(inline("a", ""))).cache(hanging)
                .timeout(Duration.ofMillis(300)).build();
        try (orchestrator) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(response.success()).isTrue();
            assertThat(response.resolution().findings()).extracting("rule").contains("CACHE-TIMEOUT");
        }
    }
}
