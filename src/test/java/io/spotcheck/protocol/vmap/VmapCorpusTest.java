package io.spotcheck.protocol.vmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdBreak;
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

/** Every real schedule is served or refused with a code and a place, and never crashes or hangs. */
class VmapCorpusTest {

    private static final AdRequest REQUEST = AdRequest.builder("show", "tester").build();
    /** What a document alone can fail with; nothing but the schedule is in memory, so tags end unconnected. */
    private static final Set<ErrorCode> EXPECTED = Set.of(ErrorCode.NO_AD, ErrorCode.MALFORMED, ErrorCode.UNSUPPORTED,
            ErrorCode.CONNECTION_FAILED);

    static List<Path> files() throws IOException {
        return Corpus.files("vmap", ".xml");
    }

    @BeforeAll
    static void corpusIsThere() {
        Corpus.assumeFolder("vmap");
    }

    @ParameterizedTest
    @MethodSource("files")
    void isServedOrRefusedWithACodeAndAPlace(Path file) {
        AdResponse response = resolve(file);

        assertThat(response.resolution().nodes()).noneMatch(n -> n.status() == Status.RUNNING);
        if (response.success()) {
            assertThat(response.ads()).isNotEmpty();
        } else {
            assertThat(response.errorCode()).get().isIn(EXPECTED);
            assertThat(response.error()).get().asString().isNotBlank();
            assertThat(response.failures()).isNotEmpty().allSatisfy(f -> {
                assertThat(f.protocolCode()).isPresent();
                // A tag that nobody answers has its address, everything else a place in its document.
                assertThat(f.location().isPresent() || f.url().isPresent()).isTrue();
            });
        }
        response.breaks().forEach(b -> assertThat(b.ads().isEmpty()).isEqualTo(b.error().isPresent()));
    }

    @Test
    void theCorpusHasSchedulesThatCarryAdsAndSchedulesThatNameTags() throws IOException {
        List<AdResponse> all = files().stream().map(VmapCorpusTest::resolve).toList();

        assertThat(all).filteredOn(AdResponse::success).hasSizeGreaterThanOrEqualTo(4);
        assertThat(all).anyMatch(r -> r.errorCode().filter(ErrorCode.CONNECTION_FAILED::equals).isPresent());
        assertThat(all).anyMatch(r -> r.errorCode().filter(ErrorCode.UNSUPPORTED::equals).isPresent());
        assertThat(all.stream().flatMap(r -> r.breaks().stream())).hasSizeGreaterThan(40)
                .extracting(AdBreak::timeOffset).contains("start", "end", "00:00:15.000");
    }

    private static AdResponse resolve(Path file) {
        try {
            var upstream = new VmapUpstream(new MemoryTransport(Map.of("memory://schedule", Files.readAllBytes(file))),
                    "memory://schedule");
            try (var orchestrator = Orchestrator.builder(new VmapProtocolHandler(upstream))
                    .timeout(Duration.ofSeconds(5)).build()) {
                return orchestrator.fetchAd(REQUEST);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
