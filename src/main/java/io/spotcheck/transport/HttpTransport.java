package io.spotcheck.transport;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange.Failure;
import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers.Header;
import io.spotcheck.resolution.Headers;
import io.spotcheck.transport.ContentCoding.UnknownCodingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * HTTP/1.1 and HTTP/2 over the network. Follows no redirect, keeps no cookie and repeats nothing, so that every
 * exchange is seen; where a URL cannot go out as it is written, the exchange tells how it went out. Times of DNS,
 * connection, TLS, waiting and receiving are kept.
 */
public final class HttpTransport implements Transport {

    private static final String DEFAULT_USER_AGENT = "Spotcheck";
    private static final String CALLED_OFF = "The request was called off.";
    /** How long the call itself may take to notice that its time is up, before it is left behind. */
    private static final Duration GRACE = Duration.ofMillis(50);
    /** What is added to a status so that OkHttp does not know it. */
    private static final int DISGUISE = 1000;
    /** How OkHttp says that the connection ended, where no kind of exception does. */
    private static final String UNEXPECTED_END = "unexpected end of stream";

    private final OkHttpClient client;

    /** A transport with connections of its own. */
    public HttpTransport() {
        client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                // A server may close a kept connection at any time; the request then goes out once more over a new one.
                .retryOnConnectionFailure(true)
                // The time of the whole call is the only clock; it is set on each call.
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                // To some statuses OkHttp answers itself: it asks once more after 408 and 503, and throws at 407.
                .addNetworkInterceptor(chain -> disguised(chain.proceed(chain.request())))
                .eventListenerFactory(call -> call.request().tag(ExchangeClock.class))
                .build();
    }

    @Override
    public Exchange exchange(TransportRequest request) {
        var clock = new ExchangeClock();
        HttpUrl url = HttpUrl.parse(request.url());
        if (url == null) {
            return failed(request, clock, FailureKind.UNSUPPORTED, "“" + request.url() + "” is not an HTTP URL.");
        }
        Call call;
        try {
            call = client.newCall(toHttp(request, url, clock));
        } catch (IllegalArgumentException unsendable) {
            return failed(request, clock, FailureKind.UNSUPPORTED, "The request cannot be sent: "
                    + unsendable.getMessage());
        }
        call.timeout().timeout(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
        return await(request, clock, call);
    }

    /** Whether a URL is one of HTTP, with a host. */
    public static boolean canAsk(String url) {
        return HttpUrl.parse(url) != null;
    }

    @Override
    public String identity() {
        return "http";
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /**
     * Has the call made on a thread of its own: a socket of a platform thread does not hear an interrupt, the look-up
     * of a host hears neither an interrupt nor the clock, and while it connects OkHttp lets the interrupt through.
     */
    private static Exchange await(TransportRequest request, ExchangeClock clock, Call call) {
        if (Thread.currentThread().isInterrupted()) {
            return failed(request, clock, FailureKind.CANCELLED, CALLED_OFF);
        }
        var answer = new FutureTask<>(() -> perform(request, clock, call));
        Thread.ofVirtual().name("exchange").start(answer);
        try {
            return answer.get(request.timeout().plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException calledOff) {
            Thread.currentThread().interrupt();
            call.cancel();
            return failed(request, clock, FailureKind.CANCELLED, CALLED_OFF);
        } catch (TimeoutException stuck) {
            call.cancel();
            return failed(request, clock, FailureKind.TIMEOUT, timeUsedUp(request));
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the exchange with " + request.url() + " failed", fault.getCause());
        }
    }

    private static Response disguised(Response response) {
        return response.newBuilder().code(DISGUISE + response.code()).build();
    }

    private static Exchange perform(TransportRequest request, ExchangeClock clock, Call call) {
        try (Response response = call.execute()) {
            return read(request, clock, response);
        } catch (IOException broken) {
            return failed(request, clock, broken);
        }
    }

    private static Request toHttp(TransportRequest request, HttpUrl url, ExchangeClock clock) {
        var http = new Request.Builder().url(url).tag(ExchangeClock.class, clock);
        request.headers().entries().forEach(h -> http.addHeader(h.name(), h.value()));
        if (request.headers().first("User-Agent").isEmpty()) {
            http.header("User-Agent", DEFAULT_USER_AGENT);
        }
        // Asked for openly, so that it is not undone before it was counted.
        if (request.headers().first("Accept-Encoding").isEmpty()) {
            http.header("Accept-Encoding", ContentCoding.ACCEPTED);
        }
        boolean hasBody = !"GET".equals(request.method()) && !"HEAD".equals(request.method());
        http.method(request.method(), hasBody ? RequestBody.create(request.body().toBytes(), null) : null);
        return http.build();
    }

    private static Exchange read(TransportRequest request, ExchangeClock clock, Response response) {
        var wire = new CountingInputStream(response.body().byteStream());
        Optional<Failure> failure = Optional.empty();
        byte[] bytes = new byte[0];
        try (InputStream decoded = ContentCoding.decode(wire, response.headers("Content-Encoding"))) {
            byte[] read = decoded.readNBytes(request.bytesToRead());
            if (read.length > request.maxBodyBytes()) {
                failure = Optional.of(new Failure(FailureKind.TOO_LARGE,
                        "The answer is larger than " + request.maxBodyBytes() + " bytes."));
            } else {
                bytes = read;
            }
        } catch (IOException broken) {
            failure = Optional.of(wire.broken().map(cause -> failure(cause, request))
                    .orElseGet(() -> undecodable(broken)));
        }
        clock.finish();
        var headers = new ArrayList<Header>();
        response.headers().forEach(pair -> headers.add(new Header(pair.getFirst(), pair.getSecond())));
        var answer = new Exchange.Response(response.code() - DISGUISE, response.protocol().toString().toUpperCase(Locale.ROOT),
                new Headers(headers), Body.of(bytes), wire.count());
        Response fromNetwork = response.networkResponse();
        Request asSent = fromNetwork == null ? response.request() : fromNetwork.request();
        return new Exchange(sent(request, asSent), Optional.of(answer), failure, clock.elapsed(),
                clock.phases());
    }

    /** The request as it went out, with the header fields that were added on the way. */
    private static Exchange.Request sent(TransportRequest request, Request http) {
        var headers = new ArrayList<Header>();
        http.headers().forEach(pair -> headers.add(new Header(pair.getFirst(), pair.getSecond())));
        return new Exchange.Request(request.method(), request.url(), new Headers(headers), request.body(),
                SentUrl.of(request.url(), http.url()));
    }

    private static Exchange failed(TransportRequest request, ExchangeClock clock, IOException broken) {
        Failure failure = failure(broken, request);
        return failed(request, clock, failure.kind(), failure.message());
    }

    private static Exchange failed(TransportRequest request, ExchangeClock clock, FailureKind kind, String message) {
        clock.finish();
        HttpUrl url = HttpUrl.parse(request.url());
        String sent = url == null ? request.url() : SentUrl.of(request.url(), url);
        var asked = new Exchange.Request(request.method(), request.url(), request.headers(), request.body(), sent);
        return new Exchange(asked, Optional.empty(), Optional.of(new Failure(kind, message)), clock.elapsed(),
                clock.phases());
    }

    private static Failure failure(IOException broken, TransportRequest request) {
        String reason = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
        return switch (broken) {
            case InterruptedIOException late -> new Failure(FailureKind.TIMEOUT, timeUsedUp(request));
            // The resolver's own words change with what it remembers.
            case UnknownHostException unknown -> new Failure(FailureKind.CONNECTION, "The host is not known: "
                    + Optional.ofNullable(HttpUrl.parse(request.url())).map(HttpUrl::host).orElse(reason) + ".");
            case ConnectException refused -> new Failure(FailureKind.CONNECTION, "No connection: " + reason);
            case SSLException insecure -> new Failure(FailureKind.CONNECTION, "No secure connection: " + reason);
            case EOFException cut -> new Failure(FailureKind.CONNECTION, endedTooEarly());
            case IOException cut when reason.startsWith(UNEXPECTED_END) ->
                    new Failure(FailureKind.CONNECTION, endedTooEarly());
            case ProtocolException odd -> new Failure(FailureKind.CONNECTION, "The answer cannot be read: " + reason);
            default -> new Failure(FailureKind.CONNECTION, "The connection broke: " + reason);
        };
    }

    /** The bytes came, and they are not what the answer says they are. */
    private static Failure undecodable(IOException broken) {
        return switch (broken) {
            case UnknownCodingException unknown -> new Failure(FailureKind.UNSUPPORTED, unknown.getMessage());
            case EOFException cut -> new Failure(FailureKind.MALFORMED,
                    "The answer's content coding is broken: it ends too early.");
            default -> new Failure(FailureKind.MALFORMED, "The answer's content coding is broken: "
                    + (broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage()) + ".");
        };
    }

    private static String endedTooEarly() {
        return "The connection ended before the whole answer was there.";
    }

    private static String timeUsedUp(TransportRequest request) {
        return "No complete answer within " + request.timeout().toMillis() + " ms.";
    }
}
