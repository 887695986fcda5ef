package io.spotcheck.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.MediaFile;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.ad.UniversalAdId;
import io.spotcheck.ad.Verification;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.ResolutionRecorder;
import io.spotcheck.resolution.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultJsonTest {

    @Test
    void writesAServedAdAsTheContractHasIt() {
        JsonNode json = JsonMapper.shared().readTree(ResultJson.write(served()));

        assertThat(json.propertyNames()).containsExactly("success", "slotId", "protocol", "ads", "resolutionChain",
                "usedFallback", "cached", "resolutionTimeMs", "error", "errorCode", "findings", "tree");
        assertThat(json.get("error").isNull()).isTrue();
        assertThat(json.get("errorCode").isNull()).isTrue();
        JsonNode ad = json.get("ads").get(0);
        assertThat(ad.propertyNames()).containsExactly("id", "sequence", "adSystem", "adTitle", "advertiser",
                "adServingId", "universalAdIds", "creatives", "verifications", "tracking");
        assertThat(ad.get("universalAdIds")).hasToString("[{\"registry\":\"ad-id.org\",\"value\":\"X1\"}]");
        assertThat(ad.get("verifications")).hasToString("[{\"vendor\":\"v.example\",\"resources\":2}]");
        assertThat(ad.get("creatives").get(0)).hasToString("{\"kind\":\"linear\",\"id\":\"c1\",\"duration\":30.0,"
                + "\"skipOffset\":\"00:00:05\",\"mediaFiles\":[{\"url\":\"https://m.example/a.mp4\","
                + "\"type\":\"video/mp4\",\"bitrate\":500,\"width\":640,\"height\":360,\"delivery\":\"progressive\","
                + "\"chosen\":true,\"reason\":\"the only one\"}]}");
        assertThat(ad.get("tracking").get(0).propertyNames()).startsWith("event", "url", "hop", "offset");
        JsonNode tree = json.get("tree");
        assertThat(tree.get("kind").stringValue()).isEqualTo("request");
        JsonNode document = tree.get("children").get(0);
        assertThat(document.get("kind").stringValue()).isEqualTo("document");
        assertThat(document.get("status").stringValue()).isEqualTo("warning");
        assertThat(document.get("facts")).hasToString("{\"version\":\"4.2\"}");
        assertThat(document.get("findings")).isEqualTo(json.get("findings")).hasToString("[{\"rule\":\"VAST-X\","
                + "\"severity\":\"warning\",\"message\":\"Odd.\",\"line\":7,\"column\":5,\"path\":\"/VAST/Ad[1]\","
                + "\"spec\":\"VAST 4.3 §3.4.4\"}]");
    }

    @Test
    void putsTheProtocolsCodeAndAllFailuresBesideTheErrorCode() {
        AdError first = AdError.of(ErrorCode.HTTP_STATUS, "The server answered 500.", 1).atUrl("https://a.example/");
        AdError last = AdError.of(ErrorCode.NO_AD, "No ad.", 2).withProtocolCode(303);
        AdResponse failed = AdResponse.failed("pre-roll", last).protocol("vast").failures(List.of(first, last))
                .trackingUrls(List.of(TrackingUrl.of("error", "https://b.example/[ERRORCODE]"))).build();
        JsonNode json = ResultJson.of(failed);
        assertThat(json.get("success").booleanValue()).isFalse();
        assertThat(json.get("errorCode").stringValue()).isEqualTo("NO_AD");
        assertThat(json.get("protocolCode").intValue()).isEqualTo(303);
        assertThat(json.get("ads").isEmpty()).isTrue();
        assertThat(json.get("tracking").get(0).get("url").stringValue()).isEqualTo("https://b.example/[ERRORCODE]");
        assertThat(json.get("failures").get(0)).hasToString("{\"errorCode\":\"HTTP_STATUS\","
                + "\"message\":\"The server answered 500.\",\"url\":\"https://a.example/\"}");
    }

    @Test
    void saysWhatIsNotAsExpected() {
        Expectation expectation = ProfileFormat.parse(
                "expect: {ads: 2, hops: 1, duration: 15s, beacons: {start: 1, midpoint: 1}}", "p.yaml").expectation();
        assertThat(expectation.check(served())).extracting(Mismatch::sentence).containsExactly(
                "ads: expected 2, was 1", "duration: expected 15s, was 30s", "beacons.midpoint: expected 1, was 0");
        assertThat(Expectation.failure(ErrorCode.NO_AD).check(served())).extracting(Mismatch::sentence)
                .containsExactly("served: expected no, was yes", "errorCode: expected NO_AD, was none");
    }

    private static AdResponse served() {
        var recorder = new ResolutionRecorder("pre-roll", ResolutionListener.none());
        var document = recorder.root().open(NodeKind.DOCUMENT, "https://ads.example/tag");
        document.fact("version", "4.2");
        document.finding(Finding.of("VAST-X", Severity.WARNING, "Odd.").at(new Location(7, 5, "/VAST/Ad[1]"))
                .by("VAST 4.3 §3.4.4"));
        document.succeed();
        recorder.root().succeed();
        var file = new MediaFile("https://m.example/a.mp4", "video/mp4", OptionalInt.of(500), OptionalInt.of(640),
                OptionalInt.of(360), Optional.of("progressive"), Optional.empty(), Optional.empty(), true,
                "the only one", 3);
        var linear = new Creative.Linear(Optional.of("c1"), Optional.of(Duration.ofSeconds(30)),
                Optional.of("00:00:05"), List.of(file), Optional.empty(), Optional.empty(), 2);
        var start = new TrackingUrl("start", "https://b.example/s", 0, Optional.of("00:00:01"), 1, Optional.empty());
        var ad = new Ad(Optional.of("a1"), OptionalInt.of(1), Optional.of("s"), Optional.of("t"), Optional.of("adv"),
                Optional.of("sid"), List.of(new UniversalAdId("ad-id.org", "X1")), List.of(linear),
                List.of(new Verification("v.example", List.of("https://v/1.js", "https://v/2.js"), 0)),
                List.of(start), List.of(), 1);
        return AdResponse.served("pre-roll").protocol("vast").ads(List.of(ad)).trackingUrls(List.of(start))
                .resolutionChain(List.of("https://ads.example/tag")).resolution(recorder.seal("")).build();
    }
}
