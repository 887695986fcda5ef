package io.spotcheck.protocol.vast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.orchestrator.ConfigFormat;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.protocol.HttpScenario;
import io.spotcheck.resolution.Finding;
import io.spotcheck.tracking.FiringTracker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Requests and beacons of a server that speaks on a device's behalf (VAST 4.3 §1.1.3). */
class ServerSideTest extends HttpScenario {

    private static final AdRequest DEVICE = AdRequest.builder("pre-roll", "user").ipAddress("192.0.2.7")
            .extensions(Map.of("userAgent", "TV/1", "pageUrl", "https://page.example/", "acceptLanguage", "de",
                    "appBundle", "com.example.app")).build();

    @Test
    void everyRequestAndEveryBeaconTellsTheDevice() throws InterruptedException {
        answer(Tags.wrapper("wa", server.url("/inline?s=[SERVERSIDE]").toString()));
        answer(Tags.inline("in"));
        server.enqueue(new MockResponse.Builder().build());
        server.enqueue(new MockResponse.Builder().build());
        try (Orchestrator orchestrator = orchestrator("{serverSide: true}")) {
            AdResponse response = orchestrator.fetchAd(DEVICE);
            orchestrator.trackEvent("impression", response);

            assertThat(response.success()).isTrue();
            assertTellsTheDevice(server.takeRequest());
            RecordedRequest second = server.takeRequest();
            assertThat(second.getTarget()).isEqualTo("/inline?s=1");
            assertTellsTheDevice(second);
            assertTellsTheDevice(server.takeRequest());
            assertTellsTheDevice(server.takeRequest());
            assertThat(response.resolution().findings()).extracting(Finding::rule).doesNotContain("SERVER-SIDE-DEVICE");
        }
    }

    @Test
    void aPlayerThatAsksForItselfTellsNothing() throws InterruptedException {
        answer(Tags.inline("in"));
        server.enqueue(new MockResponse.Builder().build());
        try (Orchestrator orchestrator = orchestrator("{}")) {
            orchestrator.trackEvent("impression", orchestrator.fetchAd(DEVICE));

            assertThat(server.takeRequest().getHeaders().names()).noneMatch(name -> name.startsWith("X-Device"));
            assertThat(server.takeRequest().getHeaders().names()).noneMatch(name -> name.startsWith("X-Device"));
        }
    }

    @Test
    void whatIsMissingIsTold() {
        answer(Tags.inline("in"));
        try (Orchestrator orchestrator = orchestrator("{serverSide: true}")) {
            AdResponse response = orchestrator.fetchAd(AdRequest.builder("pre-roll", "user").build());

            assertThat(response.resolution().findings()).filteredOn(f -> f.rule().equals("SERVER-SIDE-DEVICE"))
                    .extracting(Finding::message).satisfiesExactly(ip -> assertThat(ip).contains("X-Device-IP"),
                            agent -> assertThat(agent).contains("X-Device-User-Agent"));
        }
    }

    @Test
    void theOptionIsTrueOrFalse() {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> orchestrator("{serverSide: maybe}"))
                .withMessageContaining("serverSide");
    }

    private static void assertTellsTheDevice(RecordedRequest request) {
        assertThat(request.getHeaders().get("X-Device-IP")).isEqualTo("192.0.2.7");
        assertThat(request.getHeaders().get("X-Device-User-Agent")).isEqualTo("TV/1");
        assertThat(request.getHeaders().get("X-Device-Referer")).isEqualTo("https://page.example/");
        assertThat(request.getHeaders().get("X-Device-Accept-Language")).isEqualTo("de");
        assertThat(request.getHeaders().get("X-Device-Requested-With")).isEqualTo("com.example.app");
    }

    private void answer(String document) {
        server.enqueue(new MockResponse.Builder().body(document.replace("https://t.example/",
                server.url("/").toString())).build());
    }

    private Orchestrator orchestrator(String options) {
        return ConfigFormat.parse("upstream: {endpoint: \"" + server.url("/tag") + "\"}\noptions: " + options, "test",
                OrchestratorConfig.class).toBuilder(Path.of("."), transport).enableCaching(false)
                .tracker(new FiringTracker(transport, Duration.ofSeconds(20))).build();
    }
}
