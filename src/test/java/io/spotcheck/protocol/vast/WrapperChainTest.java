package io.spotcheck.protocol.vast;

import static io.spotcheck.protocol.vast.Tags.inline;
import static io.spotcheck.protocol.vast.Tags.vast;
import static io.spotcheck.protocol.vast.Tags.wrapper;
import static io.spotcheck.protocol.vast.Tags.wrapperAd;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Finding;
import io.spotcheck.upstream.UpstreamPolicy;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains of wrappers over real HTTP that break at each of their hops: the code, and who is told of it. */
class WrapperChainTest extends AdServerScenario {

    /** Three wrappers, of which the one at this depth leads to {@code /broken}. */
    private void chainTo(int depth) {
        for (int i = 1; i <= depth; i++) {
            answer("/w" + i, wrapper("w" + i, url(i == depth ? "/broken" : "/w" + (i + 1))));
        }
    }

    private static List<String> errorsWith(int depth, int code) {
        var expected = new ArrayList<String>();
        for (int i = 1; i <= depth; i++) {
            expected.add("w" + i + "/error?code=" + code);
        }
        return expected;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aServerThatNeverAnswersIsError301AtEachDepth(int depth) {
        chainTo(depth);
        silence("/broken");

        AdResponse response = resolveImpatiently("/w1");

        assertThat(response.errorCode()).contains(ErrorCode.TIMEOUT);
        assertThat(response.protocolCode()).hasValue(301);
        assertThat(called("error", response)).isEqualTo(errorsWith(depth, 301));
    }

    @ParameterizedTest
    @CsvSource({"1, 404", "2, 500", "3, 503", "2, 204"})
    void anHttpErrorAndAnEmptyAnswerAreToldToEveryWrapper(int depth, int status) {
        chainTo(depth);
        answer("/broken", new MockResponse.Builder().code(status).build());

        AdResponse response = resolve("/w1");

        int code = status == 204 ? 303 : 301;
        assertThat(response.protocolCode()).hasValue(code);
        assertThat(response.errorCode()).contains(status == 204 ? ErrorCode.NO_AD : ErrorCode.HTTP_STATUS);
        assertThat(called("error", response)).isEqualTo(errorsWith(depth, code));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anEmptyVastIsToldToEveryWrapperAndToItsOwnRoot(int depth) {
        chainTo(depth);
        answer("/broken", "<VAST version=\"4.2\"><Error>https://t.example/root/error?code=[ERRORCODE]</Error></VAST>");

        AdResponse response = resolve("/w1");

        var expected = new ArrayList<>(errorsWith(depth, 303));
        expected.add("root/error?code=303");
        assertThat(called("error", response)).isEqualTo(expected);
        assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
    }

    @Test
    void anInLineWithoutCreativesIsAnEmptyAnswerToo() {
        answer("/w1", wrapper("w1", url("/broken")));
        answer("/broken", """
                <VAST version="4.2"><Error>https://t.example/root/error?code=[ERRORCODE]</Error><Ad><InLine>
                <Error>https://t.example/in/error?code=[ERRORCODE]</Error><Creatives/></InLine></Ad></VAST>""");

        AdResponse response = resolve("/w1");

        assertThat(response.protocolCode()).hasValue(303);
        assertThat(called("error", response)).containsExactly("w1/error?code=303", "in/error?code=303",
                "root/error?code=303");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "100 | MALFORMED | <VAST version='4.0'><Ad>",
        "100 | MALFORMED | {\"ad\": null}",
        "101 | MALFORMED | <html><body>Sign in</body></html>",
        "101 | UNSUPPORTED | <VMAP version='1.0'/>",
        "102 | UNSUPPORTED | <VAST version='1.0'/>",
        "102 | UNSUPPORTED | <VAST version='5.0'/>",
        "102 | UNSUPPORTED | <VideoAdServingTemplate/>",
        "102 | UNSUPPORTED | <DAAST version='1.0'/>"})
    void whatCannotBeReadIsToldToTheWrappers(int code, ErrorCode kind, String body) {
        chainTo(2);
        answer("/broken", body);

        AdResponse response = resolve("/w1");

        assertThat(response.errorCode()).contains(kind);
        assertThat(called("error", response)).isEqualTo(errorsWith(2, code));
    }

    @Test
    void aRefusedConnectionAndOneThatBreaksAreError301() {
        answer("/a", wrapper("wa", "http://127.0.0.1:1/tag"));
        answer("/b", wrapper("wb", url("/breaks")));
        answer("/breaks", new MockResponse.Builder().body(inline("in")).onResponseBody(
                new SocketEffect.CloseSocket()).build());

        assertThat(called("error", resolve("/a"))).containsExactly("wa/error?code=301");
        assertThat(called("error", resolve("/b"))).containsExactly("wb/error?code=301");
    }

    @Test
    void redirectsAreFollowedAndTheirCircleIsError301() {
        answer("/w1", wrapper("w1", url("/go")));
        answer("/go", new MockResponse.Builder().code(302).addHeader("Location", "/went").build());
        answer("/went", new MockResponse.Builder().code(307).addHeader("Location", "/in").build());
        answer("/in", inline("in"));
        answer("/w2", wrapper("w2", url("/round")));
        answer("/round", new MockResponse.Builder().code(302).addHeader("Location", "/round").build());

        assertThat(ids(resolve("/w1"))).containsExactly("in");
        AdResponse round = resolve("/w2");
        assertThat(round.errorCode()).contains(ErrorCode.REDIRECT_LIMIT);
        assertThat(called("error", round)).containsExactly("w2/error?code=301");
    }

    @Test
    void aLoopIsError302ThroughATagAndThroughARedirect() {
        answer("/a", wrapper("wa", url("/b")));
        answer("/b", wrapper("wb", url("/a")));
        answer("/c", wrapper("wc", url("/back")));
        answer("/back", new MockResponse.Builder().code(302).addHeader("Location", "/c").build());

        AdResponse throughTag = resolve("/a");
        AdResponse throughRedirect = resolve("/c");

        assertThat(throughTag.errorCode()).contains(ErrorCode.WRAPPER_LOOP);
        assertThat(called("error", throughTag)).containsExactly("wa/error?code=302", "wb/error?code=302");
        assertThat(throughRedirect.errorCode()).contains(ErrorCode.WRAPPER_LOOP);
        assertThat(called("error", throughRedirect)).containsExactly("wc/error?code=302");
    }

    @Test
    void theWrapperBeyondTheLimitIsToldTogetherWithThoseAbove() {
        for (int i = 1; i <= 3; i++) {
            answer("/w" + i, wrapper("w" + i, url("/w" + (i + 1))));
        }

        AdResponse response = resolve(upstream("/w1").withMaxWrappers(2), REQUEST);

        assertThat(response.errorCode()).contains(ErrorCode.WRAPPER_LIMIT);
        assertThat(called("error", response)).isEqualTo(errorsWith(3, 302));
    }

    @Test
    void followAdditionalWrappersIsTrueUnlessItIsFalse() {
        answer("/follows", vast(wrapperAd("w", "", url("/w2"), "")));
        answer("/follows1", vast(wrapperAd("w", "", url("/w2"), "followAdditionalWrappers=\"1\"")));
        answer("/stops", vast(wrapperAd("w", "", url("/w2"), "followAdditionalWrappers=\"false\"")));
        answer("/stops0", vast(wrapperAd("w", "", url("/w2"), "followAdditionalWrappers=\"0\"")));
        answer("/straight", vast(wrapperAd("w", "", url("/in"), "followAdditionalWrappers=\"false\"")));
        answer("/w2", wrapper("w2", url("/in")));
        answer("/in", inline("in"));

        assertThat(ids(resolve("/follows"))).containsExactly("in");
        assertThat(ids(resolve("/follows1"))).containsExactly("in");
        assertThat(ids(resolve("/straight"))).containsExactly("in");
        for (String path : List.of("/stops", "/stops0")) {
            AdResponse stopped = resolve(path);
            assertThat(stopped.error()).get().asString().contains("“w”", "followAdditionalWrappers");
            assertThat(called("error", stopped)).containsExactly("w/error?code=303", "w2/error?code=303");
        }
    }

    @Test
    void aWrapperWithoutATagIsError300() {
        answer("/w1", wrapper("w1", url("/w2")));
        answer("/w2", wrapper("w2", ""));

        AdResponse response = resolve("/w1");

        assertThat(response.errorCode()).contains(ErrorCode.MALFORMED);
        assertThat(called("error", response)).containsExactly("w1/error?code=300", "w2/error?code=300");
    }

    @Test
    void anAnswerThatIsTooLargeIsError300() {
        answer("/w1", wrapper("w1", url("/big")));
        answer("/big", inline("in") + " ".repeat(9_000));

        AdResponse response = resolve(upstream("/w1").withPolicy(UpstreamPolicy.standard()
                .withMaxBodyBytes(8_192)), REQUEST);

        assertThat(response.errorCode()).contains(ErrorCode.TOO_LARGE);
        assertThat(called("error", response)).containsExactly("w1/error?code=300");
    }

    @ParameterizedTest
    @CsvSource({"iso-8859-1, true", "utf-16, true", "x-none, true", "utf-8, false", "UTF8, false"})
    void aCharsetOfTheServerInWhichTheDocumentReadsOtherwiseIsDoubted(String charset, boolean doubted) {
        answer("/a", new MockResponse.Builder().addHeader("Content-Type", "text/xml; charset=" + charset)
                .body("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + inline("in").replace("Title of", "Überschrift von"))
                .build());

        AdResponse response = resolve("/a");

        assertThat(response.ads()).singleElement().satisfies(ad -> assertThat(ad.adTitle().orElseThrow())
                .startsWith("Überschrift"));
        assertThat(response.resolution().findings()).extracting(Finding::rule)
                .isEqualTo(doubted ? List.of("HTTP-CHARSET-WRONG") : List.of());
    }

    @Test
    void theFirstTagHasNobodyToTellAndNoCode() {
        AdResponse response = resolve("/nothing");

        assertThat(response.protocolCode()).isEmpty();
        assertThat(called("error", response)).isEmpty();
        assertThat(response.failures()).singleElement().extracting(AdError::code).isEqualTo(ErrorCode.HTTP_STATUS);
    }

    @Test
    void theBeaconsOfEveryHopAreCalledOneByOne() {
        answer("/w1", wrapper("w1", url("/w2")));
        answer("/w2", wrapper("w2", url("/in")));
        answer("/in", inline("in"));

        AdResponse response = resolve("/w1");

        for (String event : List.of("impression", "start", "complete", "click")) {
            assertThat(called(event, response)).containsExactly("w1/" + event, "w2/" + event, "in/" + event);
        }
        assertThat(called("error", response)).containsExactly("w1/error?code=900", "w2/error?code=900",
                "in/error?code=900");
    }
}
