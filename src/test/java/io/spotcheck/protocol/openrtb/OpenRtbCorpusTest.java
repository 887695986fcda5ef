package io.spotcheck.protocol.openrtb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.corpus.Corpus;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.openrtb.nativead.MalformedNativeException;
import io.spotcheck.protocol.openrtb.nativead.NativeReader;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.Status;
import io.spotcheck.transport.MemoryTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every real OpenRTB file is understood or refused with a code and a place. */
class OpenRtbCorpusTest {

    private static final AdRequest REQUEST = AdRequest.builder("slot", "tester").build();
    private static final String NO_BID = "{\"id\": \"x\", \"nbr\": 2}";

    static List<Path> files(String what) throws IOException {
        return Corpus.files("openrtb", ".json").stream().filter(f -> f.getFileName().toString().contains(what))
                .toList();
    }

    static List<Path> all() throws IOException {
        return files("");
    }

    static List<Path> requests() throws IOException {
        return files("request").stream().filter(f -> !f.getFileName().toString().startsWith("native1")
                && !f.getFileName().toString().startsWith("adcom1")).toList();
    }

    static List<Path> natives() throws IOException {
        return files("native1-response");
    }

    @BeforeAll
    static void corpusIsThere() {
        Corpus.assumeFolder("openrtb");
    }

    @ParameterizedTest
    @MethodSource("all")
    void asAnAnswerItIsUnderstoodOrRefusedWithACodeAndAPlace(Path file) throws IOException {
        AdResponse response = resolve(Files.readString(file), OpenRtbOptions.standard());
        String name = file.getFileName().toString();

        assertThat(response.resolution().nodes()).noneMatch(n -> n.status() == Status.RUNNING);
        if (response.success()) {
            assertThat(response.ads()).isNotEmpty();
        } else {
            assertThat(response.errorCode()).isPresent();
            assertThat(response.error()).get().asString().isNotBlank();
            // A win notice that nobody answers has no place in a document.
            assertThat(response.failures()).allMatch(f -> f.location().isPresent()
                    || f.code() == ErrorCode.CONNECTION_FAILED || f.code() == ErrorCode.UNSUPPORTED);
        }
        if (name.startsWith("openrtb3")) {
            assertThat(response.errorCode()).contains(ErrorCode.UNSUPPORTED);
            assertThat(response.error().orElseThrow()).contains("OpenRTB 3.0");
        } else if (name.contains("no-bid")) {
            assertThat(response.errorCode()).contains(ErrorCode.NO_BID);
        } else if (name.startsWith("openrtb2-bid-response") || name.contains("bid-response")) {
            assertThat(response.bids()).isNotEmpty();
        } else {
            assertThat(response.errorCode()).contains(ErrorCode.MALFORMED);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void asARequestItIsSentAsItIs(Path file) throws IOException {
        String text = Files.readString(file);
        if (file.getFileName().toString().startsWith("openrtb3")) {
            assertThatThrownBy(() -> OpenRtbOptions.of(Map.of("request", text)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("OpenRTB 3.0");
            return;
        }
        AdResponse response = resolve(NO_BID, OpenRtbOptions.of(Map.of("request", text)));

        assertThat(response.protocolCode()).hasValue(2);
        String sent = response.resolution().nodes().map(Node::exchange).flatMap(Optional::stream)
                .map(Exchange::request).findFirst().orElseThrow().body().text(StandardCharsets.UTF_8);
        assertThat(sent).isEqualTo(text);
        assertThat(response.extensions()).containsEntry("openrtb_request", text);
    }

    @ParameterizedTest
    @MethodSource("natives")
    void nativeMarkupIsRead(Path file) throws IOException, MalformedNativeException {
        NativeReader.Result read = new NativeReader().read(Files.readString(file));

        assertThat(read.ad().assets().isEmpty()).isEqualTo(read.ad().assetsUrl().isPresent()
                && !Files.readString(file).contains("\"assets\""));
    }

    private static AdResponse resolve(String answer, OpenRtbOptions options) {
        // The win notices of the samples lead nowhere, quickly.
        var transport = new MemoryTransport(Map.of("memory://bidder", answer.getBytes(StandardCharsets.UTF_8)));
        var upstream = new OpenRtbUpstream(transport, "memory://bidder").withOptions(options);
        try (var orchestrator = Orchestrator.builder(new OpenRtbProtocolHandler(upstream)).build()) {
            return orchestrator.fetchAd(REQUEST);
        }
    }
}
