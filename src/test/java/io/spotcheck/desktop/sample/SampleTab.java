package io.spotcheck.desktop.sample;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.MediaFile;
import io.spotcheck.ad.Resource;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Headers;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.ResolutionRecorder;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Source;
import io.spotcheck.resolution.Timing.Phase;
import io.spotcheck.resolution.Timing.Step;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.tracking.TrackingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A finished tab: a wrapper, its inline ad with two renditions and a companion, beacons and findings. */
public final class SampleTab {

    /** The URL of the wrapper. */
    public static final String WRAPPER_URL =
            "https://ads.harbor.example/tag/v4/wrapper.xml?slot=preroll-1&cb=48201137&consent=CPXxRfAPXxRfA";
    /** The URL of the inline ad. */
    public static final String INLINE_URL = "https://delivery.fern.example/vast/inline/15s.xml?campaign=spring&hop=2";

    private static final String WRAPPER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <VAST version="4.2" xmlns="http://www.iab.com/VAST">
              <!-- Harbor passes the slot on to Fern. -->
              <Ad id="harbor-77">
                <Wrapper followAdditionalWrappers="true">
                  <AdSystem version="2.1">Harbor</AdSystem>
                  <Error><![CDATA[https://t.harbor.example/error?code=[ERRORCODE]]]></Error>
                  <Impression id="h1"><![CDATA[https://t.harbor.example/imp?cb=[CACHEBUSTING]]]></Impression>
                  <VASTAdTagURI><![CDATA[https://delivery.fern.example/vast/inline/15s.xml?campaign=spring]]></VASTAdTagURI>
                  <Creatives>
                    <Creative>
                      <Linear>
                        <TrackingEvents>
                          <Tracking event="start"><![CDATA[https://t.harbor.example/start]]></Tracking>
                          <Tracking event="complete"><![CDATA[https://t.harbor.example/done]]></Tracking>
                        </TrackingEvents>
                      </Linear>
                    </Creative>
                  </Creatives>
                </Wrapper>
              </Ad>
            </VAST>
            """;

    private static final String INLINE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <VAST version="4.2" xmlns="http://www.iab.com/VAST">
              <Ad id="fern-spring-15">
                <InLine>
                  <AdSystem>Fern Delivery</AdSystem>
                  <AdTitle>Spring, fifteen seconds</AdTitle>
                  <Impression><![CDATA[https://t.fern.example/imp?ts=[TIMESTAMP]&cb=[CACHEBUSTING]]]></Impression>
                  <Creatives>
                    <Creative id="c-15" adId="FERN-15">
                      <UniversalAdId idRegistry="ad-id.org">FERN0015H</UniversalAdId>
                      <Linear skipoffset="00:00:02">
                        <Duration>00:00:15</Duration>
                        <TrackingEvents>
                          <Tracking event="start"><![CDATA[https://t.fern.example/e/start?cb=[CACHEBUSTING]]]></Tracking>
                          <Tracking event="firstQuartile"><![CDATA[https://t.fern.example/e/q1?at=[ADPLAYHEAD]]]></Tracking>
                          <Tracking event="midpoint"><![CDATA[https://t.fern.example/e/q2?at=[ADPLAYHEAD]]]></Tracking>
                          <Tracking event="thirdQuartile"><![CDATA[https://t.fern.example/e/q3]]></Tracking>
                          <Tracking event="complete"><![CDATA[https://t.fern.example/e/done]]></Tracking>
                          <Tracking event="progress" offset="00:00:01"><![CDATA[https://t.fern.example/e/p1]]></Tracking>
                        </TrackingEvents>
                        <MediaFiles>
                          <MediaFile delivery="progressive" type="video/mp4" bitrate="900" width="640" height="360">%s</MediaFile>
                          <MediaFile delivery="progressive" type="video/webm" bitrate="1400" width="1280" height="720">
                            <![CDATA[https://cdn.fern.example/creatives/spring/15s/1280x720/1400k/final-v3.webm]]>
                          </MediaFile>
                        </MediaFiles>
                      </Linear>
                    </Creative>
                  </Creatives>
                </InLine>
              </Ad>
            </VAST>
            """;

    private final FakeResolution live = new FakeResolution();
    private final Selection selection = new Selection();
    private final FakeBeacons beacons = new FakeBeacons(live);
    private final AdResponse answer;
    private int wrapper;
    private int wrapperDocument;
    private int inlineDocument;
    private int ad;

    /** A finished tab whose media file is at this URL. */
    public SampleTab(String mediaUrl) {
        answer = resolve(mediaUrl);
        live.finish(answer);
    }

    /** A finished tab whose media file nobody will ask for. */
    public static SampleTab finished() {
        return new SampleTab("https://cdn.fern.example/creatives/spring/15s/640x360/900k/final-v3.mp4");
    }

    public FakeResolution live() {
        return live;
    }

    public Selection selection() {
        return selection;
    }

    public FakeBeacons beacons() {
        return beacons;
    }

    public AdResponse answer() {
        return answer;
    }

    /** The node of the wrapper ad. */
    public int wrapper() {
        return wrapper;
    }

    /** The node of the wrapper's document. */
    public int wrapperDocument() {
        return wrapperDocument;
    }

    /** The node of the inline ad's document. */
    public int inlineDocument() {
        return inlineDocument;
    }

    /** The node of the inline ad. */
    public int ad() {
        return ad;
    }

    /** The first beacon of an event, as if it had been sent and answered with this status. */
    public TrackingEvent sent(String event, int status) {
        TrackingUrl beacon = answer.trackingUrls(event).findFirst().orElseThrow();
        String url = new MacroEngine().substitute(beacon.url(), MacroValues.none().with("ADPLAYHEAD", "00:00:03.750"))
                .after();
        return new TrackingEvent(beacon, url, status < 400 ? TrackingEvent.Outcome.DELIVERED
                : TrackingEvent.Outcome.FAILED, Instant.now(), Duration.ofMillis(23),
                Optional.of(exchange(url, status, "", 23)));
    }

    /** The place of a text in a document. */
    public static Location locate(String document, String text) {
        int at = document.indexOf(text);
        int line = 1 + (int) document.substring(0, at).chars().filter(c -> c == '\n').count();
        return new Location(line, at - document.lastIndexOf('\n', at), "/VAST/Ad[1]");
    }

    private AdResponse resolve(String mediaUrl) {
        String inlineText = INLINE.formatted(mediaUrl);
        var recorder = new ResolutionRecorder("preroll-1", ResolutionListener.none());
        OpenNode first = recorder.root().open(NodeKind.DOCUMENT, WRAPPER_URL);
        wrapperDocument = first.id();
        OpenNode redirect = first.open(NodeKind.REDIRECT, "https://go.harbor.example/r/7");
        redirect.exchange(exchange("https://go.harbor.example/r/7", 302, "", 38));
        redirect.succeed("Moved to " + WRAPPER_URL);
        first.exchange(exchange(WRAPPER_URL, 200, WRAPPER, 84));
        first.source(new Source(WRAPPER_URL, Source.Syntax.XML, WRAPPER));
        OpenNode hop = first.open(NodeKind.WRAPPER, "harbor-77", locate(WRAPPER, "<Ad id"));
        wrapper = hop.id();
        hop.finding(Finding.of("VAST-WRAPPER-NO-PRICING", Severity.INFO, "The wrapper says no price.")
                .at(locate(WRAPPER, "<Wrapper")).by("VAST 4.2 §3.19"));
        OpenNode second = hop.open(NodeKind.DOCUMENT, INLINE_URL);
        inlineDocument = second.id();
        second.exchange(exchange(INLINE_URL, 200, inlineText, 61));
        second.source(new Source(INLINE_URL, Source.Syntax.XML, inlineText));
        OpenNode inline = second.open(NodeKind.AD, "Spring, fifteen seconds", locate(inlineText, "<Ad id"));
        ad = inline.id();
        OpenNode creative = inline.open(NodeKind.CREATIVE, "linear 15 s", locate(inlineText, "<Creative id"));
        OpenNode mp4 = creative.open(NodeKind.MEDIA_FILE, "video/mp4 640x360", locate(inlineText, "<MediaFile d"));
        mp4.finding(Finding.of("VAST-MEDIAFILE-HTTP", Severity.WARNING,
                "The media file is asked for without TLS; most players refuse it on a secure page.")
                .at(locate(inlineText, "<MediaFile d")).by("VAST 4.2 §3.9.1"));
        mp4.succeed("Nearest to the player's size among the files that it can play.");
        OpenNode webm = creative.open(NodeKind.MEDIA_FILE, "video/webm 1280x720",
                locate(inlineText, "<MediaFile delivery=\"progressive\" type=\"video/webm\""));
        webm.finding(Finding.of("VAST-MEDIAFILE-TYPE", Severity.ERROR, "No common player plays video/webm with a "
                + "bitrate of 1400 kbit/s here.").at(locate(inlineText, "type=\"video/webm\"")).by("VAST 4.2 §3.9.1"));
        webm.skip("The player does not play video/webm.");
        List.of(creative, inline, second, hop, first, recorder.root()).forEach(OpenNode::succeed);

        var tracking = new ArrayList<TrackingUrl>();
        tracking.addAll(beacons(WRAPPER, 0, hop.id()));
        tracking.addAll(beacons(inlineText, 1, inline.id()));
        var files = List.of(
                new MediaFile(mediaUrl, "video/mp4", OptionalInt.of(900), OptionalInt.of(640), OptionalInt.of(360),
                        Optional.of("progressive"), Optional.empty(), Optional.empty(), true,
                        "Nearest to the player's size among the files that it can play.", mp4.id()),
                new MediaFile("https://cdn.fern.example/creatives/spring/15s/1280x720/1400k/final-v3.webm", "video/webm",
                        OptionalInt.of(1400), OptionalInt.of(1280), OptionalInt.of(720), Optional.of("progressive"),
                        Optional.empty(), Optional.empty(), false, "The player does not play video/webm.", webm.id()));
        var shown = new Ad(Optional.of("fern-spring-15"), OptionalInt.empty(), Optional.of("Fern Delivery"),
                Optional.of("Spring, fifteen seconds"), Optional.of("Fern"), Optional.empty(), List.of(),
                List.of(new Creative.Linear(Optional.of("c-15"), Optional.of(Duration.ofSeconds(15)),
                                Optional.of("00:00:02"), files, Optional.of("https://fern.example/"),
                                Optional.empty(), creative.id()),
                        new Creative.Companion(Optional.of("comp"), OptionalInt.of(300), OptionalInt.of(120),
                                Optional.empty(), List.of(new Resource(Resource.Kind.HTML, Optional.empty(),
                                "<body style='margin:0;background:#1f6f54;color:white;font:600 22px sans-serif;"
                                + "display:grid;place-items:center;height:100vh'>Fern in spring</body>")),
                                Optional.empty(), Optional.of("Fern in spring"), inline.id())),
                List.of(), tracking, List.of(), inline.id());
        return AdResponse.served("preroll-1").protocol("vast").ads(List.of(shown)).trackingUrls(tracking)
                .resolutionChain(List.of(WRAPPER_URL, INLINE_URL)).resolutionTimeMs(265)
                .resolution(recorder.seal("")).build();
    }

    private static List<TrackingUrl> beacons(String document, int hop, int node) {
        var found = new ArrayList<TrackingUrl>();
        for (String line : document.split("\n")) {
            Optional<String> event = line.contains("<Impression") ? Optional.of("impression")
                    : line.contains("<Error") ? Optional.of("error")
                    : line.contains("<Tracking ") ? Optional.of(line.replaceAll(".*event=\"(\\w+)\".*", "$1"))
                    : Optional.empty();
            event.ifPresent(name -> found.add(new TrackingUrl(name,
                    line.replaceAll(".*<!\\[CDATA\\[(.*)\\]\\]>.*", "$1"), hop,
                    line.contains("offset=") ? Optional.of("00:00:01") : Optional.empty(), node,
                    Optional.of(locate(document, line.strip())))));
        }
        return found;
    }

    private static Exchange exchange(String url, int status, String body, long millis) {
        var request = new Exchange.Request("GET", url, new Headers(List.of(
                new Headers.Header("User-Agent", "Spotcheck/0.1 (ad tag workbench)"),
                new Headers.Header("Accept", "application/xml, text/xml, */*;q=0.1"),
                new Headers.Header("Accept-Encoding", "gzip"))), Body.empty());
        Headers headers = status == 200
                ? new Headers(List.of(new Headers.Header("Date", "Thu, 02 Apr 2026 09:14:03 GMT"),
                        new Headers.Header("Content-Type", "application/xml; charset=utf-8"),
                        new Headers.Header("Content-Encoding", "gzip"),
                        new Headers.Header("Cache-Control", "private, max-age=0, no-store"),
                        new Headers.Header("Access-Control-Allow-Origin", "*"),
                        new Headers.Header("Set-Cookie", "harbor_uid=4f1c2a9e-77aa-4c1b-9a0e-0d1d5cbb0a11; Path=/; "
                                + "Max-Age=31536000; Secure; SameSite=None")))
                : new Headers(List.of(new Headers.Header("Location", WRAPPER_URL)));
        var response = new Exchange.Response(status, "HTTP/1.1", headers, Body.of(body), body.length() / 3);
        var phases = List.of(phase(Step.DNS, 0, 6), phase(Step.CONNECT, 6, 9), phase(Step.TLS, 15, 14),
                phase(Step.SEND, 29, 1), phase(Step.WAIT, 30, millis - 32), phase(Step.RECEIVE, millis - 2, 2));
        return new Exchange(request, Optional.of(response), Optional.empty(), Duration.ofMillis(millis), phases);
    }

    private static Phase phase(Step step, long start, long length) {
        return new Phase(step, Duration.ofMillis(start), Duration.ofMillis(length));
    }
}
