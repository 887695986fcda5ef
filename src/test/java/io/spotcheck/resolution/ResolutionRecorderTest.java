package io.spotcheck.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.ResolutionEvent.Changed;
import io.spotcheck.resolution.ResolutionEvent.Closed;
import io.spotcheck.resolution.ResolutionEvent.Opened;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionRecorderTest {

    private final List<ResolutionEvent> events = new ArrayList<>();
    private final ResolutionRecorder recorder = new ResolutionRecorder("slot", events::add);

    @Test
    void everyStepIsHeardInOrder() {
        OpenNode document = recorder.root().open(NodeKind.DOCUMENT, "tag");
        OpenNode ad = document.open(NodeKind.AD, "ad", new Location(2, 3, "/VAST/Ad"));
        ad.fact("ad id", "1");
        ad.succeed("It is the only one.");
        document.fail("It broke.");

        assertThat(events).extracting(ResolutionRecorderTest::told).containsExactly(
                "opened 0 REQUEST below none", "opened 1 DOCUMENT below 0", "opened 2 AD below 1",
                "changed 2 AD RUNNING", "changed 2 AD RUNNING", "closed 2 AD OK", "closed 1 DOCUMENT ERROR");
        assertThat(events).allSatisfy(event -> assertThat(event.node().children()).isEmpty());
        assertThat(events.get(3).node().location()).contains(new Location(2, 3, "/VAST/Ad"));
        assertThat(events.get(4).node().facts()).containsExactly(Map.entry("ad id", "1"));
        assertThat(events.get(5).node().reason()).contains("It is the only one.");
    }

    @Test
    void aSnapshotShowsWhatIsStillRunning() {
        OpenNode document = recorder.root().open(NodeKind.DOCUMENT, "tag");
        document.open(NodeKind.REDIRECT, "elsewhere").succeed();

        Resolution now = recorder.snapshot();
        document.succeed();
        recorder.root().open(NodeKind.CACHE, "later");

        assertThat(now.root().status()).isEqualTo(Status.RUNNING);
        assertThat(now.nodes()).extracting(Node::status).containsExactly(Status.RUNNING, Status.RUNNING, Status.OK);
        assertThat(now.root().timing().duration()).isPositive();
        assertThat(now.nodes()).as("what comes later does not change it").hasSize(3);
    }

    @Test
    void everythingThatWasWrittenIsInTheTree() {
        OpenNode node = recorder.root().open(NodeKind.DOCUMENT, "first name");
        var exchange = new Exchange(new Exchange.Request("GET", "http://a/", Headers.none(), Body.empty()),
                Optional.empty(), Optional.of(new Exchange.Failure(Exchange.FailureKind.TIMEOUT, "late")),
                Duration.ofMillis(3), List.of(new Timing.Phase(Timing.Step.DNS, Duration.ZERO, Duration.ofMillis(1))));
        var source = new Source("http://a/", Source.Syntax.XML, "<VAST/>");
        node.label("second name");
        node.exchange(exchange);
        node.source(source);
        node.fact("b", "1");
        node.fact("a", "2");
        node.fact("b", "3");
        node.finding(finding(Severity.INFO));
        node.skip("Not needed.");

        Node written = recorder.snapshot().node(node.id()).orElseThrow();

        assertThat(written.label()).isEqualTo("second name");
        assertThat(written.exchange()).contains(exchange);
        assertThat(written.timing().phases()).isEqualTo(exchange.phases());
        assertThat(written.source()).contains(source);
        assertThat(written.facts()).containsExactly(Map.entry("b", "3"), Map.entry("a", "2"));
        assertThat(written.findings()).containsExactly(finding(Severity.INFO));
        assertThat(written.status()).isEqualTo(Status.SKIPPED);
        assertThat(written.reason()).contains("Not needed.");
    }

    @ParameterizedTest
    @CsvSource({"INFO, OK", "WARNING, WARNING", "ERROR, ERROR"})
    void aNodeEndsAsItsWorstFindingSays(Severity severity, Status status) {
        OpenNode before = recorder.root().open(NodeKind.AD, "found before the end");
        before.finding(finding(Severity.INFO));
        before.finding(finding(severity));
        before.succeed();
        OpenNode after = recorder.root().open(NodeKind.AD, "found after the end");
        after.succeed();
        after.finding(finding(severity));
        after.finding(finding(Severity.INFO));

        assertThat(statusOf(before)).isEqualTo(status);
        assertThat(statusOf(after)).isEqualTo(status);
    }

    @Test
    void aFindingDoesNotChangeWhatFailedOrWasPassedOver() {
        OpenNode failed = recorder.root().open(NodeKind.AD, "failed");
        failed.fail("no");
        failed.finding(finding(Severity.WARNING));
        OpenNode skipped = recorder.root().open(NodeKind.AD, "skipped");
        skipped.skip("no");
        skipped.finding(finding(Severity.ERROR));

        assertThat(statusOf(failed)).isEqualTo(Status.ERROR);
        assertThat(statusOf(skipped)).isEqualTo(Status.SKIPPED);
    }

    @Test
    void timesLieWithinTheWhole() {
        OpenNode node = recorder.root().open(NodeKind.DOCUMENT, "tag");
        node.succeed();
        recorder.root().succeed();

        Resolution whole = recorder.seal("unfinished");

        assertThat(whole.nodes()).allSatisfy(n -> assertThat(n.timing().end()).isLessThanOrEqualTo(whole.duration()));
        assertThat(whole.node(node.id()).orElseThrow().timing().start())
                .isGreaterThanOrEqualTo(whole.root().timing().start());
    }

    @Test
    void sealingEndsWhatIsStillRunningFromTheInsideOut() {
        OpenNode document = recorder.root().open(NodeKind.DOCUMENT, "tag");
        document.open(NodeKind.REDIRECT, "done").succeed();
        document.open(NodeKind.AD, "running");
        events.clear();

        Resolution sealed = recorder.seal("The time was used up.");

        assertThat(sealed.nodes()).extracting(Node::status)
                .containsExactly(Status.ERROR, Status.ERROR, Status.OK, Status.ERROR);
        assertThat(sealed.root().reason()).contains("The time was used up.");
        assertThat(sealed.node(2).orElseThrow().reason()).isEmpty();
        assertThat(events).extracting(ResolutionRecorderTest::told)
                .containsExactly("closed 3 AD ERROR", "closed 1 DOCUMENT ERROR", "closed 0 REQUEST ERROR");
    }

    @Test
    void nothingIsWrittenAfterSealing() {
        OpenNode document = recorder.root().open(NodeKind.DOCUMENT, "tag");
        document.succeed();
        Resolution sealed = recorder.seal("unfinished");
        events.clear();

        document.finding(finding(Severity.ERROR));
        document.label("too late");
        document.fact("too", "late");
        document.fail("too late");
        OpenNode late = document.open(NodeKind.AD, "too late", new Location(1, 1, ""));
        late.succeed();

        assertThat(events).isEmpty();
        assertThat(recorder.snapshot()).isEqualTo(sealed);
        assertThat(recorder.seal("again")).isEqualTo(sealed);
        assertThat(late.id()).as("its number is still its own").isGreaterThan(document.id());
    }

    @Test
    void manyWritersLoseNothing() throws InterruptedException {
        var heard = new AtomicInteger();
        var inside = new AtomicInteger();
        var overlaps = new AtomicInteger();
        var shared = new ResolutionRecorder("slot", event -> {
            if (inside.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            heard.incrementAndGet();
            inside.decrementAndGet();
        });
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int t = 0; t < 8; t++) {
                String writer = "writer " + t;
                threads.submit(() -> {
                    start.await();
                    OpenNode own = shared.root().open(NodeKind.DOCUMENT, writer);
                    IntStream.range(0, 200).forEach(i -> {
                        OpenNode child = own.open(NodeKind.AD, String.valueOf(i));
                        child.finding(finding(Severity.INFO));
                        shared.root().fact(writer + " " + i, "done");
                        child.succeed();
                    });
                    own.succeed();
                    return null;
                });
            }
            start.countDown();
        }

        Resolution whole = shared.snapshot();

        assertThat(whole.nodes().map(Node::id)).hasSize(1 + 8 + 1_600).doesNotHaveDuplicates();
        assertThat(whole.root().facts()).hasSize(1_600);
        assertThat(whole.findings()).hasSize(1_600);
        assertThat(whole.root().children()).allSatisfy(own -> assertThat(own.children()).extracting(Node::label)
                .containsExactlyElementsOf(IntStream.range(0, 200).mapToObj(String::valueOf).toList()));
        assertThat(heard).hasValue(1 + 8 * (2 + 200 * 4));
        assertThat(overlaps).as("calls come one at a time").hasValue(0);
    }

    private Status statusOf(OpenNode node) {
        return recorder.snapshot().node(node.id()).orElseThrow().status();
    }

    private static Finding finding(Severity severity) {
        return Finding.of("TEST-" + severity, severity, "A test found it.");
    }

    private static String told(ResolutionEvent event) {
        Node node = event.node();
        String what = " " + node.id() + " " + node.kind();
        return switch (event) {
            case Opened(OptionalInt parent, Node opened) -> "opened" + what + " below "
                    + (parent.isPresent() ? parent.getAsInt() : "none");
            case Changed(Node changed) -> "changed" + what + " " + changed.status();
            case Closed(Node closed) -> "closed" + what + " " + closed.status();
        };
    }
}
