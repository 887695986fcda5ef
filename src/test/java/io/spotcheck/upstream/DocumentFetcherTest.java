package io.spotcheck.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFetcherTest extends Fetches {

    @ParameterizedTest
    @ValueSource(ints = {200, 203, 204, 206})
    void isThereWhenTheStatusIsASuccess(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());

        FetchOutcome.Fetched fetched = fetched(fetch("/tag"));

        assertThat(fetched.url()).isEqualTo(url("/tag"));
        assertThat(fetched.response().status()).isEqualTo(status);
        assertThat(documentNode().httpStatus()).contains(status);
        assertThat(documentNode().status()).as("what it holds is for others to judge").isEqualTo(Status.RUNNING);
    }

    @ParameterizedTest
    @ValueSource(ints = {304, 400, 401, 404, 429, 500, 503})
    void isNotThereForAnyOtherStatus(int status) {
        server.enqueue(new MockResponse.Builder().code(status).body("<VAST/>").build());

        AdError error = failed(fetch("/tag"));

        assertThat(error.code()).isEqualTo(ErrorCode.HTTP_STATUS);
        assertThat(error.message()).contains(String.valueOf(status));
        assertThat(error.url()).contains(url("/tag"));
        assertThat(error.nodeId()).isEqualTo(document.id());
        assertThat(documentNode().httpStatus()).contains(status);
    }

    @Test
    void isNotThereForARedirectWithoutALocation() {
        server.enqueue(new MockResponse.Builder().code(302).build());

        AdError error = failed(fetch("/tag"));

        assertThat(error.code()).isEqualTo(ErrorCode.HTTP_STATUS);
        assertThat(error.message()).isEqualTo("The server answered 302 without a Location.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void isNotThereForARedirectWithAnEmptyLocation(String location) {
        redirect(302, location);

        AdError error = failed(fetch("/tag"));

        assertThat(error.code()).isEqualTo(ErrorCode.HTTP_STATUS);
        assertThat(error.message()).isEqualTo("The server answered 302 with an empty Location.");
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https:///", "http://a b/", "http://a.example:99999/", "//", "http://[::1/"})
    void isNotThereForARedirectToWhatIsNoUrl(String location) {
        redirect(302, location);

        AdError error = failed(fetch("/tag"));

        assertThat(error.code()).isEqualTo(ErrorCode.HTTP_STATUS);
        assertThat(error.message()).contains("a Location that is no URL").contains(location);
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"gzip,MALFORMED", "br,MALFORMED", "zstd,UNSUPPORTED"})
    void isNotThereWhenItsContentCodingIsBrokenOrNotKnown(String coding, ErrorCode code) {
        server.enqueue(new MockResponse.Builder().setHeader("Content-Encoding", coding).body("<VAST/>").build());

        AdError error = failed(fetch("/tag"));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).contains("content coding");
        assertThat(documentNode().httpStatus()).contains(200);
    }

    @Test
    void saysHowItsUrlWentOutWhenThatIsNotHowItIsWritten() {
        server.enqueue(new MockResponse.Builder().build());

        fetched(fetch("/tag?q=\"é\"&m='"));

        assertThat(documentNode().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("URL-REENCODED");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).contains(url("/tag?q=%22%C3%A9%22&m=%27"));
        });
        assertThat(documentNode().exchange().orElseThrow().request().url()).isEqualTo(url("/tag?q=\"é\"&m='"));
    }

    @Test
    void onlyTellsWhenAnotherSpellingMeansTheSame() {
        server.enqueue(new MockResponse.Builder().build());

        fetched(fetch("/a/../tag?m='"));

        assertThat(documentNode().findings()).singleElement()
                .extracting(Finding::rule, Finding::severity).containsExactly("URL-REENCODED", Severity.INFO);
    }

    @Test
    void saysThatANameAndAPasswordInTheUrlWereNotSent() {
        server.enqueue(new MockResponse.Builder().build());

        fetched(fetch(PATIENT, Endpoint.of(http, url("/tag").replace("//", "//me:secret@")), AMPLE));

        assertThat(documentNode().findings()).singleElement().extracting(Finding::rule).isEqualTo("URL-CREDENTIALS");
    }

    @Test
    void saysThatItsBodyIsCompressedWhenNobodyElseDoes() throws IOException {
        var packed = new Buffer();
        try (var gzip = new GZIPOutputStream(packed.outputStream())) {
            gzip.write("<VAST/>".getBytes(StandardCharsets.UTF_8));
        }
        server.enqueue(new MockResponse.Builder().body(packed).build());

        fetched(fetch("/tag"));

        assertThat(documentNode().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("BODY-COMPRESSED");
            assertThat(finding.message()).contains("gzip");
        });
    }

    @Test
    void isNotThereWhenItIsTooLarge() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(101)).build());

        AdError error = failed(fetch(PATIENT.withMaxBodyBytes(100), Endpoint.of(http, url("/tag")), AMPLE));

        assertThat(error.code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void isNotThereWhenTheConnectionBreaks() {
        server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

        assertThat(failed(fetch("/tag")).code()).isEqualTo(ErrorCode.CONNECTION_FAILED);
        assertThat(documentNode().exchange()).isPresent();
    }

    @Test
    void isNotThereWhenTheUrlCannotBeAsked() {
        assertThat(failed(fetch(PATIENT, Endpoint.of(http, "ftp://a.example/"), AMPLE)).code())
                .isEqualTo(ErrorCode.UNSUPPORTED);
    }

    @Test
    void isNotThereWhenSomebodyCallsItOff() {
        Thread.currentThread().interrupt();
        try {
            assertThat(failed(fetch("/tag")).code()).isEqualTo(ErrorCode.CANCELLED);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aPolicyRefusesLimitsThatMakeNoSense() {
        UpstreamPolicy standard = UpstreamPolicy.standard();

        assertThatIllegalArgumentException().isThrownBy(() -> standard.withHopTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.withHopTimeout(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.withMaxRedirects(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.withMaxBodyBytes(0));
        assertThat(standard.maxRedirects()).isEqualTo(10);
        assertThat(standard.maxBodyBytes()).isEqualTo(5 * 1024 * 1024);
    }
}
