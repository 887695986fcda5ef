package io.spotcheck.protocol.vast;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.corpus.Corpus;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.resolution.Status;
import io.spotcheck.transport.MemoryTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every real VAST file is served or refused with a code, and never crashes or hangs. */
class VastCorpusTest {

    private static final AdRequest REQUEST = AdRequest.builder("pre-roll", "tester").build();
    /** What a document alone can fail with; nothing but the document is in memory, so wrappers end unconnected. */
    private static final Set<ErrorCode> EXPECTED = Set.of(ErrorCode.NO_AD, ErrorCode.MALFORMED, ErrorCode.UNSUPPORTED,
            ErrorCode.CONNECTION_FAILED, ErrorCode.WRAPPER_LOOP);

    static List<Path> files() throws IOException {
        return Corpus.files("vast", ".xml");
    }

    @BeforeAll
    static void corpusIsThere() {
        Corpus.assumeFolder("vast");
    }

    @ParameterizedTest
    @MethodSource("files")
    void isServedOrRefusedWithACodeAndAPosition(Path file) throws IOException {
        AdResponse response = resolve(file);

        assertThat(response.resolution().nodes()).noneMatch(n -> n.status() == Status.RUNNING);
        assertThat(response.resolutionChain()).isNotEmpty();
        if (response.success()) {
            assertThat(response.ads()).isNotEmpty();
            assertThat(response.ads()).allSatisfy(ad -> assertThat(ad.creatives()).isNotEmpty());
        } else {
            assertThat(response.errorCode()).get().isIn(EXPECTED);
            assertThat(response.error()).get().asString().isNotBlank();
            assertThat(response.failures()).allSatisfy(f -> assertThat(f.location()).isPresent());
        }
    }

    @Test
    void theCorpusHasFilesOfEachKind() throws IOException {
        List<AdResponse> all = files().stream().map(VastCorpusTest::resolve).toList();

        assertThat(all).filteredOn(AdResponse::success).hasSizeGreaterThan(60);
        assertThat(all).anyMatch(r -> r.errorCode().filter(ErrorCode.MALFORMED::equals).isPresent());
        assertThat(all).anyMatch(r -> r.errorCode().filter(ErrorCode.UNSUPPORTED::equals).isPresent());
    }

    private static AdResponse resolve(Path file) {
        try {
            var upstream = new VastUpstream(new MemoryTransport(Map.of("memory://tag", Files.readAllBytes(file))),
                    "memory://tag");
            try (var orchestrator = Orchestrator.builder(new VastProtocolHandler(upstream))
                    .timeout(Duration.ofSeconds(5)).build()) {
                return orchestrator.fetchAd(REQUEST);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
