package io.spotcheck.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Headers;
import io.spotcheck.resolution.Headers.Header;
import io.spotcheck.resolution.Timing.Phase;
import io.spotcheck.resolution.Timing.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {

    private static final Duration AMPLE = Duration.ofSeconds(30);
    private static final Duration PROMPT = Duration.ofSeconds(10);
    private static final long LIMIT = 1 << 20;

    private final HttpTransport transport = new HttpTransport();
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    @Nested
    class Answers {

        @Test
        void comeWithStatusHeadersAndBody() {
            server.enqueue(new MockResponse.Builder().code(203).setHeader("Content-Type", "text/xml; charset=utf-8")
                    .addHeader("X-Twice", "one").addHeader("X-Twice", "two").body("<VAST>é</VAST>").build());

            Exchange exchange = get("/tag");

            assertThat(exchange.failure()).isEmpty();
            Exchange.Response response = response(exchange);
            assertThat(response.status()).isEqualTo(203);
            assertThat(response.isSuccessful()).isTrue();
            assertThat(response.version()).isEqualTo("HTTP/1.1");
            assertThat(response.headers().first("content-type")).contains("text/xml; charset=utf-8");
            assertThat(response.headers().entries())
                    .contains(new Header("X-Twice", "one"), new Header("X-Twice", "two"));
            assertThat(response.body().text(UTF_8)).isEqualTo("<VAST>é</VAST>");
            assertThat(response.wireBytes()).isEqualTo("<VAST>é</VAST>".getBytes(UTF_8).length);
        }

        @ParameterizedTest
        @ValueSource(ints = {200, 204, 304, 400, 404, 500, 503})
        void areNoFailureWhateverTheirStatus(int status) {
            server.enqueue(new MockResponse.Builder().code(status).build());

            Exchange exchange = get("/");

            assertThat(exchange.failure()).isEmpty();
            assertThat(response(exchange).status()).isEqualTo(status);
            assertThat(response(exchange).body()).isEqualTo(Body.empty());
        }

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void thatRedirectAreNotFollowed(int status) {
            server.enqueue(new MockResponse.Builder().code(status).setHeader("Location", "/elsewhere").body("moved")
                    .build());

            Exchange exchange = get("/");

            assertThat(response(exchange).status()).isEqualTo(status);
            assertThat(response(exchange).headers().first("Location")).contains("/elsewhere");
            assertThat(response(exchange).body().text(UTF_8)).isEqualTo("moved");
            assertThat(server.getRequestCount()).isOne();
        }

        @Test
        void thatAskForAPasswordAreNotAskedAgain() {
            server.enqueue(new MockResponse.Builder().code(401).setHeader("WWW-Authenticate", "Basic").build());

            assertThat(response(get("/")).status()).isEqualTo(401);
            assertThat(server.getRequestCount()).isOne();
        }

        @Test
        void doNotLeaveCookiesBehind() throws InterruptedException {
            server.enqueue(new MockResponse.Builder().setHeader("Set-Cookie", "id=1").build());
            server.enqueue(new MockResponse.Builder().build());

            get("/");
            get("/");

            server.takeRequest();
            assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
        }

        @Test
        void inChunksAreJoined() {
            server.enqueue(new MockResponse.Builder().chunkedBody("0123456789".repeat(1_000), 7).build());

            assertThat(response(get("/")).body().text(UTF_8)).isEqualTo("0123456789".repeat(1_000));
        }
    }

    @Nested
    class Requests {

        @Test
        void bringTheirHeadersToTheServer() throws InterruptedException {
            server.enqueue(new MockResponse.Builder().build());

            Exchange exchange = exchange(new TransportRequest("GET", url("/tag?a=1&a=2"), new Headers(List.of(
                    new Header("User-Agent", "Test/1.0"), new Header("X-Forwarded-For", "203.0.113.7"),
                    new Header("Accept", "a"), new Header("Accept", "b"))), Body.empty(), AMPLE, LIMIT));

            RecordedRequest seen = server.takeRequest();
            assertThat(seen.getMethod()).isEqualTo("GET");
            assertThat(seen.getTarget()).isEqualTo("/tag?a=1&a=2");
            assertThat(seen.getHeaders().values("User-Agent")).containsExactly("Test/1.0");
            assertThat(seen.getHeaders().get("X-Forwarded-For")).isEqualTo("203.0.113.7");
            assertThat(seen.getHeaders().values("Accept")).containsExactly("a", "b");
            assertThat(exchange.request().url()).isEqualTo(url("/tag?a=1&a=2"));
        }

        @Test
        void areKeptWithEveryHeaderThatTheServerSaw() throws InterruptedException {
            server.enqueue(new MockResponse.Builder().build());

            Exchange exchange = get("/");

            Map<String, List<String>> seen = server.takeRequest().getHeaders().toMultimap();
            assertThat(seen).containsKeys("user-agent", "accept-encoding", "host");
            seen.forEach((name, values) -> assertThat(exchange.request().headers().entries())
                    .as("the values of " + name).filteredOn(h -> h.name().equalsIgnoreCase(name))
                    .extracting(Header::value).containsExactlyElementsOf(values));
        }

        @Test
        void haveAUserAgentAndAskForCompression() throws InterruptedException {
            server.enqueue(new MockResponse.Builder().build());

            get("/");

            RecordedRequest seen = server.takeRequest();
            assertThat(seen.getHeaders().get("User-Agent")).isEqualTo("Spotcheck");
            assertThat(seen.getHeaders().get("Accept-Encoding")).isEqualTo("gzip, deflate");
        }

        @Test
        void bringTheBodyOfAPost() throws InterruptedException {
            server.enqueue(new MockResponse.Builder().build());

            Exchange exchange = exchange(new TransportRequest("POST", url("/bid"),
                    Headers.none().with("Content-Type", "application/json"), Body.of("{\"é\":1}"), AMPLE, LIMIT));

            RecordedRequest seen = server.takeRequest();
            assertThat(seen.getMethod()).isEqualTo("POST");
            assertThat(seen.getHeaders().get("Content-Type")).isEqualTo("application/json");
            assertThat(seen.getBody().utf8()).isEqualTo("{\"é\":1}");
            assertThat(exchange.request().body()).isEqualTo(Body.of("{\"é\":1}"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/?m=[CACHEBUSTING]&a=1&a=2&b=&&c=%7B%22%7D&d=a+b&e=%zz", "/a;b=1//c?x=http://y/z?w",
            "/?p={q}|^`\\"})
        void askForTheUrlAsItIsWritten(String target) throws InterruptedException {
            server.enqueue(new MockResponse.Builder().build());

            get(target);

            assertThat(server.takeRequest().getTarget()).isEqualTo(target);
        }

        @Test
        void keepTheirFragmentFromTheServerAndInTheRecord() throws InterruptedException {
            server.enqueue(new MockResponse.Builder().build());

            Exchange exchange = get("/a?b#c");

            assertThat(server.takeRequest().getTarget()).isEqualTo("/a?b");
            assertThat(exchange.request().url()).endsWith("/a?b#c");
        }
    }

    @Nested
    class Times {

        @Test
        void ofThePhasesLieWithinTheDuration() {
            server.enqueue(new MockResponse.Builder().body("x".repeat(100_000)).build());

            Exchange exchange = get("/");

            assertThat(exchange.phases()).extracting(Phase::step)
                    .contains(Step.CONNECT, Step.SEND, Step.WAIT, Step.RECEIVE);
            assertThat(exchange.phases()).allSatisfy(phase -> {
                assertThat(phase.start()).isGreaterThanOrEqualTo(Duration.ZERO);
                assertThat(phase.duration()).isGreaterThanOrEqualTo(Duration.ZERO);
                assertThat(phase.start().plus(phase.duration())).isLessThanOrEqualTo(exchange.duration());
            });
            assertThat(exchange.phases()).extracting(Phase::start).isSorted();
        }

        @Test
        void ofAKeptConnectionHaveNoConnecting() {
            server.enqueue(new MockResponse.Builder().body("first").build());
            server.enqueue(new MockResponse.Builder().body("second").build());

            get("/");

            assertThat(get("/").phases()).extracting(Phase::step).doesNotContain(Step.CONNECT)
                    .contains(Step.WAIT, Step.RECEIVE);
        }

        @Test
        void ofWaitingAreSeenAsWaiting() {
            server.enqueue(new MockResponse.Builder().headersDelay(300, TimeUnit.MILLISECONDS).body("late").build());

            assertThat(get("/").phases()).filteredOn(p -> p.step() == Step.WAIT).singleElement()
                    .satisfies(p -> assertThat(p.duration()).isGreaterThan(Duration.ofMillis(250)));
        }

        @Test
        void runOutWhileWaiting() {
            server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

            assertTimesOut();
        }

        @Test
        void runOutInTheMiddleOfTheBody() {
            server.enqueue(new MockResponse.Builder().body("x".repeat(10_000))
                    .throttleBody(100, 10, TimeUnit.SECONDS).build());

            Exchange exchange = assertTimesOut();

            assertThat(response(exchange).status()).as("what did arrive is kept").isEqualTo(200);
        }

        @Test
        void runOutWhenNobodyAcceptsTheConnection() throws IOException {
            try (var full = new FullServer()) {
                assertTimesOut(full.url());
            }
        }

        private Exchange assertTimesOut() {
            return assertTimesOut(url("/"));
        }

        private Exchange assertTimesOut(String url) {
            Exchange exchange = exchange(TransportRequest.get(url, Duration.ofMillis(300), LIMIT));

            assertFailed(exchange, FailureKind.TIMEOUT);
            assertThat(exchange.failure().orElseThrow().message()).contains("300 ms");
            assertThat(exchange.duration()).isBetween(Duration.ofMillis(290), PROMPT);
            return exchange;
        }
    }

    @Nested
    class Compression {

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "x-gzip", "GZIP", " gzip "})
        void byGzipIsUndone(String coding) throws IOException {
            byte[] packed = gzip("<VAST/>".repeat(1_000).getBytes(UTF_8));
            enqueue(coding, packed);

            Exchange.Response response = response(get("/"));

            assertThat(response.body().text(UTF_8)).isEqualTo("<VAST/>".repeat(1_000));
            assertThat(response.wireBytes()).isEqualTo(packed.length);
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void byDeflateIsUndoneWithAndWithoutItsHeader(boolean bare) throws IOException {
            for (int level : new int[] {Deflater.NO_COMPRESSION, Deflater.BEST_SPEED, Deflater.BEST_COMPRESSION}) {
                enqueue("deflate", deflate("<VAST/>".repeat(1_000).getBytes(UTF_8), level, bare));

                assertThat(response(get("/")).body().text(UTF_8)).isEqualTo("<VAST/>".repeat(1_000));
            }
        }

        @Test
        void inSeveralLayersIsUndoneFromTheOutside() throws IOException {
            enqueue("deflate, gzip", gzip(deflate("<VAST/>".getBytes(UTF_8), 9, false)));

            assertThat(response(get("/")).body().text(UTF_8)).isEqualTo("<VAST/>");
        }

        @Test
        void ofNothingIsNothing() {
            server.enqueue(new MockResponse.Builder().code(204).setHeader("Content-Encoding", "gzip").build());
            enqueue("gzip", new byte[0]);

            assertThat(get("/").failure()).isEmpty();
            assertThat(get("/").failure()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "deflate"})
        void thatIsNoneIsAFailureAndNotAnException(String coding) {
            enqueue(coding, "<VAST/>".getBytes(UTF_8));

            assertFailed(get("/"), FailureKind.CONNECTION);
        }

        @Test
        void cutShortIsAFailure() throws IOException {
            byte[] packed = gzip("<VAST/>".repeat(1_000).getBytes(UTF_8));
            enqueue("gzip", Arrays.copyOf(packed, packed.length / 2));

            assertFailed(get("/"), FailureKind.CONNECTION);
        }

        @Test
        void thatNobodyAskedForIsNamed() {
            enqueue("br", new byte[] {1, 2, 3});

            Exchange exchange = get("/");

            assertFailed(exchange, FailureKind.CONNECTION);
            assertThat(exchange.failure().orElseThrow().message()).contains("br");
        }

        private void enqueue(String coding, byte[] bytes) {
            server.enqueue(new MockResponse.Builder().setHeader("Content-Encoding", coding)
                    .body(new Buffer().write(bytes)).build());
        }
    }

    @Nested
    class TheLimit {

        @Test
        void letsAnAnswerOfExactlyItsSizeThrough() {
            server.enqueue(new MockResponse.Builder().body("x".repeat(1_000)).build());

            Exchange exchange = getAtMost(1_000);

            assertThat(exchange.failure()).isEmpty();
            assertThat(response(exchange).body().size()).isEqualTo(1_000);
        }

        @Test
        void refusesOneByteMore() {
            server.enqueue(new MockResponse.Builder().body("x".repeat(1_001)).build());

            Exchange exchange = getAtMost(1_000);

            assertFailed(exchange, FailureKind.TOO_LARGE);
            assertThat(exchange.failure().orElseThrow().message()).contains("1000 bytes");
            assertThat(response(exchange).body()).isEqualTo(Body.empty());
        }

        @Test
        void countsAfterDecompression() throws IOException {
            byte[] packed = gzip(new byte[1_001]);
            assertThat(packed).hasSizeLessThan(100);
            server.enqueue(new MockResponse.Builder().setHeader("Content-Encoding", "gzip")
                    .body(new Buffer().write(packed)).build());

            assertFailed(getAtMost(1_000), FailureKind.TOO_LARGE);
        }

        @Test
        void refusesABombWithoutUnpackingAllOfIt() throws IOException {
            byte[] bomb = gzip(new byte[64 << 20]);
            server.enqueue(new MockResponse.Builder().setHeader("Content-Encoding", "gzip")
                    .body(new Buffer().write(bomb)).build());

            Exchange exchange = getAtMost(LIMIT);

            assertFailed(exchange, FailureKind.TOO_LARGE);
            assertThat(response(exchange).wireBytes()).isLessThan(bomb.length / 4);
        }

        @Test
        void mayBeAsLargeAsNumbersGo() {
            server.enqueue(new MockResponse.Builder().body("small").build());

            assertThat(response(getAtMost(Long.MAX_VALUE)).body().text(UTF_8)).isEqualTo("small");
        }

        @Test
        void doesNotWaitForTheRestOfAnEndlessAnswer() {
            server.enqueue(new MockResponse.Builder().body("x".repeat(100_000))
                    .throttleBody(2_000, 30, TimeUnit.SECONDS).build());

            Exchange exchange = getAtMost(1_000);

            assertFailed(exchange, FailureKind.TOO_LARGE);
            assertThat(exchange.duration()).isLessThan(PROMPT);
        }

        private Exchange getAtMost(long bytes) {
            return exchange(TransportRequest.get(url("/"), AMPLE, bytes));
        }
    }

    @Nested
    class Connections {

        @Test
        void thatAreRefusedAreAFailure() throws IOException {
            int free;
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                free = socket.getLocalPort();
            }
            assertFailed(exchange(get("http://127.0.0.1:" + free + "/", AMPLE)), FailureKind.CONNECTION);
        }

        @Test
        void toAnUnknownHostAreAFailureThatNamesIt() {
            Exchange exchange = exchange(get("http://no-such-host.invalid/", AMPLE));

            assertFailed(exchange, FailureKind.CONNECTION);
            assertThat(exchange.failure().orElseThrow().message()).contains("no-such-host.invalid");
        }

        @Test
        void thatBreakInTheMiddleOfTheBodyAreAFailure() {
            server.enqueue(new MockResponse.Builder().body("x".repeat(100_000))
                    .onResponseBody(new SocketEffect.CloseSocket()).build());

            Exchange exchange = get("/");

            assertFailed(exchange, FailureKind.CONNECTION);
            assertThat(response(exchange).status()).isEqualTo(200);
        }

        @Test
        void thatCloseWithoutAnAnswerAreAFailureAndNotTriedAgain() {
            server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
            server.enqueue(new MockResponse.Builder().body("second").build());

            assertFailed(get("/"), FailureKind.CONNECTION);
            assertThat(server.getRequestCount()).isOne();
        }

        @ParameterizedTest
        @ValueSource(strings = {"http", "https"})
        void thatSpeakAnotherProtocolAreAFailure(String scheme) throws Exception {
            try (var mail = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var served = CompletableFuture.runAsync(() -> greetOnce(mail));

                assertFailed(exchange(get(scheme + "://127.0.0.1:" + mail.getLocalPort() + "/", AMPLE)),
                        FailureKind.CONNECTION);
                served.get(PROMPT.toSeconds(), TimeUnit.SECONDS);
            }
        }

        private static void greetOnce(ServerSocket mail) {
            try (Socket socket = mail.accept(); OutputStream out = socket.getOutputStream()) {
                out.write("220 mail.example ESMTP\r\n".getBytes(UTF_8));
                out.flush();
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException closed) {
                // The client may hang up first.
            }
        }

        @Test
        void byTheHundredServeEveryoneTheirOwn() throws Exception {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder().headersDelay(50, TimeUnit.MILLISECONDS)
                            .body("for " + request.getTarget()).build();
                }
            });
            List<Callable<Exchange>> calls = IntStream.range(0, 100)
                    .<Callable<Exchange>>mapToObj(i -> () -> get("/" + i)).toList();

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = threads.invokeAll(calls);
                for (int i = 0; i < 100; i++) {
                    assertThat(response(answers.get(i).get()).body().text(UTF_8)).isEqualTo("for /" + i);
                }
            }
        }
    }

    /** The kinds of thread that call a transport. */
    enum Caller {
        PLATFORM {
            @Override
            Thread start(Runnable work) {
                return Thread.ofPlatform().start(work);
            }
        },
        VIRTUAL {
            @Override
            Thread start(Runnable work) {
                return Thread.ofVirtual().start(work);
            }
        };

        abstract Thread start(Runnable work);
    }

    @Nested
    class AnInterrupt {

        @ParameterizedTest
        @EnumSource
        void endsTheWaitForAnAnswer(Caller caller) throws Exception {
            server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

            assertCancels(caller, url("/"), () -> server.takeRequest());
        }

        @ParameterizedTest
        @EnumSource
        void endsTheReadingOfABody(Caller caller) throws Exception {
            server.enqueue(new MockResponse.Builder().body("x".repeat(10_000))
                    .throttleBody(100, 60, TimeUnit.SECONDS).build());

            assertCancels(caller, url("/"), () -> server.takeRequest());
        }

        @ParameterizedTest
        @EnumSource
        void endsTheConnecting(Caller caller) throws Exception {
            try (var full = new FullServer()) {
                assertCancels(caller, full.url(), () -> null);
            }
        }

        @ParameterizedTest
        @EnumSource
        void beforehandKeepsTheExchangeFromHappening(Caller caller) throws Exception {
            server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
            var exchange = new CompletableFuture<Exchange>();

            caller.start(() -> {
                Thread.currentThread().interrupt();
                complete(exchange, url("/"));
            });

            assertFailed(exchange.get(PROMPT.toSeconds(), TimeUnit.SECONDS), FailureKind.CANCELLED);
        }

        private void assertCancels(Caller caller, String url, Callable<?> underWay) throws Exception {
            var exchange = new CompletableFuture<Exchange>();
            var stillInterrupted = new CompletableFuture<Boolean>();
            Thread thread = caller.start(() -> {
                complete(exchange, url);
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            underWay.call();

            thread.interrupt();

            assertFailed(exchange.get(PROMPT.toSeconds(), TimeUnit.SECONDS), FailureKind.CANCELLED);
            assertThat(stillInterrupted.get(PROMPT.toSeconds(), TimeUnit.SECONDS))
                    .as("the interrupt is still seen by the caller").isTrue();
        }

        private void complete(CompletableFuture<Exchange> exchange, String url) {
            try {
                exchange.complete(exchange(get(url, Duration.ofSeconds(50))));
            } catch (Throwable thrown) {
                exchange.completeExceptionally(thrown);
            }
        }
    }

    @Nested
    class WhatCannotBeSent {

        @ParameterizedTest
        @ValueSource(strings = {"", "tag.xml", "/tag.xml", "ftp://a.example/x", "file:///etc/hosts", "memory:x",
            "http://", "http:///", "http://a b/", "http://a.example:99999/", "http://[::1", "http://%/", "javascript:alert(1)"})
        void isUnsupportedWhenTheUrlIsNotOfHttp(String url) {
            assertFailed(exchange(get(url, AMPLE)), FailureKind.UNSUPPORTED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"line\nbreak", "line\r\nbreak", "nul\u0000", "grüße", "日本"})
        void isUnsupportedWhenAHeaderValueIsIllegal(String value) {
            Exchange exchange = exchange(new TransportRequest("GET", url("/"), Headers.none().with("X-Note", value),
                    Body.empty(), AMPLE, LIMIT));

            assertFailed(exchange, FailureKind.UNSUPPORTED);
            assertThat(server.getRequestCount()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "two words", "grüße"})
        void isUnsupportedWhenAHeaderNameIsIllegal(String name) {
            assertFailed(exchange(new TransportRequest("GET", url("/"), Headers.none().with(name, "x"), Body.empty(),
                    AMPLE, LIMIT)), FailureKind.UNSUPPORTED);
        }
    }

    @Test
    void allHttpTransportsGiveTheSameAnswers() {
        try (var other = new HttpTransport()) {
            assertThat(other.identity()).isEqualTo(transport.identity()).isNotBlank();
        }
    }

    /** A server whose queue of connections is full, so that connecting to it hangs. */
    private static final class FullServer implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<Socket> queue = new ArrayList<>();

        FullServer() throws IOException {
            boolean full = false;
            while (!full && queue.size() < 100) {
                var socket = new Socket();
                queue.add(socket);
                try {
                    socket.connect(server.getLocalSocketAddress(), 200);
                } catch (SocketTimeoutException hangs) {
                    full = true;
                }
            }
            assumeTrue(full, "connecting to a full queue hangs on this system");
        }

        String url() {
            return "http://127.0.0.1:" + server.getLocalPort() + "/";
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : queue) {
                socket.close();
            }
            server.close();
        }
    }

    private String url(String target) {
        return "http://127.0.0.1:" + server.getPort() + target;
    }

    private Exchange get(String target) {
        return exchange(get(url(target), AMPLE));
    }

    private static TransportRequest get(String url, Duration timeout) {
        return TransportRequest.get(url, timeout, LIMIT);
    }

    private Exchange exchange(TransportRequest request) {
        return transport.exchange(request);
    }

    private static Exchange.Response response(Exchange exchange) {
        assertThat(exchange.response()).as("the response; failure: %s", exchange.failure()).isPresent();
        return exchange.response().get();
    }

    private static void assertFailed(Exchange exchange, FailureKind kind) {
        assertThat(exchange.failure()).as("the failure; response: %s", exchange.response()).isPresent();
        assertThat(exchange.failure().get().kind()).as(exchange.failure().get().message()).isEqualTo(kind);
        assertThat(exchange.failure().get().message()).isNotBlank();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, int level, boolean bare) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new Deflater(level, bare); var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
