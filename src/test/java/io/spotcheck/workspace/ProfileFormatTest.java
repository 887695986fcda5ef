package io.spotcheck.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.DeviceType;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.Geo;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.orchestrator.OrchestratorConfig.CacheConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.PolicyConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.TrackingMode;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamType;
import io.spotcheck.orchestrator.OrchestratorConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFormatTest {

    @Test
    void keepsEveryFieldThroughWritingAndReading() {
        Profile full = full();
        String text = ProfileFormat.write(full);
        assertThat(ProfileFormat.parse(text, "full.yaml")).as(text).isEqualTo(full);
    }

    @Test
    void writesTheSameTextAgainAndAgain() {
        String once = ProfileFormat.write(full());
        assertThat(ProfileFormat.write(ProfileFormat.parse(once, "full.yaml"))).isEqualTo(once);
    }

    @Test
    void writesInTheOrderInWhichPeopleRead() {
        assertThat(ProfileFormat.write(full())).containsSubsequence("name: ", "description: ", "protocol: ",
                "upstream:", "type: ", "endpoint: ", "headers:", "document: ", "documents:", "fallbacks:", "policy:",
                "timeout: ", "hopTimeout: ", "maxDepth: ", "cache:", "tracking: ", "options:", "request:", "slotId: ",
                "userId: ", "deviceType: tv", "contentDuration: 90m", "playerSize: 640x360", "geo:", "extensions:",
                "expect:", "errorCode: NO_AD", "duration: ", "beacons:");
    }

    @Test
    void keepsAnEmptySlotAndAnEmptyDocumentApartFromNone() {
        Profile blank = Profile.of("blank", OrchestratorConfig.of("vast", UpstreamConfig.memory("memory://a", "")))
                .withRequest(AdRequest.builder("", "").build());
        assertThat(ProfileFormat.parse(ProfileFormat.write(blank), "blank.yaml")).isEqualTo(blank);
    }

    @Test
    void fillsWhatIsLeftOut() {
        Profile profile = ProfileFormat.parse("upstream: {endpoint: 'https://ads.example/tag'}", "my tag.yaml");
        assertThat(profile.name()).isEqualTo("my tag");
        assertThat(profile.request()).isEqualTo(AdRequest.builder("pre-roll", "spotcheck").build());
        assertThat(profile.config().tracking()).contains(TrackingMode.RECORD);
        assertThat(profile.expectation().expectsAd()).isTrue();
    }

    @Test
    void readsJson() {
        Profile profile = ProfileFormat.parse("""
                {"name": "a", "upstream": {"endpoint": "https://ads.example/tag"}, "expect": {"errorCode": "NO_AD"}}
                """, "a.json");
        assertThat(profile.expectation()).isEqualTo(Expectation.failure(ErrorCode.NO_AD));
    }

    @Test
    void saysWhatIsEmptyAndWhatIsThereTwice() {
        assertThatThrownBy(() -> ProfileFormat.parse("", "p.yaml")).hasMessage("p.yaml is empty.");
        assertThatThrownBy(() -> ProfileFormat.parse("# nothing yet\n", "p.yaml")).hasMessage("p.yaml is empty.");
        assertThatThrownBy(() -> ProfileFormat.parse("name: a\nname: b\n", "p.yaml"))
                .hasMessageStartingWith("p.yaml:2:").hasMessageEndingWith(": “name” is there twice.");
    }

    @Test
    void timesOfContentAreWrittenAsAdsHaveThemOrInSeconds() {
        Profile profile = ProfileFormat.parse("""
                upstream: {endpoint: x}
                request: {contentDuration: 01:00:00, playheadPosition: 90}
                expect: {duration: 00:00:15}
                """, "p.yaml");
        assertThat(profile.request().contentDuration()).contains(Duration.ofHours(1));
        assertThat(profile.request().playheadPosition()).contains(Duration.ofSeconds(90));
        assertThat(profile.expectation().duration()).contains(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nmae: x                                | p.yaml:1:1: | nmae     | name, description
            request: {playerSize: huge}            | p.yaml:1:23: | huge    | 640x360
            policy: {timeout: 15}                  | p.yaml:1:19: | 15      | 500ms, 2s
            request: {contentDuration: 15x}        | p.yaml:1:28: | 15x     | 00:01:30
            request: {deviceType: fridge}          | p.yaml:1:23: | fridge  | desktop, mobile, tablet, tv
            expect: {errorCode: NOADS}             | p.yaml:1:21: | NOADS   | NO_AD
            expect: {ads: many}                    | p.yaml:1:15: | many    | number
            upstream: [a]                          | p.yaml:1:11: | upstream | map
            name: {a: b}                           | p.yaml:1:7: | name     | text
            {name: a, name: b}                     | p.yaml:1:   | name     | name
            upstream: {headers: {X-A: }}           | p.yaml:1:    | X-A     | value
            request: {extensions: {a: {b: }}}      | p.yaml:     | extension | value
            """)
    void saysWhatIsWrongAndWhere(String text, String place, String what, String help) {
        assertThatThrownBy(() -> ProfileFormat.parse(text, "p.yaml"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(place.strip()).hasMessageContaining(what.strip())
                .hasMessageContaining(help.strip())
                .message().doesNotContain("\n").doesNotContain("io.spotcheck").doesNotContain("java.");
    }

    @Test
    void saysWhereTheYamlItselfIsBroken() {
        assertThatThrownBy(() -> ProfileFormat.parse("name: a\nrequest:\n  slotId: 'pre\n", "p.yaml"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("p.yaml:3:9: ").message().doesNotContain("\n");
    }

    static Profile full() {
        var documents = new LinkedHashMap<String, String>();
        documents.put("https://b.example/2", "<VAST version=\"4.2\"/>\n<!-- two lines -->\n");
        documents.put("https://a.example/1", "");
        var fallback = new UpstreamConfig(Optional.of(UpstreamType.FILE), "../tags/a.xml", Map.of("X-A", "1"),
                Optional.empty(), Map.of(), List.of(UpstreamConfig.http("https://last.example/")));
        var upstream = new UpstreamConfig(Optional.of(UpstreamType.MEMORY), "memory://tag", Map.of("X-B", "yes"),
                Optional.of("<VAST>\n</VAST>"), documents, List.of(fallback));
        var config = new OrchestratorConfig(Optional.of("vast"), upstream,
                Optional.of(new PolicyConfig(Optional.of(Duration.ofMillis(1500)), Optional.of(Duration.ofSeconds(1)),
                        Optional.of(3), Optional.of(0), Optional.of("512KiB"))),
                Optional.of(new CacheConfig(Optional.of(false), Optional.of(Duration.ofMinutes(5)), Optional.of(7L))),
                Optional.of(TrackingMode.FIRE), Map.of("fetch", Map.of("deep", List.of(1, "2", true))));
        AdRequest request = AdRequest.builder("mid-roll", "user 1").ipAddress("2001:db8::1").deviceType(DeviceType.TV)
                .contentUrl("https://video.example/?a=1&b=2").contentDuration(Duration.ofMinutes(90))
                .playheadPosition(Duration.ZERO).playerSize(640, 360)
                .geo(new Geo(Optional.of("DE"), Optional.of("BE"), Optional.of("Berlin"), Optional.of("01067"),
                        OptionalDouble.of(52.52), OptionalDouble.of(-13.405)))
                .extension("text", "true").extension("number", 12).extension("yes", true)
                .extension("list", List.of("a", 1.5)).extension("map", Map.of("empty", "")).build();
        var expectation = new Expectation(Optional.of(false), Optional.of(ErrorCode.NO_AD), Optional.of(303),
                Optional.of(0), Optional.of(2), Optional.of(4), Optional.of(new BigDecimal("2.51")), Optional.of(3),
                Optional.of(true), Optional.of("linear"),
                Optional.of("007"), Optional.of("video/mp4"), Optional.of(Duration.ofSeconds(15)),
                Optional.of(Duration.ofSeconds(2)), Map.of("error", 2));
        return new Profile("Every field: “full”", Optional.of("With a # and: a colon"), config, request, expectation);
    }
}
