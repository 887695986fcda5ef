package io.spotcheck.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Turns each HTTP request into a {@link Request}, and the {@link Reply} of its route back into bytes. */
final class HttpFront implements HttpListener.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final int WORTH_COMPRESSING = 256;
    private static final int LARGEST_REQUEST_BODY = 1 << 20;

    private final RouteTable routes;
    private final JsonMapper json;

    HttpFront(RouteTable routes, JsonMapper json) {
        this.routes = routes;
        this.json = json;
    }

    @Override
    public void handle(HttpVisit visit) throws IOException, InterruptedException {
        Optional<RouteTable.Match> match = routes.find(visit.head().path());
        // The body is read before answering: a client that still writes it would not see the answer.
        Request request = requestOf(visit.head(), match.map(RouteTable.Match::rest).orElse(""), bodyOf(visit));
        send(visit, request, replyTo(request, match));
    }

    private static String bodyOf(HttpVisit visit) throws IOException {
        boolean gzip = visit.head().header("content-encoding").filter("gzip"::equalsIgnoreCase).isPresent();
        InputStream sent = visit.body();
        byte[] bytes = (gzip ? new GZIPInputStream(sent) : sent).readNBytes(LARGEST_REQUEST_BODY);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Request requestOf(RequestHead head, String rest, String body) {
        Map<String, List<String>> headers = new HashMap<>();
        head.headers().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        return new Request(
                head.method().toUpperCase(Locale.ROOT),
                head.path(),
                rest,
                head.query(),
                QueryParameter.listOf(head.query()),
                Map.copyOf(headers),
                body);
    }

    private Reply replyTo(Request request, Optional<RouteTable.Match> match) throws InterruptedException {
        if (match.isEmpty()) {
            return sentence(404, "The sandbox serves nothing at " + request.path() + ". GET / lists what it serves.");
        }
        Route route = match.get().route();
        var allowed = new TreeSet<>(route.methods());
        allowed.add("OPTIONS");
        String allow = String.join(", ", allowed);
        if (request.method().equals("OPTIONS")) {
            return new Reply.Bare(204, Map.of("Allow", allow));
        }
        if (!allowed.contains(request.method())) {
            Reply refused = sentence(405, request.path() + " takes " + allow + ", not " + request.method() + ".");
            return new Reply.Whole(405, Map.of("Allow", allow), ContentType.JSON, ((Reply.Whole) refused).body());
        }
        try {
            return route.answer(request);
        } catch (RefusedException refused) {
            return sentence(refused.status(), refused.getMessage());
        } catch (IOException | RuntimeException failure) {
            LOG.warn("The sandbox failed to answer {}", request.path(), failure);
            return sentence(500, "The sandbox failed to answer " + request.path() + ": " + failure.getMessage());
        }
    }

    private Reply sentence(int status, String error) {
        return Reply.of(status, ContentType.JSON, json.writeValueAsBytes(Map.of("error", error)));
    }

    private static void send(HttpVisit visit, Request request, Reply reply) throws IOException {
        visit.header("Cache-Control", "no-store");
        visit.header("Server", "Spotcheck-Sandbox");
        allowEveryOrigin(visit, request);
        reply.headers().forEach(visit::header);
        switch (reply) {
            case Reply.Bare bare -> visit.answer(bare.status());
            case Reply.Whole whole -> sendWhole(visit, request, whole);
            case Reply.Sized sized -> sendSized(visit, request, sized);
            case Reply.Streamed streamed -> sendStreamed(visit, request, streamed);
        }
    }

    private static void sendWhole(HttpVisit visit, Request request, Reply.Whole whole) throws IOException {
        byte[] body = whole.body();
        if (whole.type().compresses() && body.length >= WORTH_COMPRESSING) {
            visit.addHeader("Vary", "Accept-Encoding");
            if (request.acceptsGzip()) {
                visit.header("Content-Encoding", "gzip");
                body = gzipped(body);
            }
        }
        byte[] sent = body;
        sendSized(visit, request,
                new Reply.Sized(whole.status(), whole.headers(), whole.type(), sent.length, out -> out.write(sent)));
    }

    private static void sendSized(HttpVisit visit, Request request, Reply.Sized sized) throws IOException {
        visit.header("Content-Type", sized.type().header());
        if (request.method().equals("HEAD")) {
            visit.header("Content-Length", Long.toString(sized.length()));
            visit.answer(sized.status());
        } else {
            write(visit.answer(sized.status(), OptionalLong.of(sized.length())), sized.body());
        }
    }

    private static void sendStreamed(HttpVisit visit, Request request, Reply.Streamed streamed) throws IOException {
        visit.header("Content-Type", streamed.type().header());
        if (request.method().equals("HEAD")) {
            visit.answer(streamed.status());
        } else {
            write(visit.answer(streamed.status(), OptionalLong.empty()), streamed.body());
        }
    }

    private static void write(OutputStream answer, Reply.Body body) throws IOException {
        body.writeTo(answer);
        // Not in any case: an answer that broke off must not look as if it were whole.
        answer.close();
    }

    /**
     * Players in a browser and web views load tags and send beacons from pages of other origins, with credentials
     * too.
     */
    private static void allowEveryOrigin(HttpVisit visit, Request request) {
        Optional<String> origin = request.header("origin");
        visit.header("Access-Control-Allow-Origin", origin.orElse("*"));
        if (origin.isPresent()) {
            visit.header("Access-Control-Allow-Credentials", "true");
            visit.addHeader("Vary", "Origin");
        }
        if (request.method().equals("OPTIONS")) {
            visit.header("Access-Control-Allow-Methods", "GET, HEAD, POST, DELETE, OPTIONS");
            request.header("access-control-request-headers")
                    .ifPresent(asked -> visit.header("Access-Control-Allow-Headers", asked));
        }
        visit.header("Access-Control-Expose-Headers", "Content-Range, Content-Length, ETag");
    }

    private static byte[] gzipped(byte[] body) throws IOException {
        var compressed = new ByteArrayOutputStream(body.length / 2);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        }
        return compressed.toByteArray();
    }
}
