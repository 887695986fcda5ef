package io.spotcheck.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolutionTest {

    private final ResolutionRecorder recorder = new ResolutionRecorder("slot", ResolutionListener.none());
    private final OpenNode first = recorder.root().open(NodeKind.DOCUMENT, "first");
    private final OpenNode wrapper = first.open(NodeKind.WRAPPER, "wrapper");
    private final OpenNode second = wrapper.open(NodeKind.DOCUMENT, "second");
    private final OpenNode redirect = second.open(NodeKind.REDIRECT, "redirect");
    private final OpenNode ad = second.open(NodeKind.AD, "ad");
    private final OpenNode cache = recorder.root().open(NodeKind.CACHE, "cache");

    @Test
    void nodesComeDepthFirstInTheOrderOfTheTree() {
        recorder.root().open(NodeKind.DOCUMENT, "last");
        first.open(NodeKind.AD, "late child of the first");

        assertThat(recorder.snapshot().nodes()).extracting(Node::label).containsExactly("slot", "first", "wrapper",
                "second", "redirect", "ad", "late child of the first", "cache", "last");
    }

    @Test
    void aPathLeadsFromTheRootToTheNode() {
        Resolution whole = recorder.snapshot();

        assertThat(whole.pathTo(ad.id())).extracting(Node::label)
                .containsExactly("slot", "first", "wrapper", "second", "ad");
        assertThat(whole.pathTo(cache.id())).extracting(Node::label).containsExactly("slot", "cache");
        assertThat(whole.pathTo(0)).extracting(Node::label).containsExactly("slot");
        assertThat(whole.pathTo(99)).isEmpty();
    }

    @Test
    void aNodeStandsInTheNearestDocumentAbove() {
        first.source(source("outer"));
        assertThat(documentOf(ad)).contains("first");

        second.source(source("inner"));
        assertThat(documentOf(ad)).contains("second");
        assertThat(documentOf(second)).as("a document stands in itself").contains("second");
        assertThat(documentOf(wrapper)).contains("first");
        assertThat(documentOf(cache)).isEmpty();
        assertThat(recorder.snapshot().documentOf(99)).isEmpty();
    }

    @Test
    void aNodeWasBroughtByTheNearestExchangeAbove() {
        first.exchange(exchange("http://first/"));
        redirect.exchange(exchange("http://redirect/"));

        assertThat(recorder.snapshot().exchangeOf(ad.id()).map(Node::label)).contains("first");
        assertThat(recorder.snapshot().exchangeOf(redirect.id()).map(Node::label)).contains("redirect");
        assertThat(recorder.snapshot().exchangeOf(cache.id())).isEmpty();
    }

    @Test
    void findingsComeInTheOrderOfTheTree() {
        cache.finding(Finding.of("C", Severity.INFO, "third"));
        ad.finding(Finding.of("B", Severity.INFO, "second"));
        first.finding(Finding.of("A", Severity.INFO, "first"));

        assertThat(recorder.snapshot().findings()).extracting(Finding::rule).containsExactly("A", "B", "C");
    }

    @Test
    void aTreeOfAThousandLevelsCanBeWalked() {
        Node node = node(1_000, List.of());
        for (int id = 999; id >= 0; id--) {
            node = node(id, List.of(node));
        }
        assertThat(node.walk()).extracting(Node::id).hasSize(1_001).isSorted();
    }

    @Test
    void aNodeDoesNotChangeWithWhatItWasMadeOf() {
        var children = new ArrayList<>(List.of(node(1, List.of())));
        var facts = new LinkedHashMap<>(Map.of("a", "1"));
        var node = new Node(0, NodeKind.AD, "", Status.OK, Timing.zero(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), new ArrayList<>(), facts, children);
        children.clear();
        facts.clear();

        assertThat(node.children()).hasSize(1);
        assertThat(node.facts()).hasSize(1);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> node.facts().put("b", "2"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> node.children().clear());
    }

    @Test
    void aBodyDoesNotChangeWithItsBytes() {
        byte[] bytes = "body".getBytes(StandardCharsets.UTF_8);
        Body body = Body.of(bytes);
        bytes[0] = 'x';
        body.toBytes()[1] = 'x';

        assertThat(body).isEqualTo(Body.of("body")).hasSameHashCodeAs(Body.of("body"));
        assertThat(body.text(StandardCharsets.UTF_8)).isEqualTo("body");
        assertThat(body).isNotEqualTo(Body.of("other"));
    }

    @Test
    void headersHaveNoCaseButAnOrder() {
        Headers headers = Headers.none().with("Via", "1").with("VIA", "2").with("Age", "3");

        assertThat(headers.first("via")).contains("1");
        assertThat(headers.first("none")).isEmpty();
        assertThat(headers.entries()).extracting(Headers.Header::value).containsExactly("1", "2", "3");
        assertThat(Headers.none().isEmpty()).isTrue();
    }

    @Test
    void aLocationCountsFromOne() {
        assertThat(new Location(3, 7, "/VAST")).hasToString("3:7 /VAST");
        assertThatIllegalArgumentException().isThrownBy(() -> new Location(0, 1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Location(1, 0, ""));
    }

    private Optional<String> documentOf(OpenNode node) {
        return recorder.snapshot().documentOf(node.id()).map(Node::label);
    }

    private static Source source(String text) {
        return new Source("test", Source.Syntax.XML, text);
    }

    private static Exchange exchange(String url) {
        return new Exchange(new Exchange.Request("GET", url, Headers.none(), Body.empty()), Optional.empty(),
                Optional.empty(), Duration.ZERO, List.of());
    }

    private static Node node(int id, List<Node> children) {
        return new Node(id, NodeKind.AD, "", Status.OK, Timing.zero(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), Map.of(), children);
    }
}
