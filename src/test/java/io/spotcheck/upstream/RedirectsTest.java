package io.spotcheck.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Status;
import io.spotcheck.transport.Transport;
import io.spotcheck.transport.TransportRequest;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects as the fetcher follows them. */
class RedirectsTest extends Fetches {

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void areFollowedAndEachIsANodeWithItsExchange(int status) {
        redirect(status, "/two");
        redirect(status, "/three");
        server.enqueue(new MockResponse.Builder().body("<VAST/>").build());

        FetchOutcome.Fetched fetched = fetched(fetch("/one"));

        assertThat(fetched.url()).isEqualTo(url("/three"));
        assertThat(fetched.response().body()).isEqualTo(Body.of("<VAST/>"));
        Node node = documentNode();
        assertThat(node.exchange().orElseThrow().request().url()).isEqualTo(url("/three"));
        assertThat(node.children()).extracting(Node::kind).containsOnly(NodeKind.REDIRECT);
        assertThat(node.children()).extracting(Node::label).containsExactly(url("/one"), url("/two"));
        assertThat(node.children()).allSatisfy(redirect -> {
            assertThat(redirect.status()).isEqualTo(Status.OK);
            assertThat(redirect.httpStatus()).contains(status);
            assertThat(redirect.exchange().orElseThrow().request().url()).isEqualTo(redirect.label());
        });
        assertThat(node.children().getFirst().reason())
                .hasValueSatisfying(why -> assertThat(why).contains(url("/two")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            next?b=2        | /path/next?b=2
            ../up           | /up
            /root           | /root
            ?only=query     | /path/tag?only=query
            ` /blanks `     | /blanks
            /m?[X]&é=1      | /m?[X]&%C3%A9=1
            """)
    void mayBeRelativeToWhereTheyStand(String location, String target) throws InterruptedException {
        redirect(302, location);
        server.enqueue(new MockResponse.Builder().build());

        fetched(fetch("/path/tag?a=1"));

        server.takeRequest();
        assertThat(server.takeRequest().getTarget()).isEqualTo(target);
    }

    @Test
    void areFollowedTenTimes() {
        for (int i = 1; i <= 10; i++) {
            redirect(302, "/" + i);
        }
        server.enqueue(new MockResponse.Builder().body("here").build());

        assertThat(fetched(fetch("/0")).url()).isEqualTo(url("/10"));
        assertThat(documentNode().children()).hasSize(10);
    }

    @Test
    void areNotFollowedAnEleventhTime() {
        for (int i = 1; i <= 11; i++) {
            redirect(302, "/" + i);
        }

        AdError error = failed(fetch("/0"));

        assertThat(error.code()).isEqualTo(ErrorCode.REDIRECT_LIMIT);
        assertThat(error.message()).contains("10");
        assertThat(server.getRequestCount()).isEqualTo(11);
        assertThat(documentNode().children()).hasSize(11);
    }

    @Test
    void areNotFollowedAtAllWhenThePolicySaysSo() {
        redirect(302, "/two");

        AdError error = failed(fetch(PATIENT.withMaxRedirects(0), Endpoint.of(http, url("/one")), AMPLE));

        assertThat(error.code()).isEqualTo(ErrorCode.REDIRECT_LIMIT);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void inACircleAreRefusedBeforeTheCircleCloses() {
        redirect(302, "/two");
        redirect(302, "/three");
        redirect(302, "/two");

        AdError error = failed(fetch("/one"));

        assertThat(error.code()).isEqualTo(ErrorCode.REDIRECT_LIMIT);
        assertThat(error.message()).contains("circle");
        assertThat(error.url()).contains(url("/two"));
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void toThemselvesAreRefused() {
        redirect(302, "/one");

        assertThat(failed(fetch("/one")).message()).contains("circle");
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/one#again", "/a/../one", "/./one", "/%6Fne"})
    void toThemselvesInAnotherSpellingAreRefused(String location) {
        redirect(302, location);

        assertThat(failed(fetch("/one")).message()).contains("circle");
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void toADocumentAboveInAnotherSpellingAreALoop() {
        redirect(302, "/above#x");

        AdError error = failed(new DocumentFetcher(PATIENT).fetch(Endpoint.of(http, url("/one")), url("/one"), document,
                Deadline.in(AMPLE), List.of(url("/above").replace("http:", "HTTP:"))));

        assertThat(error.code()).isEqualTo(ErrorCode.WRAPPER_LOOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hosts", "FILE:///etc/hosts", "memory:secret", "data:text/xml,x"})
    void cannotLeadOffTheNetwork(String location) {
        redirect(302, location);
        var asked = new ArrayList<String>();
        Transport recording = recording(asked);

        AdError error = failed(fetch(PATIENT, Endpoint.of(recording, url("/one")), AMPLE));

        assertThat(error.code()).isEqualTo(ErrorCode.UNSUPPORTED);
        assertThat(error.url()).contains(location);
        assertThat(asked).containsExactly(url("/one"));
    }

    private Transport recording(List<String> asked) {
        return new Transport() {
            @Override
            public Exchange exchange(TransportRequest request) {
                asked.add(request.url());
                return http.exchange(request);
            }

            @Override
            public String identity() {
                return "recording";
            }
        };
    }
}
