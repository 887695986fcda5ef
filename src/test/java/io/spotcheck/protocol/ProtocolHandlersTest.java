package io.spotcheck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.transport.HttpTransport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProtocolHandlersTest {

    @Test
    void theBuiltInProtocolsAndThoseOfJarsAreFound() {
        ProtocolHandlers handlers = ProtocolHandlers.load();

        assertThat(handlers.names()).contains("vast", "vmap", "openrtb", "custom", "house").isSorted();
        assertThat(handlers.provider("vast")).isPresent();
        assertThat(handlers.provider("smoke")).isEmpty();
    }

    @Test
    void aProtocolOfAJarIsConfiguredAndFetchedLikeAnyOther() {
        var config = OrchestratorConfig.of("house", UpstreamConfig.http("https://ads.example/house"));
        try (var http = new HttpTransport();
                var orchestrator = config.toBuilder(Path.of("."), http).build()) {
            AdResponse first = orchestrator.fetchAd(AdRequest.builder("banner", "user123").build());
            AdResponse second = orchestrator.fetchAd(AdRequest.builder("banner", "user123").build());

            assertThat(first.protocol()).isEqualTo("house");
            assertThat(first.adId()).contains("house-1");
            assertThat(first.resolution().nodes()).extracting("label").contains("https://ads.example/house");
            assertThat(second.cached()).isTrue();
        }
    }
}
