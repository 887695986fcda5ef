package io.spotcheck.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Exchange;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An interrupt calls an exchange off. */
class HttpInterruptTest extends HttpExchanges {

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
