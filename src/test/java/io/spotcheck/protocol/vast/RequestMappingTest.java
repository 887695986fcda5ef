package io.spotcheck.protocol.vast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.DeviceType;
import io.spotcheck.ad.Geo;
import io.spotcheck.orchestrator.ConfigFormat;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.transport.HttpTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RequestMappingTest {

    private static final AdRequest FULL = AdRequest.builder("pre-roll", "user 1").ipAddress("192.0.2.7")
            .deviceType(DeviceType.TV).contentUrl("https://c.example/?v=1&w=2").contentDuration(Duration.ofSeconds(90))
            .playheadPosition(Duration.ofMillis(61_500)).playerSize(640, 360)
            .geo(new Geo(Optional.of("DE"), Optional.of("BE"), Optional.of("Berlin"), Optional.of("10115"),
                    OptionalDouble.of(52.5), OptionalDouble.of(13.4)))
            .extension("IFA", "6D92078A").extension("campaign", "a&b").extension("LIST", List.of(1)).build();

    @Test
    void theMacrosOfATagAreFilledFromTheRequest() {
        assertThat(RequestMapping.macrosOnly().macros(FULL).byName()).containsExactlyInAnyOrderEntriesOf(Map.of(
                "CONTENTPLAYHEAD", "00:01:01.500", "MEDIAPLAYHEAD", "00:01:01.500", "PLAYERSIZE", "640,360",
                "DEVICEIP", "192.0.2.7", "CONTENTURI", "https://c.example/?v=1&w=2", "LATLONG", "52.5,13.4",
                "IFA", "6D92078A", "BREAKPOSITION", "2"));
        assertThat(RequestMapping.macrosOnly().macros(AdRequest.builder("s", "u").build()).byName()).isEmpty();
    }

    @Test
    void parametersComeBehindThoseOfTheTag() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("slot", "slotId");
        fields.put("u", "userId");
        fields.put("len", "contentDuration");
        fields.put("pos", "playheadPosition");
        fields.put("w", "playerWidth");
        fields.put("cc", "geo.country");
        fields.put("c", "campaign");
        fields.put("none", "no such field");
        var mapping = new RequestMapping(fields);
        String added = "slot=pre-roll&u=user%201&len=90&pos=61.5&w=640&cc=DE&c=a%26b";

        assertThat(mapping.addParameters("https://a.example/tag", FULL)).isEqualTo("https://a.example/tag?" + added);
        assertThat(mapping.addParameters("https://a.example/tag?", FULL)).isEqualTo("https://a.example/tag?" + added);
        assertThat(mapping.addParameters("https://a.example/tag?a=1&a=2#end", FULL))
                .isEqualTo("https://a.example/tag?a=1&a=2&" + added + "#end");
        assertThat(RequestMapping.macrosOnly().addParameters("https://a.example/tag?a=%7E#x", FULL))
                .isEqualTo("https://a.example/tag?a=%7E#x");
    }

    @Test
    void aConfigurationNamesTheParameters() {
        var config = ConfigFormat.parse("""
                upstream: {type: memory, endpoint: "memory://tag", documents: {"memory://tag?slot=pre-roll": <VAST/>}}
                options: {parameters: {slot: slotId}}
                """, "test", OrchestratorConfig.class);
        try (var http = new HttpTransport();
                var orchestrator = config.toBuilder(Path.of("."), http).build()) {
            assertThat(orchestrator.fetchAd(FULL).resolutionChain()).containsExactly("memory://tag?slot=pre-roll");
        }
    }

    @Test
    void anUnknownOptionIsRefused() {
        var config = ConfigFormat.parse("upstream: {endpoint: x}\noptions: {paramters: {}}", "test",
                OrchestratorConfig.class);
        try (var http = new HttpTransport()) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> config.toBuilder(Path.of("."), http)).withMessageContaining("paramters");
        }
    }
}
