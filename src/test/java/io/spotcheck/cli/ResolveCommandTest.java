package io.spotcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.sandbox.ReceivedBeacon;
import io.spotcheck.sandbox.SandboxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResolveCommandTest {

    private static final String INLINE = """
            <VAST version="3.0"><Ad id="p"><InLine><AdSystem>s</AdSystem><AdTitle>Pasted</AdTitle>
            <Impression>https://b.example/i</Impression><Creatives><Creative><Linear><Duration>00:00:07</Duration>
            <MediaFiles><MediaFile delivery="progressive" type="video/mp4" width="640" height="360" bitrate="500"
            >https://m.example/a.mp4</MediaFile></MediaFiles></Linear></Creative></Creatives></InLine></Ad></VAST>
            """;

    private final SandboxServer sandbox = Sandboxes.start(0);

    @BeforeEach
    void forget() {
        sandbox.clearBeacons();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void drawsTheTreeOfThreeHopsAndEndsWithTheVerdict() {
        CliRun run = CliRun.of("resolve", tag("/tags/three-hops"));
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("└ ✓ document " + tag("/tags/three-hops"))
                .contains("wrapper").contains("plays      video/mp4").contains("recorded and not sent  hop 0  hop 1  hop 2")
                .contains("impression                        1      1      1").doesNotContain("\u001B");
        assertThat(run.out().lines().toList().getLast()).matches("✓ served 15 s ad · 3 hops · .+");
        assertThat(run.err()).isEmpty();
        assertThat(sandbox.beacons()).isEmpty();
    }

    @Test
    void printsOneJsonDocumentAndNothingElseOnStdout() {
        CliRun run = CliRun.of("resolve", tag("/tags/three-hops"), "--format", "json", "--slot", "mid-roll");
        JsonNode json = run.json();
        assertThat(json.get("success").booleanValue()).isTrue();
        assertThat(json.get("slotId").stringValue()).isEqualTo("mid-roll");
        assertThat(json.get("resolutionChain").size()).isEqualTo(3);
        assertThat(json.get("ads").get(0).get("tracking").valueStream().map(t -> t.get("hop").intValue()).distinct())
                .containsExactlyInAnyOrder(0, 1, 2);
        assertThat(run.err()).contains("recorded, not sent");
        assertThat(sandbox.beacons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/tags/no-ad, NO_AD", "/tags/malformed, MALFORMED", "/tags/loop, WRAPPER_LOOP",
        "/status/500, HTTP_STATUS", "/oversized?gzip, TOO_LARGE", "/chain/6, WRAPPER_LIMIT",
        "/redirect/12, REDIRECT_LIMIT", "/slow?ms=60000, TIMEOUT"})
    void saysWhyThereIsNoAdAndEndsWithOne(String path, String code) {
        CliRun run = CliRun.of("resolve", tag(path), "--format", "json", "--timeout", "1500ms");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.json().get("errorCode").stringValue()).isEqualTo(code);
        assertThat(CliRun.of("resolve", tag(path), "-q", "--timeout", "1500ms").out()).startsWith("✕ " + code);
    }

    @Test
    void saysWhereADocumentIsBrokenAndWhyAChainEndsOnlyOnce() {
        assertThat(CliRun.of("resolve", tag("/tags/malformed")).out())
                .containsPattern("\n {4}✕ 10:\\d+ The XML").containsPattern("✕ MALFORMED 100 · 10:\\d+ The XML");
        assertThat(CliRun.of("resolve", tag("/tags/loop")).out().split("leads back", -1)).hasSize(3);
    }

    @Test
    void sendsImpressionsOnlyWhenTold() {
        CliRun run = CliRun.of("resolve", tag("/tags/three-hops"), "--fire", "--format", "json", "-q");
        assertThat(run.json().get("fired").size()).isEqualTo(3);
        assertThat(run.json().get("fired").get(0).get("outcome").stringValue()).isEqualTo("delivered");
        assertThat(run.json().get("fired").get(0).get("urlBeforeMacros").stringValue()).contains("/beacon");
        assertThat(sandbox.beacons()).hasSize(3);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void tracksTheEventsThatAreNamedAndSendsThemOnlyWhenTold() {
        String tag = "<VAST version='4.2'>" + podAd(1, "<MediaFile delivery='progressive' type='video/mp4' width='640' "
                + "height='360'>https://media.test/a.mp4</MediaFile>") + "</VAST>";
        CliRun run = CliRun.withInput(tag, "resolve", "-", "--track", "error", "-D", "ERRORCODE=902", "--format",
                "json");
        assertThat(run.status()).isZero();
        assertThat(run.json().has("fired")).isFalse();
        assertThat(run.json().get("tracked").valueStream()).singleElement().satisfies(beacon -> {
            assertThat(beacon.get("url").stringValue()).endsWith("/beacon/failed-1?code=902");
            assertThat(beacon.get("outcome").stringValue()).isEqualTo("recorded");
        });
        assertThat(sandbox.beacons()).isEmpty();

        CliRun sent = CliRun.withInput(tag, "resolve", "-", "--track", "error", "--track", "nothing", "--fire");
        assertThat(sent.out()).containsPattern("✓ impression .*shown-1").containsPattern("✓ error .*failed-1\\?code=900")
                .contains("nothing");
        assertThat(sandbox.beacons()).hasSize(2);
    }

    @Test
    void sendsImpressionsWhenTheProfileSaysSo(@TempDir Path folder) throws IOException {
        Path profile = Files.writeString(folder.resolve("p.yaml"),
                "tracking: fire\nupstream: {endpoint: '" + tag("/tags/inline") + "'}");
        assertThat(CliRun.of("resolve", profile.toString(), "--format", "json").err()).doesNotContain("not sent");
        assertThat(sandbox.beacons()).isNotEmpty();
    }

    @Test
    void sendsErrorBeaconsWhenThereIsNoAd() {
        CliRun run = CliRun.of("resolve", tag("/tags/no-ad"), "--fire");
        assertThat(run.out()).contains("✓ error");
        assertThat(sandbox.beacons()).isNotEmpty().map(ReceivedBeacon::toString).allMatch(b -> b.contains("303"));
    }

    @Test
    void sendsTheErrorsOfPodAdsThatFailedBesideTheImpressionsOfThoseThatWereServed() {
        String pod = "<VAST version='4.2'>" + podAd(1, "<MediaFile delivery='progressive' type='video/mp4' width='640' "
                + "height='360'>https://media.test/a.mp4</MediaFile>") + podAd(2, "")
                + "<Ad id='p3' sequence='3'><Wrapper><AdSystem>S</AdSystem><VASTAdTagURI>" + tag("/tags/no-ad")
                + "</VASTAdTagURI><Impression/><Error>" + tag("/beacon/failed-3?code=[ERRORCODE]")
                + "</Error></Wrapper></Ad></VAST>";
        CliRun run = CliRun.withInput(pod, "resolve", "-", "--fire", "--format", "json");
        assertThat(run.json().get("fired").valueStream().map(sent -> sent.get("event").stringValue() + " "
                + sent.get("url").stringValue())).contains("impression " + tag("/beacon/shown-1"),
                "error " + tag("/beacon/failed-2?code=401"), "error " + tag("/beacon/failed-3?code=303"))
                .noneMatch(sent -> sent.contains("failed-1") || sent.contains("shown-2"));
        assertThat(CliRun.withInput(pod, "resolve", "-", "--fire").out())
                .containsPattern("✓ impression .*shown-1").containsPattern("✓ error .*failed-2\\?code=401");
        assertThat(sandbox.beacons()).map(ReceivedBeacon::toString).anyMatch(b -> b.contains("failed-3"));
    }

    private String podAd(int place, String mediaFiles) {
        return "<Ad id='p" + place + "' sequence='" + place + "'><InLine><AdSystem>S</AdSystem><AdTitle>T</AdTitle>"
                + "<Impression>" + tag("/beacon/shown-" + place) + "</Impression><Error>"
                + tag("/beacon/failed-" + place + "?code=[ERRORCODE]") + "</Error><AdServingId>s</AdServingId>"
                + "<Creatives><Creative><UniversalAdId idRegistry='ad-id.org'>CNPA0484000H</UniversalAdId><Linear>"
                + "<Duration>00:00:05</Duration><MediaFiles>" + mediaFiles + "</MediaFiles></Linear></Creative>"
                + "</Creatives></InLine></Ad>";
    }

    @Test
    void readsStdinAndFilesAndAddressesFromStdin(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("tag.xml"), INLINE);
        assertThat(CliRun.withInput(INLINE, "resolve", "-", "-q").out()).startsWith("✓ served 7 s ad · 1 hop");
        assertThat(CliRun.withInput(tag("/tags/inline") + "\n", "resolve", "-", "-q").out()).contains("served 15 s ad");
        assertThat(CliRun.of("resolve", file.toString(), "-q").out()).startsWith("✓ served 7 s ad · 1 hop");
    }

    @Test
    void resolvesAProfileAndStartsTheSandboxForIt() {
        CliRun run = CliRun.of("resolve", "profiles/vast/three-hops.yaml", "-q");
        assertThat(run.out()).startsWith("✓ served 15 s ad · 3 hops");
    }

    @Test
    void takesVariablesFromTheCommandLineBeforeStartingAnything(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("environments"));
        Files.writeString(folder.resolve("environments/here.yaml"), "variables: {sandbox: '" + tag("") + "'}");
        Path profile = Files.writeString(folder.resolve("p.yaml"), "upstream: {endpoint: '{{sandbox}}/tags/{{tag}}'}");
        assertThat(CliRun.of("resolve", profile.toString(), "--env", "here", "--var", "tag=inline", "--format", "json")
                .json().get("resolutionChain").get(0).stringValue()).isEqualTo(tag("/tags/inline"));
        assertThat(CliRun.of("resolve", profile.toString(), "--env", "here").err()).contains("{{tag}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-D deviceType=fridge        | deviceType: “fridge” is not one of desktop, mobile, tablet, tv.",
        "-D playerSize=big           | playerSize: “big” is not a size; write 640x360.",
        "-D contentDuration=half     | contentDuration: “half” is not a time; write 00:01:30, 90s, 2m, 1h or seconds.",
        "-D ipAddress=999.1.1.1      | ipAddress: “999.1.1.1” is not an IPv4 or IPv6 address.",
        "-D geo.country=Germany      | geo.country: “Germany” is not an ISO 3166-1 country code.",
        "-D geo.latitude=north       | geo.latitude: “north” is not a number.",
        "-D geo.planet=Mars          | geo.planet",
        "--slot=                     | slotId:",
        "--timeout 5                 | write 500ms, 2s, 1m or 1h",
        "--format ndjson             | no stream; write --format json",
        "another                     | “another” is too much.",
        "--timeout 0s                | more than zero",
        "--max-depth 0               | at least 1 document deep",
        "--header nonsense           | “nonsense” is not a header; write --header 'Name: value'.",
        "--protocol gopher           | There is no protocol “gopher”; there is",
        "--env nowhere               | no environment “nowhere”",
        "--colour                    | Unknown option: '--colour'",
    })
    void refusesInOneSentence(String options, String sentence) {
        var args = new ArrayList<>(List.of("resolve", "https://ads.example/"));
        args.addAll(List.of(options.strip().split(" ")));
        CliRun run = CliRun.of(args.toArray(String[]::new));
        assertThat(run.status()).as(run.out()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(sentence.strip()).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "nothing.xml           | There is no file nothing.xml.",
        "ads.example.com/tag   | write https:// in front",
        "ftp://ads.example/tag | cannot be asked; write http:// or https://",
        "'  '                  | Name a profile, a tag, a file, or - for stdin.",
        "profiles              | is a folder; “spotcheck run profiles”",
    })
    void saysWhatASourceIsNot(String source, String sentence) {
        CliRun run = CliRun.of("resolve", source);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(sentence).hasLineCount(1);
    }

    private String tag(String path) {
        return sandbox.baseUrl() + path;
    }

    @Test
    void judgesEveryDocumentWhenTold(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("tag.xml"), INLINE.replace("<AdTitle>Pasted</AdTitle>", ""));
        assertThat(CliRun.of("resolve", file.toString()).out()).doesNotContain("VAST-INLINE-ADTITLE-MISSING");
        CliRun run = CliRun.of("resolve", file.toString(), "--lint");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("1:32 InLine has no AdTitle.  VAST-INLINE-ADTITLE-MISSING · VAST 4.3 §3.4.2")
                .containsPattern("served 7 s ad · .*1 error");

        JsonNode json = CliRun.of("resolve", file.toString(), "--lint", "--format", "json").json();
        assertThat(json.get("findings").valueStream().map(f -> f.get("rule").stringValue()))
                .contains("VAST-INLINE-ADTITLE-MISSING");
        assertThat(json.get("tree").get("children").get(0).get("findings").valueStream()
                .map(f -> f.get("rule").stringValue())).contains("VAST-INLINE-ADTITLE-MISSING");
    }

    @Test
    void recognisesAScheduleByItsContentAndTellsItsBreaks(@TempDir Path folder) throws IOException {
        String schedule = """
                <VMAP version="1.0"><AdBreak timeOffset="start" breakType="linear" breakId="pre"><AdSource><VASTAdData>
                %s</VASTAdData></AdSource></AdBreak><AdBreak timeOffset="50%%" breakType="linear" breakId="half">
                <AdSource><AdTagURI templateType="house">x</AdTagURI></AdSource></AdBreak></VMAP>""".formatted(INLINE);
        Path file = Files.writeString(folder.resolve("a.xml"), schedule);

        CliRun run = CliRun.of("resolve", file.toString());
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("├ ✓ break pre · start (line 1)")
                .contains("  ✓ 00:00:00.000  start  pre   linear  Pasted")
                .contains("  ✕ 50%                  half  linear  UNSUPPORTED 1005");
        assertThat(run.out().lines().toList().getLast()).matches("▲ served 1 of 2 breaks, 7 s ad · 1 hop · .+");

        JsonNode json = CliRun.withInput(schedule, "resolve", "-", "--format", "json", "-D", "contentDuration=10m",
                "-D", "playheadPosition=0s").json();
        assertThat(json.get("protocol").stringValue()).isEqualTo("vmap");
        assertThat(json.get("breaks").valueStream().map(b -> b.get("offset").stringValue() + " " + b.get("due")))
                .containsExactly("00:00:00.000 true", "00:05:00.000 false");
        assertThat(json.get("breaks").get(1).get("failure").get("protocolCode").intValue()).isEqualTo(1005);
        assertThat(json.get("tree").get("children").get(0).get("children").get(0).get("kind").stringValue())
                .isEqualTo("break");
    }

    @Test
    void whereAdsAreShownTheirBreaksBegin() {
        String base = sandbox.baseUrl().toString();
        String source = "<VMAP version=\"1.0\"><AdBreak timeOffset=\"%s\" breakType=\"linear\"><AdSource><VASTAdData>%s"
                + "</VASTAdData></AdSource><TrackingEvents><Tracking event=\"breakStart\">" + base + "/beacon?break=%s"
                + "</Tracking></TrackingEvents></AdBreak></VMAP>";
        String pod = "<VAST version=\"3.0\">" + podAd(base, 1) + podAd(base, 2) + "</VAST>";

        CliRun run = CliRun.withInput(source.formatted("start", pod, "pre"), "resolve", "-", "--fire", "--format", "json");
        assertThat(run.json().get("fired").valueStream().map(sent -> sent.get("event").stringValue()))
                .containsExactly("breakStart", "impression", "impression");

        CliRun empty = CliRun.withInput(source.formatted("start", "<VAST version=\"3.0\"/>", "pre"), "resolve", "-",
                "--fire", "--format", "json");
        assertThat(empty.json().get("fired").size()).isZero();
    }

    private static String podAd(String base, int sequence) {
        return "<Ad sequence=\"" + sequence + "\"><InLine><AdSystem>S</AdSystem><AdTitle>T</AdTitle><Impression>" + base
                + "/beacon?ad=" + sequence + "</Impression><Creatives><Creative><Linear><Duration>00:00:07</Duration>"
                + "<MediaFiles><MediaFile delivery=\"progressive\" type=\"video/mp4\" width=\"1\" height=\"1\">"
                + "https://cdn.example/v.mp4</MediaFile></MediaFiles></Linear></Creative></Creatives></InLine></Ad>";
    }

    @Test
    void theAnswerOfATagDecidesWhichProtocolItIsIn() {
        CliRun recognised = CliRun.of("resolve", tag("/tags/vmap"), "--format", "json");
        assertThat(recognised.status()).isZero();
        assertThat(recognised.json().get("protocol").stringValue()).isEqualTo("vmap");
        assertThat(recognised.json().get("breaks").size()).isEqualTo(3);
        assertThat(CliRun.of("resolve", tag("/tags/inline"), "--format", "json").json().get("protocol").stringValue())
                .isEqualTo("vast");
    }

    @Test
    void saysWhichProtocolASourceIsIn() {
        CliRun asVast = CliRun.of("resolve", tag("/tags/vmap"), "--protocol", "vast");
        assertThat(asVast.status()).isEqualTo(1);
        assertThat(asVast.out()).contains("ask with the protocol vmap");
        assertThat(CliRun.of("resolve", tag("/tags/vmap"), "--protocol", "vmap").out())
                .containsPattern("served 3 breaks, 5 ads, ");
    }

    @Test
    void judgesWhatATeamWantsJudged(@TempDir Path folder) throws IOException {
        Path profile = Files.writeString(folder.resolve("p.yaml"),
                "upstream: {endpoint: '" + tag("/tags/inline") + "'}");
        CliRun usual = CliRun.of("resolve", profile.toString(), "--lint");
        assertThat(usual.out()).contains("VAST-URL-LOCAL-HOST");
        assertThat(usual.status()).isZero();
        Files.writeString(folder.resolve("lint.yaml"), "rules: {VAST-URL-LOCAL-HOST: error}");
        assertThat(CliRun.of("resolve", profile.toString(), "--lint").status()).isEqualTo(1);
        Files.writeString(folder.resolve("lint.yaml"), "rules: {VAST-URL-LOCAL-HOST: off}");
        assertThat(CliRun.of("resolve", profile.toString(), "--lint").out()).doesNotContain("VAST-URL-LOCAL-HOST");
    }

    @Test
    void listsTheBidsOfAnAuctionAndFiresItsNotices() {
        String profile = "profiles/openrtb/second-price.yaml";
        String base = sandbox.baseUrl().toString();

        CliRun text = CliRun.of("resolve", profile, "--var", "sandbox=" + base);
        CliRun fired = CliRun.of("resolve", profile, "--var", "sandbox=" + base, "--fire", "--format", "json");

        assertThat(text.status()).isZero();
        assertThat(text.out()).contains("Bids")
                .contains("✓ 2.50 USD  harbor  1  The best of 2 bids; it pays 1.81 USD, the second price plus 0.01.")
                .contains("✕ 0.40 USD  fern    1  A price of 0.40 USD is below the floor of 0.85 USD (imp.bidfloor).");
        assertThat(fired.json().get("bids").get(0).get("clearingPrice").stringValue()).isEqualTo("1.81");
        assertThat(fired.json().get("fired").valueStream().map(event -> event.get("event").stringValue()))
                .contains("win", "loss", "impression", "billing");
        assertThat(sandbox.beacons()).extracting(beacon -> beacon.path().substring(beacon.path().lastIndexOf('/') + 1))
                .contains("win", "loss", "impression", "billing");
    }

    @Test
    void knowsABidResponseByItsContent() {
        CliRun none = CliRun.withInput("{\"id\": \"1\", \"seatbid\": [], \"nbr\": 2}", "resolve", "-", "--format", "json");

        assertThat(none.status()).isEqualTo(1);
        assertThat(none.json().get("protocol").stringValue()).isEqualTo("openrtb");
        assertThat(none.json().get("errorCode").stringValue()).isEqualTo("NO_BID");
        assertThat(none.json().get("protocolCode").intValue()).isEqualTo(2);
    }

    @Test
    void aBidRequestAloneIsNothingToResolve() {
        CliRun run = CliRun.withInput("{\"id\": \"1\", \"imp\": [{\"id\": \"1\", \"banner\": {}}]}", "resolve", "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("This is a bid request").contains("options.request");
    }

    @Test
    void theVerdictNamesThePlaceOfTheFailureThatItTells() {
        CliRun run = CliRun.withInput("""
                {"id": "1", "seatbid": [{"bid": [
                  {"id": "first", "impid": "1", "price": 2, "adm": "{\\"assets\\": ?"},
                  {"id": "second", "impid": "1", "price": 1, "adm": "{\\"link\\": {\\"url\\": ?"}
                ]}]}
                """, "resolve", "-");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("MALFORMED · 1:12 The native markup is not JSON");
    }

    @Test
    void anEmptyObjectIsANoBid() {
        CliRun run = CliRun.withInput("{}", "resolve", "-", "--format", "json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.json().get("errorCode").stringValue()).isEqualTo("NO_BID");
    }

    @Test
    void whatABreakDoesNotSayIsLeftOut() {
        CliRun run = CliRun.withInput("<vmap:VMAP xmlns:vmap='http://www.iab.net/videosuite/vmap' version='1.0'>"
                + "<vmap:AdBreak breakId='lost'/></vmap:VMAP>", "resolve", "-", "--format", "json");

        var lost = run.json().get("breaks").get(0);
        assertThat(lost.get("breakId").stringValue()).isEqualTo("lost");
        assertThat(lost.propertyNames()).doesNotContain("offset", "timeOffset", "breakType");
    }

    @Test
    void takesAProfileFromStdin() {
        String profile = """
                name: From stdin
                protocol: custom
                upstream: {endpoint: "{{sandbox}}/house/pod"}
                options:
                  answer: {ads: {each: /ads, id: /id, creatives: {files: {each: /films, url: /href}}}}
                """;
        CliRun run = CliRun.withInput(profile, "resolve", "-", "--format", "json");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.json().get("ads").get(1).get("id").stringValue()).isEqualTo("house-fern");
        assertThat(CliRun.withInput("name: x\nupstrem: y\nupstream: {}\n", "resolve", "-").err())
                .startsWith("stdin:2:1: There is no “upstrem” here");
        assertThat(CliRun.withInput("{\"upstream\": {\"endpoint\": \"" + tag("/tags/inline") + "\"}}", "resolve", "-")
                .status()).isZero();
    }

    @Test
    void resolvesADescribedProtocolForPeopleAndForPrograms() {
        CliRun text = CliRun.of("resolve", "profiles/custom/house-post.yaml");
        assertThat(text.status()).isZero();
        assertThat(text.out()).contains("✓ ad Harbor, coffee at an unhurried pace (line 6)").contains("creative linear 15 s")
                .contains("plays      video/mp4 · 640×360 · 204 kbit/s").contains("companion  300×250");
        JsonNode json = CliRun.of("resolve", "profiles/custom/house-post.yaml", "--format", "json").json();
        assertThat(json.get("protocol").stringValue()).isEqualTo("custom");
        assertThat(json.at("/ads/0/creatives/0/duration").doubleValue()).isEqualTo(15.0);
        assertThat(json.at("/ads/0/creatives/0/mediaFiles/1/chosen").booleanValue()).isTrue();
        assertThat(json.at("/ads/0/tracking").valueStream().map(t -> t.get("event").stringValue()))
                .containsExactly("error", "impression", "start", "firstQuartile", "midpoint", "thirdQuartile",
                        "complete", "click");
        assertThat(json.at("/tree/children/0/children/0/path").stringValue()).isEqualTo("/ads/0");
    }

    @Test
    void refusesADescriptionThatMakesNoSenseBeforeItAsks() {
        CliRun run = CliRun.of("resolve", tag("/house/pod"), "--protocol", "custom");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("The configuration is wrong: the option “answer” is missing: "
                + "a custom protocol needs it to find the ads." + System.lineSeparator());
    }

    @Test
    void refusesAHeaderThatCannotBeSent() {
        CliRun run = CliRun.of("resolve", tag("/tags/inline"), "--header", "X-Name: Zoë");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("The header field “X-Name” holds a character that cannot be sent");
        assertThat(CliRun.of("resolve", tag("/tags/inline"), "--header", "X Name: a").err())
                .contains("“X Name” is not the name of a header field");
    }
}
