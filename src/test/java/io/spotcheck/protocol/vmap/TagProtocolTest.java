package io.spotcheck.protocol.vmap;

import static io.spotcheck.protocol.vmap.Schedules.ad;
import static io.spotcheck.protocol.vmap.Schedules.inlineBreak;
import static io.spotcheck.protocol.vmap.Schedules.tagBreak;
import static io.spotcheck.protocol.vmap.Schedules.vast;
import static io.spotcheck.protocol.vmap.Schedules.vmap;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.cache.MemoryCache;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.vmap.document.VmapReader;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.tracking.RecordingTracker;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tag of which nobody says what it answers is asked once, and its answer decides. */
class TagProtocolTest extends ScheduleScenario {

    private Orchestrator orchestrator() {
        return new Orchestrator(new TagProtocolHandler(new VmapUpstream(transport, url("/tag"))), new MemoryCache(),
                true, Duration.ofHours(1));
    }

    @Test
    void aScheduleIsResolvedAsOne() {
        answer("/tag", vmap(inlineBreak("start", "pre"), tagBreak("end", "post", url("/post"))));
        answer("/post", vast(ad("post", "")));

        try (var orchestrator = orchestrator()) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(response.protocol()).isEqualTo("vmap");
            assertThat(ids(response)).containsExactly("pre", "post");
            assertThat(response.breaks()).hasSize(2);
            assertThat(response.resolutionChain()).containsExactly(url("/tag"), url("/post"));
            assertThat(nodes(response, NodeKind.DOCUMENT).getFirst().children()).hasSize(2)
                    .allMatch(n -> n.kind() == NodeKind.BREAK);
            assertThat(response.resolution().findings()).isEmpty();
            assertThat(server.getRequestCount()).isEqualTo(2);

            AdResponse again = orchestrator.fetchAd(REQUEST);
            assertThat(again.cached()).isTrue();
            assertThat(again.protocol()).isEqualTo("vmap");
        }
    }

    @Test
    void vastIsResolvedAsVast() {
        answer("/tag", vast(ad("only", "")));

        try (var orchestrator = orchestrator()) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(response.protocol()).isEqualTo("vast");
            assertThat(ids(response)).containsExactly("only");
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void theBeaconsOfBreaksAreTracked() {
        answer("/tag", vmap(inlineBreak("start", "pre")));

        try (var orchestrator = Orchestrator.builder(
                new TagProtocolHandler(new VmapUpstream(transport, url("/tag")))).enableCaching(false)
                .tracker(new RecordingTracker()).build()) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(orchestrator.trackEvent("breakStart", response).events()).singleElement()
                    .satisfies(event -> assertThat(event.url()).isEqualTo("https://t.example/pre/breakStart?at=1"));
        }
    }

    @Test
    void aScheduleWithoutBreaksIsStillOne() {
        answer("/tag", vmap());

        try (var orchestrator = orchestrator()) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(response.protocol()).isEqualTo("vmap");
            assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
            assertThat(response.error()).contains("The schedule has no break.");
        }
    }

    @Test
    void whatIsNeitherIsToldInTheWordsOfVast() {
        answer("/tag", "<lamp/>");

        try (var orchestrator = orchestrator()) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(response.protocol()).isEqualTo("vast");
            assertThat(response.errorCode()).contains(ErrorCode.MALFORMED);
        }
    }

    @Test
    void inAScheduleWhoseTagAnswersAScheduleThatIsAFailureOfTheBreak() {
        answer("/tag", vmap(tagBreak("start", "pre", url("/tag"))));

        try (var orchestrator = orchestrator()) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(response.breaks().getFirst().error().orElseThrow().code()).isEqualTo(ErrorCode.UNSUPPORTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<VMAP/>", "<vmap:VMAP >", "\uFEFF<v:vmap\n", " <?xml version='1.0'?>\n<!-- <VAST> --><VMAP/>",
            "<!DOCTYPE VMAP>\n<VMAP/>"})
    void recognisesSchedules(String text) {
        assertThat(VmapReader.isSchedule(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "VMAP", "<VAST><VMAP/></VAST>", "<!-- <VMAP/>", "<VMAPS/>", "<?xml", "{\"a\":\"<VMAP/>\"}"})
    void recognisesWhatIsNone(String text) {
        assertThat(VmapReader.isSchedule(text)).isFalse();
    }
}
