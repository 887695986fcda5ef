package io.spotcheck.protocol.vmap;

import static io.spotcheck.protocol.vmap.Schedules.ad;
import static io.spotcheck.protocol.vmap.Schedules.inlineBreak;
import static io.spotcheck.protocol.vmap.Schedules.tagBreak;
import static io.spotcheck.protocol.vmap.Schedules.vast;
import static io.spotcheck.protocol.vmap.Schedules.vmap;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdBreak;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.vast.VastUpstream;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.ResolutionEvent;
import io.spotcheck.resolution.Status;
import io.spotcheck.transport.Transport;
import io.spotcheck.transport.TransportRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How many breaks and documents, how many at a time and how long: what holds a schedule in bounds. */
class VmapLimitsTest extends ScheduleScenario {

    @Test
    void twoHundredBreaksStayWithinTheirBudget() {
        answerLate("/ad", vast(ad("one", "")), 20);
        var breaks = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            breaks.add(tagBreak("00:%02d:%02d".formatted(i / 60, i % 60), "b" + i, url("/ad") + "?" + i));
        }

        AdResponse response = resolve(REQUEST, breaks.toArray(String[]::new));

        assertThat(response.breaks()).hasSize(200).allMatch(b -> b.ads().size() == 1);
        assertThat(response.resolutionTimeMs()).isLessThan(10_000);
        assertThat(response.resolutionChain()).hasSize(201);
        assertThat(response.resolutionChain().get(200)).endsWith("?199");
    }

    @Test
    void soManyBreaksAreResolvedAtTheSameTimeAndNoMore() {
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        // Each waits for three others: fewer at a time would never get on, and more would be counted.
        var four = new CyclicBarrier(4);
        Transport meeting = new Transport() {
            @Override
            public Exchange exchange(TransportRequest request) {
                if (request.url().endsWith("/ad")) {
                    most.accumulateAndGet(under.incrementAndGet(), Math::max);
                    try {
                        four.await(5, TimeUnit.SECONDS);
                    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                        throw new IllegalStateException(alone);
                    } finally {
                        under.decrementAndGet();
                    }
                }
                return transport.exchange(request);
            }

            @Override
            public String identity() {
                return "meeting";
            }
        };
        answer("/ad", vast(ad("one", "")));
        var breaks = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            breaks.add(tagBreak("00:00:%02d".formatted(i), "b" + i, url("/ad")));
        }
        answer("/vmap", vmap(breaks.toArray(String[]::new)));

        AdResponse response = resolve(new VmapUpstream(new VastUpstream(meeting, url("/vmap")), 100, 4), REQUEST);

        assertThat(response.ads()).hasSize(12);
        assertThat(most.get()).isEqualTo(4);
    }

    @Test
    void allBreaksTogetherAskForSoManyDocumentsOnly() {
        answer("/ad", vast(ad("one", "")));
        answer("/vmap", vmap(tagBreak("start", "a", url("/ad")), tagBreak("00:01:00", "b", url("/ad")),
                tagBreak("end", "c", url("/ad"))));

        AdResponse response = resolve(new VmapUpstream(transport, url("/vmap")).withMaxDocuments(3), REQUEST);

        assertThat(response.resolutionChain()).hasSize(3);
        assertThat(response.breaks()).flatExtracting(AdBreak::ads).hasSize(2);
        assertThat(response.failures()).singleElement().extracting(AdError::code).isEqualTo(ErrorCode.LIMIT_REACHED);
    }

    @Test
    void whenTheTimeIsUsedUpTheFirstOfManyBreaksAreServed() {
        answerLate("/ad", vast(ad("one", "")), 200);
        var breaks = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            breaks.add(tagBreak("00:%02d:%02d".formatted(i / 60, i % 60), "b" + i, url("/ad") + "?" + i));
        }
        answer("/vmap", vmap(breaks.toArray(String[]::new)));
        var handler = new VmapProtocolHandler(new VmapUpstream(transport, url("/vmap")));

        AdResponse response;
        try (var orchestrator = Orchestrator.builder(handler).enableCaching(false).timeout(Duration.ofSeconds(2))
                .build()) {
            response = orchestrator.fetchAd(REQUEST);
        }

        assertThat(response.success()).as(response.error().orElse("")).isTrue();
        assertThat(response.breaks()).hasSize(200).anyMatch(b -> !b.ads().isEmpty());
        assertThat(response.breaks().getLast().error().orElseThrow().code()).isEqualTo(ErrorCode.TIMEOUT);
    }

    @Test
    void whenTheTimeIsUsedUpTheBreaksThatAreThereAreServed() {
        answer("/quick", vast(ad("quick", "")));
        answerLate("/slow", vast(ad("slow", "")), 5000);
        answer("/vmap", vmap(tagBreak("start", "quick", url("/quick")), tagBreak("end", "slow", url("/slow"))));
        var handler = new VmapProtocolHandler(new VmapUpstream(transport, url("/vmap")));

        AdResponse response;
        try (var orchestrator = Orchestrator.builder(handler).enableCaching(false).timeout(Duration.ofSeconds(1))
                .build()) {
            response = orchestrator.fetchAd(REQUEST);
        }

        assertThat(ids(response)).containsExactly("quick");
        assertThat(response.breaks().get(1).error().orElseThrow().protocolCode()).hasValue(1007);
        assertThat(response.resolutionTimeMs()).isBetween(900L, 3000L);
    }

    @Test
    void aFetchThatIsCalledOffSaysSo() throws Exception {
        answerLate("/slow", vast(ad("slow", "")), 5000);
        answer("/vmap", vmap(inlineBreak("start", "pre"), tagBreak("end", "slow", url("/slow"))));
        try (var orchestrator = orchestrator(new VmapUpstream(transport, url("/vmap")))) {
            var asked = new CountDownLatch(1);
            var fetch = orchestrator.start(REQUEST, step -> {
                if (step instanceof ResolutionEvent.Opened(_, Node node)
                        && node.label().endsWith("/slow")) {
                    asked.countDown();
                }
            });
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            fetch.cancel();

            AdResponse response = fetch.response().get(5, TimeUnit.SECONDS);

            assertThat(response.errorCode()).contains(ErrorCode.CANCELLED);
            assertThat(response.resolution().nodes()).noneMatch(n -> n.status() == Status.RUNNING);
        }
    }
}
