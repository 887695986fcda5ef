package io.spotcheck.protocol.vmap;

import static io.spotcheck.protocol.vmap.Schedules.ad;
import static io.spotcheck.protocol.vmap.Schedules.adBreak;
import static io.spotcheck.protocol.vmap.Schedules.inlineBreak;
import static io.spotcheck.protocol.vmap.Schedules.inlineSource;
import static io.spotcheck.protocol.vmap.Schedules.source;
import static io.spotcheck.protocol.vmap.Schedules.tagBreak;
import static io.spotcheck.protocol.vmap.Schedules.tagSource;
import static io.spotcheck.protocol.vmap.Schedules.vast;
import static io.spotcheck.protocol.vmap.Schedules.vmap;
import static io.spotcheck.protocol.vmap.Schedules.wrapper;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdBreak;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.protocol.vast.RequestMapping;
import io.spotcheck.protocol.vast.VastUpstream;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Schedules, their breaks, what is due and failures over real HTTP. */
class VmapResolutionTest extends ScheduleScenario {

    @Test
    void theBreaksOfAScheduleGiveTheirAdsInItsOrder() {
        answerLate("/mid", vast(ad("mid", "")), 150);
        answer("/post", vast(ad("post", "")));

        AdResponse response = resolve(REQUEST, inlineBreak("start", "pre"), tagBreak("00:05:00", "mid", url("/mid")),
                tagBreak("end", "post", url("/post")));

        assertThat(response.success()).isTrue();
        assertThat(response.protocol()).isEqualTo("vmap");
        assertThat(ids(response)).containsExactly("pre", "mid", "post");
        assertThat(response.breaks()).extracting(AdBreak::timeOffset).containsExactly("start", "00:05:00", "end");
        assertThat(response.breaks()).allMatch(AdBreak::due);
        assertThat(response.breaks()).extracting(AdBreak::offset).containsExactly(
                Optional.of(Duration.ZERO), Optional.of(Duration.ofMinutes(5)),
                Optional.empty());
        assertThat(response.resolutionChain()).containsExactly(url("/vmap"), url("/mid"), url("/post"));
        assertThat(response.trackingUrls("breakStart")).hasSize(3).allMatch(t -> t.scope() == TrackingUrl.Scope.BREAK);
        assertThat(nodes(response, NodeKind.BREAK)).extracting(Node::label)
                .containsExactly("pre · start", "mid · 00:05:00", "post · end");
        assertThat(nodes(response, NodeKind.BREAK)).allSatisfy(n -> {
            assertThat(n.location()).isPresent();
            assertThat(n.children()).singleElement().extracting(Node::kind).isEqualTo(NodeKind.DOCUMENT);
        });
    }

    @Test
    void atAPlayheadTheLatestBreakBeforeItIsDue() {
        AdResponse response = resolve(at(Duration.ofMinutes(12), Duration.ofMinutes(20)), inlineBreak("start", "pre"),
                inlineBreak("50%", "half"), adBreak("00:10:00", "overlay", "linear,nonlinear", "",
                inlineSource("overlay", "")), inlineBreak("00:15:00", "late"), inlineBreak("end", "post"));

        assertThat(ids(response)).containsExactly("half", "overlay");
        assertThat(response.breaks()).filteredOn(AdBreak::due).extracting(b -> b.breakId().orElseThrow())
                .containsExactly("half", "overlay");
        assertThat(response.breaks()).hasSize(5).allMatch(b -> b.ads().size() == 1);
        assertThat(response.trackingUrls("breakStart")).hasSize(2);
        assertThat(nodes(response, NodeKind.BREAK).get(3).facts().get("due"))
                .isEqualTo("no: Not yet due at the playhead 00:12:00.000.");
    }

    @Test
    void anAnswerInAnotherVersionThanAnnouncedIsTold() {
        answer("/two", vast(ad("two", "")).replace("3.0", "2.0"));
        answer("/four", vast(ad("four", "")).replace("3.0", "4.2"));
        answer("/three", vast(ad("three", "")));

        AdResponse response = resolve(REQUEST, tagBreak("start", "two", url("/two")),
                tagBreak("00:01:00", "four", url("/four")), tagBreak("00:02:00", "three", url("/three")));

        assertThat(ids(response)).containsExactly("two", "four", "three");
        assertThat(nodes(response, NodeKind.BREAK)).extracting(n -> n.findings().stream()
                        .map(f -> f.severity() + " " + f.location().orElseThrow().path() + " " + f.message()).toList())
                .containsExactly(
                        List.of("WARNING /VMAP/AdBreak[1]/AdSource/AdTagURI The schedule says vast3, and the answer is "
                                + "VAST 2.0."),
                        List.of("INFO /VMAP/AdBreak[2]/AdSource/AdTagURI The schedule says vast3, and the answer is "
                                + "VAST 4.2."), List.of());
    }

    @Test
    void nobodyIsToldOfFailuresOfBreaksThatAreNotDue() {
        AdResponse response = resolve(at(Duration.ZERO, Duration.ofHours(1)), inlineBreak("start", "pre"),
                tagBreak("start", "due", url("/gone")), tagBreak("00:30:00", "later", url("/gone")),
                inlineBreak("soon", "unreadable"));

        assertThat(response.failures()).hasSize(3);
        assertThat(tracked("error", response, OptionalInt.empty())).hasSize(2)
                .anyMatch(u -> u.startsWith("https://t.example/due/error?1008"))
                .anyMatch(u -> u.startsWith("https://t.example/unreadable/error?1000"));
    }

    @Test
    void aPercentageAboveOneHundredNeverComes() {
        AdResponse response = resolve(REQUEST, inlineBreak("100%", "post"), inlineBreak("101%", "never"));

        assertThat(ids(response)).containsExactly("post");
    }

    @Test
    void nothingIsDueWhereTheTimeOfNoBreakIsKnown() {
        var request = REQUEST.toBuilder().playheadPosition(Duration.ofMinutes(1)).build();

        AdResponse response = resolve(request, inlineBreak("50%", "half"));

        assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(response.error()).contains("No break is due at 00:01:00.000. "
                + "Its time is not known without the length of the content.");
        assertThat(response.breaks()).singleElement().satisfies(b -> {
            assertThat(b.due()).isFalse();
            assertThat(b.ads()).hasSize(1);
            assertThat(b.offset()).isEmpty();
        });
    }

    @Test
    void aBreakThatRepeatsIsResolvedOnceAndStandsAtEachOfItsTimes() {
        answer("/again", vast(ad("again", "")));

        AdResponse response = resolve(at(Duration.ofMinutes(10), Duration.ofMinutes(16)),
                adBreak("00:05:00", "again", "linear", "repeatAfter=\"00:05:00\"",
                        tagSource(url("/again"), "vast3", "")));

        assertThat(response.breaks()).extracting(b -> b.offset().orElseThrow().toMinutes())
                .containsExactly(5L, 10L, 15L);
        assertThat(response.breaks()).extracting(AdBreak::due).containsExactly(false, true, false);
        assertThat(ids(response)).containsExactly("again");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aBreakThatFailsLeavesTheOthersAloneAndItsTrackersAreToldTheCode() {
        AdResponse response = resolve(REQUEST, inlineBreak("start", "pre"),
                tagBreak("00:05:00", "gone", url("/gone")), tagBreak("end", "nowhere", "http://127.0.0.1:1/vast"));

        assertThat(response.success()).isTrue();
        assertThat(ids(response)).containsExactly("pre");
        AdError gone = response.breaks().get(1).error().orElseThrow();
        assertThat(gone.code()).isEqualTo(ErrorCode.HTTP_STATUS);
        assertThat(gone.protocolCode()).hasValue(1008);
        assertThat(gone.beacons()).extracting(TrackingUrl::url)
                .containsExactly("https://t.example/gone/error?[ERROR_CODE]&[ERROR_MESSAGE]");
        assertThat(tracked("error", response, OptionalInt.empty()))
                .contains("https://t.example/gone/error?1008&The%20server%20answered%20404.");
        assertThat(response.breaks().get(2).error().orElseThrow().protocolCode()).hasValue(1008);
        assertThat(nodes(response, NodeKind.BREAK)).extracting(Node::status)
                .containsExactly(Status.OK, Status.ERROR, Status.ERROR);
    }

    @Test
    void theCodeOfAnAdThatFailedIsThatOfVast() {
        answer("/wrapped", wrapper("outer", url("/gone")));

        AdResponse response = resolve(REQUEST, tagBreak("start", "wrapped", url("/wrapped")));

        assertThat(response.success()).isFalse();
        assertThat(response.errorCode()).contains(ErrorCode.HTTP_STATUS);
        assertThat(response.protocolCode()).hasValue(301);
        assertThat(tracked("error", response, OptionalInt.empty()))
                .containsExactly("https://t.example/wrapped/error?301&The%20server%20answered%20404.");
    }

    @Test
    void anAdResponseThatIsNoVastHasACodeOfItsOwn() {
        answer("/html", "<html><body>Sorry</body></html>");
        answer("/one", "<VAST version=\"1.0\"/>");

        AdResponse response = resolve(REQUEST, tagBreak("start", "html", url("/html")),
                tagBreak("00:00:10", "one", url("/one")),
                adBreak("00:00:20", "inside", "linear", "", source("", "<vmap:VASTAdData><Ad/></vmap:VASTAdData>")),
                adBreak("00:00:30", "empty", "linear", "", source("", "<vmap:AdTagURI templateType=\"vast\"/>")),
                adBreak("00:00:40", "house", "linear", "", source("", "<vmap:CustomAdData templateType=\"house\">x"
                        + "</vmap:CustomAdData>")),
                adBreak("00:00:50", "audio", "audio", "", inlineSource("audio", "")),
                adBreak("soon", "soon", "linear", "", inlineSource("soon", "")));

        assertThat(response.breaks()).extracting(b -> b.error().orElseThrow().protocolCode().orElseThrow())
                .containsExactly(1006, 1005, 1006, 1004, 1005, 1003, 1000);
        assertThat(response.failures()).hasSize(7).allMatch(f -> !f.beacons().isEmpty());
        assertThat(response.failures()).filteredOn(f -> f.url().isEmpty()).allMatch(f -> f.location().isPresent());
        assertThat(response.errorCode()).contains(ErrorCode.MALFORMED);
    }

    @Test
    void textThatIsVastIsReadWhereverItStands() {
        AdResponse response = resolve(REQUEST,
                adBreak("start", "cdata", "linear", "", source("", "<vmap:VASTAdData><![CDATA[" + vast(ad("cdata", ""))
                        + "]]></vmap:VASTAdData>")),
                adBreak("00:00:10", "custom", "linear", "", source("", "<vmap:CustomAdData templateType=\"vast2\">"
                        + "<![CDATA[" + vast(ad("custom", "")) + "]]></vmap:CustomAdData>")),
                adBreak("00:00:20", "old", "linear", "", source("", "<vmap:VASTData>" + vast(ad("old", ""))
                        + "</vmap:VASTData>")));

        assertThat(ids(response)).containsExactly("cdata", "custom", "old");
    }

    @Test
    void aSourceMayAllowOneAdOnlyAndNoWrappers() {
        answer("/pod", vast(ad("one", "sequence=\"1\""), ad("two", "sequence=\"2\"")));
        answer("/wrapped", wrapper("outer", url("/pod")));

        AdResponse response = resolve(REQUEST,
                adBreak("start", "pod", "linear", "", tagSource(url("/pod"), "vast3", "")),
                adBreak("00:00:10", "single", "linear", "", tagSource(url("/pod"), "vast3",
                        "allowMultipleAds=\"false\"")),
                adBreak("00:00:20", "direct", "linear", "", tagSource(url("/wrapped"), "vast3",
                        "followRedirects=\"false\"")));

        assertThat(response.breaks()).extracting(b -> b.ads().size()).containsExactly(2, 1, 0);
        assertThat(response.breaks().get(2).error().orElseThrow().message())
                .isEqualTo("Wrappers are not followed here.");
    }

    @Test
    void theTagOfABreakIsToldWhereItStandsAndHowManyAdsAreWanted() throws InterruptedException {
        answer("/mid", vast(ad("mid", "")));

        AdResponse response = resolve(REQUEST, adBreak("00:05:00", "mid", "linear", "",
                tagSource(url("/mid") + "?at=[BREAKPOSITION]&ads=[ADCOUNT]&id=[CACHEBUSTING]", "vast4",
                        "allowMultipleAds=\"false\"")));

        assertThat(response.success()).isTrue();
        server.takeRequest();
        assertThat(server.takeRequest().getUrl().query()).startsWith("at=2&ads=1&id=").doesNotContain("[");
        assertThat(tracked("impression", response, OptionalInt.empty()))
                .containsExactly("https://t.example/mid/impression?at=2");
        assertThat(tracked("breakStart", response, OptionalInt.of(0)))
                .containsExactly("https://t.example/mid/breakStart?at=2");
    }

    @Test
    void aFallbackServesTheScheduleWhenTheFirstServerHasNone() {
        answer("/empty", vmap());
        answer("/vmap", vmap(inlineBreak("start", "pre")));

        AdResponse response = resolve(new VmapUpstream(transport, url("/empty")).withFallback(transport, url("/vmap")),
                REQUEST);

        assertThat(response.success()).isTrue();
        assertThat(response.usedFallback()).isTrue();
        assertThat(response.resolutionChain()).containsExactly(url("/empty"), url("/vmap"));
        assertThat(response.failures()).singleElement().extracting(AdError::message)
                .isEqualTo("The schedule has no break.");
    }

    @Test
    void noFallbackIsAskedWhereOnlyNothingIsDue() {
        answer("/other", vmap(inlineBreak("start", "other")));
        answer("/vmap", vmap(inlineBreak("00:10:00", "mid")));

        AdResponse response = resolve(new VmapUpstream(transport, url("/vmap")).withFallback(transport, url("/other")),
                at(Duration.ZERO, Duration.ofMinutes(20)));

        assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(response.error()).contains("No break is due at 00:00:00.000.");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void vastForAScheduleIsRefusedWithAHint() {
        answer("/vmap", vast(ad("a", "")));

        AdResponse response = resolve(new VmapUpstream(transport, url("/vmap")), REQUEST);

        assertThat(response.errorCode()).contains(ErrorCode.UNSUPPORTED);
        assertThat(response.protocolCode()).hasValue(1000);
        assertThat(response.error()).get().asString().endsWith("ask with the protocol vast.");
        assertThat(response.failures()).singleElement().satisfies(f -> assertThat(f.location()).isPresent());
    }

    @Test
    void brokenXmlHasACodeAndAPlace() {
        answer("/vmap", "<vmap:VMAP version=\"1.0\">\n  <vmap:AdBreak");

        AdResponse response = resolve(new VmapUpstream(transport, url("/vmap")), REQUEST);

        assertThat(response.errorCode()).contains(ErrorCode.MALFORMED);
        assertThat(response.protocolCode()).hasValue(1002);
        assertThat(response.failures().getFirst().location()).get().satisfies(at -> assertThat(at.line()).isEqualTo(2));
    }

    @Test
    void anyPrefixAndAnyNamespaceIsRead() {
        for (String root : List.of("<VMAP version=\"1.0\">",
                "<x:VMAP xmlns:x=\"http://www.iab.net/vmap-1.0\">",
                "<VMAP xmlns=\"http://www.iab.net/videosuite/vmap\" version=\"1.0.1\">", "<vmap:VMAP version=\"1.0\">")) {
            String prefix = root.substring(1, root.indexOf("VMAP"));
            String inside = inlineBreak("start", "pre").replace("vmap:", prefix);
            answer("/vmap", root + inside + "</" + prefix + "VMAP>");

            assertThat(resolve(new VmapUpstream(transport, url("/vmap")), REQUEST).success()).as(root).isTrue();
        }
    }

    @Test
    void anAdOfAnotherTypeThanTheBreaksIsTold() {
        AdResponse response = resolve(REQUEST,
                adBreak("00:00:10", "overlay", "nonlinear", "", inlineSource("video", "")));

        assertThat(response.success()).isTrue();
        assertThat(nodes(response, NodeKind.BREAK).getFirst().findings()).extracting(Finding::rule)
                .containsExactly("VMAP-BREAK-ADS-UNFIT");
    }

    @Test
    void aBreakForDisplayAdsTakesCompanionsAlone() {
        String companion = "<VAST version=\"3.0\"><Ad><InLine><AdSystem>t</AdSystem><AdTitle>t</AdTitle><Creatives>"
                + "<Creative><CompanionAds><Companion width=\"300\" height=\"250\"><StaticResource creativeType="
                + "\"image/png\">https://cdn.example/a.png</StaticResource></Companion></CompanionAds></Creative>"
                + "</Creatives></InLine></Ad></VAST>";

        AdResponse response = resolve(REQUEST,
                adBreak("start", "display", "display", "", source("", "<vmap:VASTAdData>" + companion
                        + "</vmap:VASTAdData>")),
                adBreak("00:00:10", "linear", "linear", "", source("", "<vmap:VASTAdData>" + companion
                        + "</vmap:VASTAdData>")));

        assertThat(response.breaks()).extracting(b -> b.ads().size()).containsExactly(1, 0);
        assertThat(response.format()).contains("companion");
    }

    @Test
    void extensionsAreKeptVerbatim() {
        String extension = "<vmap:Extension type=\"a\"><x:y xmlns:x=\"urn:x\"> z </x:y></vmap:Extension>";
        String inside = "<vmap:Extensions>" + extension + "</vmap:Extensions>";

        AdResponse response = resolve(REQUEST, inside, "<vmap:AdBreak timeOffset=\"start\" breakType=\"linear\">"
                + inlineSource("pre", "") + inside + "</vmap:AdBreak>");

        assertThat(response.extensions().get("vmap_extensions")).isEqualTo(List.of(extension));
        assertThat(response.extensions().get("vmap_break_extensions").toString()).contains(extension);
    }

    @Test
    void whatARequestSaysOfAdsAndNobodyUnderstandsIsTold() {
        AdResponse response = resolve(REQUEST.toBuilder().extension("companionSizes", "large").build(),
                inlineBreak("start", "pre"));

        assertThat(response.success()).isTrue();
        assertThat(response.resolution().root().findings()).extracting(Finding::rule)
                .containsExactly("REQUEST-COMPANION-SIZES");
    }

    @Test
    void aServerSpeaksForTheDeviceInEachBreak() throws InterruptedException {
        answer("/vmap", vmap(tagBreak("start", "pre", url("/ad"))));
        answer("/ad", vast(ad("pre", "")));
        var mapping = new RequestMapping(Map.of("slot", "slotId"), true);
        var asServer = new VmapUpstream(new VastUpstream(transport, url("/vmap")).withMapping(mapping));

        AdResponse response = resolve(asServer, REQUEST.toBuilder().ipAddress("203.0.113.7").build());

        assertThat(response.success()).isTrue();
        RecordedRequest schedule = server.takeRequest();
        assertThat(schedule.getUrl().query()).isEqualTo("slot=show");
        assertThat(schedule.getHeaders().get("X-Device-IP")).isEqualTo("203.0.113.7");
        assertThat(server.takeRequest().getHeaders().get("X-Device-IP")).isEqualTo("203.0.113.7");
    }

    @Test
    void theOpportunitiesOfARequestMustBeMoments() {
        var request = REQUEST.toBuilder().extension("opportunities", "00:01:00,soon").build();

        AdResponse response = resolve(request, inlineBreak("#1", "first"));

        assertThat(response.errorCode()).contains(ErrorCode.INVALID_REQUEST);
        assertThat(response.error()).get().asString().contains("“soon”");
    }
}
