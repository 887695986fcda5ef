package io.spotcheck.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Exchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that fail, and many at once. */
class HttpConnectionsTest extends HttpExchanges {

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
