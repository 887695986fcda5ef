package io.spotcheck.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers;
import io.spotcheck.resolution.Headers.Header;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.ResolutionRecorder;
import io.spotcheck.resolution.Status;
import io.spotcheck.transport.HttpTransport;
import io.spotcheck.transport.Transport;
import io.spotcheck.transport.TransportRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFetcherTest {

    private static final Duration AMPLE = Duration.ofSeconds(30);
    private static final UpstreamPolicy PATIENT = UpstreamPolicy.standard().withHopTimeout(AMPLE);
    private static final Headers HEADERS = new Headers(List.of(new Header("Authorization", "Bearer secret"),
            new Header("cookie", "session=1"), new Header("Proxy-Authorization", "Basic secret"),
            new Header("User-Agent", "Test/1.0"), new Header("X-Forwarded-For", "203.0.113.7")));

    private final HttpTransport http = new HttpTransport();
    private final MockWebServer server = new MockWebServer();
    private final MockWebServer other = new MockWebServer();
    private final ResolutionRecorder recorder = new ResolutionRecorder("test", ResolutionListener.none());
    private final OpenNode document = recorder.root().open(NodeKind.DOCUMENT, "tag");

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
        other.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
        other.close();
    }

    @Nested
    class ADocument {

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

            assertThat(failed(fetch("/tag")).code()).isEqualTo(ErrorCode.HTTP_STATUS);
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
    }

    @Nested
    class Redirects {

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

    @Nested
    class EndpointHeaders {

        @Test
        void allGoToTheEndpointsOwnHost() throws InterruptedException {
            redirect(302, "/two");
            server.enqueue(new MockResponse.Builder().build());

            fetched(fetch(PATIENT, new Endpoint(http, url("/one"), HEADERS), AMPLE));

            assertHasCredentials(server.takeRequest());
            assertHasCredentials(server.takeRequest());
        }

        @Test
        void loseTheCredentialsOnTheWayToAnotherHost() throws InterruptedException {
            redirect(302, "http://127.0.0.1:" + other.getPort() + "/two");
            other.enqueue(new MockResponse.Builder().build());

            fetched(fetch(PATIENT, new Endpoint(http, url("/one"), HEADERS), AMPLE));

            assertHasCredentials(server.takeRequest());
            assertHasNoCredentials(other.takeRequest());
        }

        @Test
        void haveTheCredentialsAgainWhenTheWayLeadsBack() throws InterruptedException {
            redirect(302, "http://127.0.0.1:" + other.getPort() + "/two");
            other.enqueue(new MockResponse.Builder().code(302).setHeader("Location", url("/three")).build());
            server.enqueue(new MockResponse.Builder().build());

            fetched(fetch(PATIENT, new Endpoint(http, url("/one"), HEADERS), AMPLE));

            server.takeRequest();
            assertHasNoCredentials(other.takeRequest());
            assertHasCredentials(server.takeRequest());
        }

        @Test
        void loseTheCredentialsWhenTheDocumentIsAnotherHostsFromTheStart() throws InterruptedException {
            other.enqueue(new MockResponse.Builder().build());
            var endpoint = new Endpoint(http, url("/one"), HEADERS);

            fetched(new DocumentFetcher(PATIENT).fetch(endpoint, "http://127.0.0.1:" + other.getPort() + "/w", document,
                    Deadline.in(AMPLE)));

            assertHasNoCredentials(other.takeRequest());
        }

        @ParameterizedTest(name = "from {0} to {1}")
        @CsvSource({
            "https://good.example/, http:/evil.example//good.example/",
            "https://good.example/, http:evil.example//good.example/",
            "https://good.example/, https://good.example@evil.example/",
            "https://good.example/, https://good.example.evil.example/",
            "https://good.example/, 'https://evil.example\\@good.example/'",
            "https://good.example/, https://evil.example/?//good.example/",
            "https://good.example/, https://good.example:444/",
            "https://good.example/, http://good.example/",
            "memory:tag, http:evil.example",
        })
        void loseTheCredentialsForWhateverIsNotTheSameHostAsSafely(String endpoint, String target) {
            assertThat(headersAsked(endpoint, target).entries()).extracting(Header::name)
                    .containsExactly("User-Agent", "X-Forwarded-For");
        }

        @ParameterizedTest(name = "from {0} to {1}")
        @CsvSource({
            "https://good.example/a, https://good.example/b?c=//evil.example",
            "https://good.example/a, https://GOOD.example#x",
            "https://good.example/a, HTTPS://good.example/b",
            "http://good.example/a, https://good.example/b",
        })
        void keepTheCredentialsForTheSameHost(String endpoint, String target) {
            assertThat(headersAsked(endpoint, target)).isEqualTo(HEADERS);
        }

        private Headers headersAsked(String endpoint, String target) {
            var asked = new ArrayList<TransportRequest>();
            Transport silent = new Transport() {
                @Override
                public Exchange exchange(TransportRequest request) {
                    asked.add(request);
                    return new Exchange(request.toExchangeRequest(), Optional.of(new Exchange.Response(200, "test",
                            Headers.none(), Body.empty(), 0)), Optional.empty(), Duration.ZERO, List.of());
                }

                @Override
                public String identity() {
                    return "silent";
                }
            };
            fetched(new DocumentFetcher(PATIENT).fetch(new Endpoint(silent, endpoint, HEADERS), target, document,
                    Deadline.in(AMPLE)));
            assertThat(asked).singleElement().extracting(TransportRequest::url).isEqualTo(target);
            return asked.getFirst().headers();
        }

        private static void assertHasCredentials(RecordedRequest request) {
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
            assertThat(request.getHeaders().get("Cookie")).isEqualTo("session=1");
            assertHasTheOthers(request);
        }

        private static void assertHasNoCredentials(RecordedRequest request) {
            assertThat(request.getHeaders().names())
                    .doesNotContain("Authorization", "authorization", "Cookie", "cookie", "Proxy-Authorization");
            assertHasTheOthers(request);
        }

        private static void assertHasTheOthers(RecordedRequest request) {
            assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Test/1.0");
            assertThat(request.getHeaders().get("X-Forwarded-For")).isEqualTo("203.0.113.7");
        }
    }

    @Nested
    class TheTimeOfOneHop {

        @Test
        void coversTheDocumentAndAllItsRedirects() {
            for (int i = 1; i <= 8; i++) {
                server.enqueue(new MockResponse.Builder().code(302).setHeader("Location", "/" + i)
                        .headersDelay(200, TimeUnit.MILLISECONDS).build());
            }
            server.enqueue(new MockResponse.Builder().build());

            AdError error = failed(fetch(PATIENT.withHopTimeout(Duration.ofMillis(700)),
                    Endpoint.of(http, url("/0")), AMPLE));

            assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT);
            assertThat(error.message()).contains("700 ms").contains("one hop");
            assertThat(server.getRequestCount()).isBetween(1, 4);
        }

        @Test
        void endsWithTheTimeOfTheWhole() {
            server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

            AdError error = failed(fetch(PATIENT, Endpoint.of(http, url("/0")), Duration.ofMillis(300)));

            assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT);
            assertThat(error.message()).contains("whole resolution");
        }

        @Test
        void isNotEvenBegunWhenTheWholeIsOver() {
            AdError error = failed(fetch(PATIENT, Endpoint.of(http, url("/0")), Duration.ZERO));

            assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT);
            assertThat(server.getRequestCount()).isZero();
        }

        @Test
        void mayBeAsShortAsItLikes() {
            for (int nanos = 1; nanos < 3_000; nanos += 7) {
                OpenNode node = recorder.root().open(NodeKind.DOCUMENT, "tag");
                Endpoint endpoint = Endpoint.of(http, "unsupported:" + nanos);
                assertThat(new DocumentFetcher(PATIENT.withHopTimeout(Duration.ofNanos(nanos)))
                        .fetch(endpoint, endpoint.url(), node, Deadline.in(AMPLE)))
                        .isInstanceOf(FetchOutcome.Failed.class);
            }
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

    @Test
    void anEndpointsIdentityTellsItFromOthersThatAnswerOtherwise() {
        String identity = new Endpoint(http, url("/"), HEADERS).identity();

        assertThat(new Endpoint(http, url("/"), HEADERS).identity()).isEqualTo(identity);
        assertThat(new Endpoint(http, url("/x"), HEADERS).identity()).isNotEqualTo(identity);
        assertThat(new Endpoint(http, url("/"), HEADERS.with("X", "1")).identity()).isNotEqualTo(identity);
        assertThat(Endpoint.of(http, url("/")).identity()).isNotEqualTo(identity);
    }

    private void redirect(int status, String location) {
        server.enqueue(new MockResponse.Builder().code(status).addHeaderLenient("Location", location).build());
    }

    private String url(String target) {
        return "http://127.0.0.1:" + server.getPort() + target;
    }

    private FetchOutcome fetch(String target) {
        return fetch(PATIENT, Endpoint.of(http, url(target)), AMPLE);
    }

    private FetchOutcome fetch(UpstreamPolicy policy, Endpoint endpoint, Duration whole) {
        return new DocumentFetcher(policy).fetch(endpoint, endpoint.url(), document, Deadline.in(whole));
    }

    private Node documentNode() {
        return recorder.snapshot().node(document.id()).orElseThrow();
    }

    private static FetchOutcome.Fetched fetched(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
        return (FetchOutcome.Fetched) outcome;
    }

    private static AdError failed(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
        return ((FetchOutcome.Failed) outcome).error();
    }
}
