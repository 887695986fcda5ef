package io.spotcheck.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrchestratorConfigTest {

    private static final String INLINE = """
            <VAST version="4.2"><Ad id="a1"><InLine><AdSystem>t</AdSystem><AdTitle>T</AdTitle>
            <Impression>https://t.example/i</Impression><Creatives><Creative><Linear><Duration>00:00:10</Duration>
            <MediaFiles><MediaFile delivery="progressive" type="video/mp4">https://t.example/v.mp4</MediaFile>
            </MediaFiles></Linear></Creative></Creatives></InLine></Ad></VAST>
            """;

    @TempDir
    Path folder;

    private Path config(String text) throws IOException {
        return Files.writeString(folder.resolve("spotcheck.yaml"), text);
    }

    private static AdResponse fetch(Orchestrator orchestrator) {
        return orchestrator.fetchAd(AdRequest.builder("pre-roll", "user123").build());
    }

    @Test
    void aFileUpstreamIsRelativeToTheConfiguration() throws IOException {
        Files.writeString(folder.resolve("tag.xml"), INLINE);
        try (var orchestrator = Orchestrator.fromConfig(config("""
                protocol: vast
                upstream:
                  type: file
                  endpoint: tag.xml
                policy: {timeout: 2s, hopTimeout: 500ms, maxDepth: 3, maxRedirects: 2, maxBodySize: 64KiB}
                cache: {enabled: true, ttl: 10m, maxEntries: 10}
                tracking: record
                """))) {
            assertThat(fetch(orchestrator).adId()).contains("a1");
            assertThat(fetch(orchestrator).cached()).isTrue();
            assertThat(orchestrator.fires()).isFalse();
        }
    }

    @Test
    void aFileThatWasEditedIsReadAnew() throws IOException {
        Path tag = Files.writeString(folder.resolve("tag.xml"), INLINE);
        try (var orchestrator = Orchestrator.fromConfig(config("""
                upstream:
                  endpoint: http://127.0.0.1:1/nobody
                  fallbacks:
                    - type: file
                      endpoint: tag.xml
                """))) {
            assertThat(fetch(orchestrator).adId()).contains("a1");
            Files.writeString(tag, INLINE.replace("a1", "a2"));
            AdResponse again = fetch(orchestrator);
            assertThat(again.adId()).contains("a2");
            assertThat(again.cached()).isFalse();
        }
    }

    @Test
    void aMemoryUpstreamAnswersForSeveralUrlsAndFallsBack() throws IOException {
        try (var orchestrator = Orchestrator.fromConfig(config("""
                upstream:
                  type: memory
                  endpoint: memory://none
                  document: <VAST version="3.0"/>
                  fallbacks:
                    - type: memory
                      endpoint: https://ads.example/wrapper
                      documents:
                        https://ads.example/wrapper: >-
                          <VAST version="3.0"><Ad id="w"><Wrapper><AdSystem>t</AdSystem>
                          <VASTAdTagURI>https://ads.example/inline</VASTAdTagURI></Wrapper></Ad></VAST>
                        https://ads.example/inline: '%s'
                cache: {enabled: false}
                """.formatted(INLINE.replace("\n", " "))))) {
            AdResponse response = fetch(orchestrator);

            assertThat(response.success()).isTrue();
            assertThat(response.usedFallback()).isTrue();
            assertThat(response.resolutionChain()).containsExactly("memory://none", "https://ads.example/wrapper",
                    "https://ads.example/inline");
            assertThat(orchestrator.cache()).isEmpty();
        }
    }

    @Test
    void aDocumentInAConfigurationIsTextWhateverEncodingItDeclares() throws IOException {
        try (var orchestrator = Orchestrator.fromConfig(config("""
                upstream:
                  type: memory
                  endpoint: memory://tag
                  document: '<?xml version="1.0" encoding="ISO-8859-1"?>%s'
                """.formatted(INLINE.replace("\n", " ").replace(">T<", ">Spätlese €<"))))) {
            assertThat(fetch(orchestrator).ads().getFirst().adTitle()).contains("Spätlese €");
        }
    }

    @Test
    void theLimitsOfTheConfigurationHold() throws IOException {
        Files.writeString(folder.resolve("tag.xml"), INLINE);
        try (var orchestrator = Orchestrator.fromConfig(config("""
                upstream: {type: file, endpoint: tag.xml}
                policy: {maxBodySize: 100B}
                """))) {
            assertThat(fetch(orchestrator).errorCode()).contains(ErrorCode.TOO_LARGE);
        }
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Orchestrator.fromConfig(config("upstream:\n  endpiont: https://ads.example/\n")))
                .withMessageContaining("spotcheck.yaml:2:").withMessageContaining("endpiont");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Orchestrator.fromConfig(config("upstream: {endpoint: x}\npolicy:\n  timeout: soon\n")))
                .withMessageContaining("spotcheck.yaml:3:").withMessageContaining("500ms");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Orchestrator.fromConfig(config("upstream: {endpoint: x}\npolicy: {maxBodySize: big}\n")))
                .withMessageContaining("big");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Orchestrator.fromConfig(config("protocol: smoke\nupstream: {endpoint: x}\n")))
                .withMessageContaining("smoke").withMessageContaining("vast");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Orchestrator.fromConfig(config("protocol: vast\n")))
                .withMessageContaining("endpoint");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Orchestrator.fromConfig(folder.resolve("missing.yaml")))
                .withMessageContaining("missing.yaml");
    }

    @ParameterizedTest
    @CsvSource({"30m, 1800", "1800, 1800", "00:30:00, 1800", "0:30:00.0, 1800", "1.5, 1.5", "00:00:01.500, 1.5",
            "500ms, 0.5", "0, 0", "100:00:00, 360000"})
    void aTimeOfContentIsWrittenAsAdsHaveItOrAsADurationOrInSeconds(String written, BigDecimal seconds) {
        assertThat(Quantities.parseTime(written)).isEqualTo(Duration.ofNanos(seconds.movePointRight(9).longValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "1:00", "00:60:00", "00:00:60", "half", "50%", "start", "1e3", "00:30:00,5",
            "9999999999999"})
    void whatIsNoTimeIsRefused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantities.parseTime(written));
    }

    @Test
    void quantitiesAreWrittenAsTheyAreRead() {
        for (String text : new String[] {"500ms", "2s", "90s", "5m", "1h", "0ms"}) {
            assertThat(Quantities.format(Quantities.parseDuration(text))).isEqualTo(text);
        }
        assertThat(Quantities.parseDuration("1.5s")).isEqualTo(Duration.ofMillis(1500));
        assertThat(Quantities.parseSize("512KiB")).isEqualTo(524_288);
        assertThat(Quantities.formatSize(Quantities.parseSize("5MiB"))).isEqualTo("5MiB");
        assertThatIllegalArgumentException().isThrownBy(() -> Quantities.parseDuration("2 weeks"));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantities.parseDuration("500"));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantities.parseSize("-1"));
    }
}
