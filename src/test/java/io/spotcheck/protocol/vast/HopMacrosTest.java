package io.spotcheck.protocol.vast;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.HttpScenario;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.tracking.RecordingTracker;
import java.util.List;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** What goes along from hop to hop of one resolution: macros, cookies, and what was asked already. */
class HopMacrosTest extends HttpScenario {

    private static final AdRequest REQUEST = AdRequest.builder("pre-roll", "tester").build();

    @Test
    void theTagAndEachWrapperTellTheirUrlBeforeAndAfterMacrosAndWhatIsMissing() {
        answer(Tags.wrapper("wa", url("/two?c=[CACHEBUSTING]&i=[IFA]&p=[CLICKPOS]&n=[NOPE]")));
        answer(Tags.inline("in"));

        AdResponse response = fetch("/one?r=%%RANDOM%%&s=[PLAYERSIZE]#f");

        List<Node> documents = documents(response);
        assertThat(documents.getFirst().facts()).containsEntry("before macros",
                url("/one?r=%%RANDOM%%&s=[PLAYERSIZE]#f")).containsEntry("unfilled macros", "PLAYERSIZE");
        assertThat(documents.getFirst().label()).matches(".*/one\\?r=\\d{8}&s=-1#f");
        assertThat(documents.getFirst().findings()).extracting(Finding::rule).contains("MACRO-UNFILLED", "MACRO-LEGACY");
        assertThat(documents.getLast().facts())
                .containsEntry("before macros", url("/two?c=[CACHEBUSTING]&i=[IFA]&p=[CLICKPOS]&n=[NOPE]"))
                .containsEntry("unfilled macros", "IFA, CLICKPOS, NOPE");
        assertThat(documents.getLast().label()).matches(".*/two\\?c=\\d{8}&i=-1&p=\\[CLICKPOS]&n=\\[NOPE]");
        assertThat(documents.getLast().findings()).extracting(Finding::rule)
                .contains("MACRO-UNKNOWN", "MACRO-CONTEXT", "MACRO-UNFILLED");
    }

    @Test
    void aUrlWithoutMacrosHasNothingToTell() {
        answer(Tags.inline("in"));

        Node document = documents(fetch("/one?a=1&a=2&b=%7B[0]%7D")).getFirst();

        assertThat(document.facts()).doesNotContainKeys("before macros", "unfilled macros");
        assertThat(document.findings()).isEmpty();
    }

    @Test
    void theIdentifierOfTheResolutionIsTheSameOnAllHops() throws InterruptedException {
        answer(Tags.wrapper("wa", url("/two?t=[TRANSACTIONID]")));
        answer(Tags.inline("in"));
        answer(Tags.inline("in"));

        fetch("/one?t=[TRANSACTIONID]");
        fetch("/one?t=[TRANSACTIONID]");

        String first = target().substring("/one?t=".length());
        assertThat(UUID.fromString(first)).isNotNull();
        assertThat(target()).isEqualTo("/two?t=" + first);
        assertThat(target()).as("another resolution").doesNotContain(first);
    }

    @Test
    void theCategoriesThatWrappersBlockGoAlong() throws InterruptedException {
        answer(blocking("wa", "<![CDATA[IAB1-1, IAB2]]>", url("/two?b=[BLOCKEDADCATEGORIES]")));
        answer(blocking("wb", "IAB2,IAB3-4", url("/three?b=[BLOCKEDADCATEGORIES]")));
        answer(Tags.inline("in"));

        fetch("/one?b=[BLOCKEDADCATEGORIES]");

        assertThat(target()).isEqualTo("/one?b=-1");
        assertThat(target()).isEqualTo("/two?b=IAB1-1,IAB2");
        assertThat(target()).isEqualTo("/three?b=IAB1-1,IAB2,IAB3-4");
    }

    private static String blocking(String id, String categories, String tag) {
        return Tags.wrapper(id, tag).replace("<Creatives>", "<BlockedAdCategories authority=\"https://iabtechlab.com\">"
                + categories + "</BlockedAdCategories><Creatives>");
    }

    @Test
    void cookiesGoAlongToTheNextHopAndNotIntoTheNextResolution() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().addHeader("Set-Cookie", "id=1")
                .body(Tags.wrapper("wa", url("/two"))).build());
        answer(Tags.inline("in"));
        answer(Tags.inline("in"));
        try (Orchestrator orchestrator = orchestrator("/one")) {
            orchestrator.fetchAd(REQUEST);
            orchestrator.fetchAd(REQUEST);
        }

        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isEqualTo("id=1");
        assertThat(server.takeRequest().getHeaders().get("Cookie")).as("another resolution").isNull();
    }

    @Test
    void aLoopIsSeenInAnotherSpelling() {
        answer(Tags.wrapper("wa", url("/a/../one?x=%7e#again").replace("http:", "HTTP:")));

        AdResponse response = fetch("/one?x=~");

        assertThat(response.errorCode()).contains(ErrorCode.WRAPPER_LOOP);
        assertThat(server.getRequestCount()).isOne();
    }

    private AdResponse fetch(String target) {
        try (Orchestrator orchestrator = orchestrator(target)) {
            return orchestrator.fetchAd(REQUEST);
        }
    }

    private Orchestrator orchestrator(String target) {
        return Orchestrator.builder(new VastProtocolHandler(new VastUpstream(transport, url(target))))
                .tracker(new RecordingTracker()).enableCaching(false).build();
    }

    private void answer(String document) {
        server.enqueue(new MockResponse.Builder().body(document).build());
    }

    private String target() throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        return request.getTarget();
    }

    private static List<Node> documents(AdResponse response) {
        return response.resolution().root().walk().filter(n -> n.kind() == NodeKind.DOCUMENT).toList();
    }
}
