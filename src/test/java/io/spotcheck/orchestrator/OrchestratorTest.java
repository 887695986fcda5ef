package io.spotcheck.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.RequestValidation;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.ResolutionEvent;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.Status;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.TrackingResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class OrchestratorTest {

    private static final AdRequest REQUEST = AdRequest.builder("pre-roll", "user123").build();

    /** A handler that does what a test tells it. */
    private record Scripted(BiFunction<AdRequest, FetchContext, AdResponse> answer) implements ProtocolHandler {

        @Override
        public AdResponse fetch(AdRequest request, FetchContext context) {
            return answer.apply(request, context);
        }

        @Override
        public TrackingResult track(String event, AdResponse response, TrackContext context) {
            return new TrackingResult(event, true, response.trackingUrls(event)
                    .map(t -> context.tracker().track(t, t.url())).toList());
        }

        @Override
        public RequestValidation validateRequest(AdRequest request) {
            return RequestValidation.of(request);
        }
    }

    private static Orchestrator uncached(BiFunction<AdRequest, FetchContext, AdResponse> answer) {
        return Orchestrator.builder(new Scripted(answer)).enableCaching(false).timeout(Duration.ofMillis(300)).build();
    }

    @Test
    void anAnswerSaysWhatHappenedEvenWhenTheHandlerSaysLittle() {
        try (var orchestrator = uncached((request, context) -> AdResponse.served(request.slotId()).build())) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(response.success()).isTrue();
            assertThat(response.slotId()).isEqualTo("pre-roll");
            assertThat(response.cached()).isFalse();
            assertThat(response.resolutionTimeMs()).isGreaterThanOrEqualTo(0);
            assertThat(response.resolution().root().kind()).isEqualTo(NodeKind.REQUEST);
            assertThat(response.resolution().root().status()).isEqualTo(Status.OK);
        }
    }

    @Test
    void aListenerThatThrowsChangesNothing() {
        var heard = new CopyOnWriteArrayList<OrchestratorEvent>();
        OrchestratorListener broken = event -> {
            heard.add(event);
            throw new IllegalStateException("a listener of somebody else");
        };
        ResolutionListener brokenSteps = step -> {
            throw new AssertionError("another one");
        };
        var beacon = TrackingUrl.of("impression", "https://t.example/i");
        try (var orchestrator = Orchestrator.builder(new Scripted((request, context) -> {
            context.root().open(NodeKind.DOCUMENT, "tag").succeed();
            return AdResponse.served(request.slotId()).trackingUrls(List.of(beacon)).build();
        })).enableCaching(false).tracker(new RecordingTracker()).listener(broken).build()) {
            AdResponse response = orchestrator.fetchAd(REQUEST, brokenSteps);

            assertThat(response.success()).isTrue();
            assertThat(response.resolution().nodes().map(n -> n.status())).containsOnly(Status.OK);
            assertThat(orchestrator.trackEvent("impression", response).events()).hasSize(1);
            assertThat(heard).hasAtLeastOneElementOfType(OrchestratorEvent.FetchStarted.class)
                    .hasAtLeastOneElementOfType(OrchestratorEvent.FetchProgressed.class)
                    .hasAtLeastOneElementOfType(OrchestratorEvent.FetchFinished.class)
                    .hasAtLeastOneElementOfType(OrchestratorEvent.BeaconTracked.class);
        }
    }

    @Test
    void aRequestThatIsWrongIsNotSent() {
        try (var orchestrator = uncached((request, context) -> {
            throw new AssertionError("nothing may be sent");
        })) {
            AdResponse response = orchestrator.fetchAd(
                    AdRequest.builder(" ", "user123").ipAddress("300.1.1.1").build());

            assertThat(response.success()).isFalse();
            assertThat(response.errorCode()).contains(ErrorCode.INVALID_REQUEST);
            assertThat(response.error()).get().asString().contains("slot").contains("300.1.1.1");
            assertThat(response.resolution().findings()).extracting("rule")
                    .containsExactly("REQUEST-SLOT-ID", "REQUEST-IP-ADDRESS");
        }
    }

    @Test
    void mistakesOfTheCallerAreThrown() {
        var orchestrator = uncached((request, context) -> AdResponse.served(request.slotId()).build());

        assertThatNullPointerException().isThrownBy(() -> orchestrator.fetchAd(null));
        orchestrator.close();
        assertThatIllegalStateException().isThrownBy(() -> orchestrator.fetchAd(REQUEST));
    }

    @Test
    void aHandlerThatFailsIsAnInternalErrorAndNotAnException() {
        try (var orchestrator = uncached((request, context) -> {
            throw new IllegalStateException("broken handler");
        })) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(response.errorCode()).contains(ErrorCode.INTERNAL);
            assertThat(response.error()).get().asString().contains("broken handler");
        }
    }

    @Test
    void aHandlerThatForgetsTheTimeIsLeftBehindWithTheTreeUpToThere() {
        var never = new CountDownLatch(1);
        try (var orchestrator = uncached((request, context) -> {
            context.root().open(NodeKind.DOCUMENT, "https://slow.example/tag");
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException ignored) {
                    // This handler does not heed an interrupt either.
                }
            }
        })) {
            long started = System.nanoTime();
            AdResponse response = orchestrator.fetchAd(REQUEST);
            Duration took = Duration.ofNanos(System.nanoTime() - started);

            assertThat(took).isBetween(Duration.ofMillis(300), Duration.ofMillis(900));
            assertThat(response.errorCode()).contains(ErrorCode.TIMEOUT);
            assertThat(response.resolutionChain()).containsExactly("https://slow.example/tag");
            assertThat(response.resolution().nodes()).noneMatch(n -> n.status() == Status.RUNNING);
        }
    }

    @Test
    void aCancelledFetchKeepsWhatItFound() throws InterruptedException {
        var reached = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var orchestrator = Orchestrator.builder(new Scripted((request, context) -> {
            context.root().open(NodeKind.DOCUMENT, "https://ads.example/first").succeed();
            reached.countDown();
            try {
                never.await();
            } catch (InterruptedException calledOff) {
                throw new IllegalStateException(calledOff);
            }
            return AdResponse.served(request.slotId()).build();
        })).enableCaching(false).timeout(Duration.ofMinutes(1)).build();
        try (orchestrator) {
            Fetch fetch = orchestrator.start(REQUEST, ResolutionListener.none());
            assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
            fetch.cancel();
            AdResponse response = fetch.response().orTimeout(10, TimeUnit.SECONDS).join();

            assertThat(response.errorCode()).contains(ErrorCode.CANCELLED);
            assertThat(response.resolution().nodes()).extracting("label").contains("https://ads.example/first");
        }
    }

    @Test
    void anInterruptCallsTheFetchOffAndStaysSet() throws InterruptedException {
        var reached = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var orchestrator = Orchestrator.builder(new Scripted((request, context) -> {
            reached.countDown();
            try {
                never.await();
            } catch (InterruptedException calledOff) {
                throw new IllegalStateException(calledOff);
            }
            return AdResponse.served(request.slotId()).build();
        })).enableCaching(false).timeout(Duration.ofMinutes(1)).build();
        var answer = new AtomicReference<AdResponse>();
        var stillInterrupted = new AtomicReference<Boolean>();
        try (orchestrator) {
            Thread caller = Thread.ofPlatform().start(() -> {
                answer.set(orchestrator.fetchAd(REQUEST));
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            });
            assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            caller.join(Duration.ofSeconds(10));
        }

        assertThat(answer.get().errorCode()).contains(ErrorCode.CANCELLED);
        assertThat(stillInterrupted.get()).isTrue();
    }

    @Test
    void theStepsAreToldWhileTheyHappenAndTheFetchIsTold() {
        var steps = new CopyOnWriteArrayList<ResolutionEvent>();
        var events = new CopyOnWriteArrayList<OrchestratorEvent>();
        var handler = new Scripted((request, context) -> {
            var node = context.root().open(NodeKind.DOCUMENT, "https://ads.example/tag");
            assertThat(steps).anyMatch(s -> s.node().label().equals("https://ads.example/tag"));
            node.succeed();
            return AdResponse.served(request.slotId())
                    .trackingUrls(List.of(TrackingUrl.of("start", "https://ads.example/start"))).build();
        });
        var orchestrator = Orchestrator.builder(handler).enableCaching(false).listener(events::add)
                .tracker(new RecordingTracker()).build();
        try (orchestrator) {
            AdResponse response = orchestrator.fetchAd(REQUEST, steps::add);
            orchestrator.trackEvent("start", response);

            assertThat(steps.getFirst()).isInstanceOf(ResolutionEvent.Opened.class);
            assertThat(events.getFirst()).isInstanceOf(OrchestratorEvent.FetchStarted.class);
            assertThat(events).anyMatch(OrchestratorEvent.FetchProgressed.class::isInstance);
            assertThat(events).anyMatch(OrchestratorEvent.FetchFinished.class::isInstance);
            assertThat(events.getLast()).isInstanceOf(OrchestratorEvent.BeaconTracked.class);
            assertThat(orchestrator.fires()).isFalse();
        }
    }
}
