package io.spotcheck.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
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
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Turns each HTTP exchange into a {@link Request}, and the {@link Reply} of its route back into bytes. */
final class HttpFront implements HttpHandler {
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
    public void handle(HttpExchange exchange) {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Optional<RouteTable.Match> match = routes.find(path == null ? "" : path);
            // The body is read before answering: a client that still writes it would not see the answer.
            Request request = requestOf(exchange, match.map(RouteTable.Match::rest).orElse(""), bodyOf(exchange));
            send(exchange, request, replyTo(request, match));
        } catch (IOException gone) {
            // The client went away, or the sandbox closes. Nobody is left to be told.
            LOG.debug("No answer got through to {}: {}", exchange.getRequestURI(), gone.getMessage());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static String bodyOf(HttpExchange exchange) throws IOException {
        boolean gzip = "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream sent = exchange.getRequestBody();
        byte[] bytes = (gzip ? new GZIPInputStream(sent) : sent).readNBytes(LARGEST_REQUEST_BODY);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Request requestOf(HttpExchange exchange, String rest, String body) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        String path = exchange.getRequestURI().getPath();
        String rawQuery = exchange.getRequestURI().getRawQuery();
        String query = rawQuery == null ? "" : rawQuery;
        return new Request(
                exchange.getRequestMethod().toUpperCase(Locale.ROOT),
                path == null ? "" : path,
                rest,
                query,
                QueryParameter.listOf(query),
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

    private static void send(HttpExchange exchange, Request request, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "no-store");
        headers.set("Server", "Spotcheck-Sandbox");
        allowEveryOrigin(exchange, request);
        reply.headers().forEach(headers::set);
        switch (reply) {
            case Reply.Bare bare -> exchange.sendResponseHeaders(bare.status(), -1);
            case Reply.Whole whole -> sendWhole(exchange, request, whole);
            case Reply.Sized sized -> sendSized(exchange, request, sized);
            case Reply.Streamed streamed -> sendStreamed(exchange, request, streamed);
        }
    }

    private static void sendWhole(HttpExchange exchange, Request request, Reply.Whole whole) throws IOException {
        byte[] body = whole.body();
        if (whole.type().compresses() && body.length >= WORTH_COMPRESSING) {
            exchange.getResponseHeaders().add("Vary", "Accept-Encoding");
            if (request.acceptsGzip()) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                body = gzipped(body);
            }
        }
        byte[] sent = body;
        sendSized(exchange, request,
                new Reply.Sized(whole.status(), whole.headers(), whole.type(), sent.length, out -> out.write(sent)));
    }

    private static void sendSized(HttpExchange exchange, Request request, Reply.Sized sized) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", sized.type().header());
        if (request.method().equals("HEAD")) {
            // The JDK's server takes the length of an answer without a body from the header.
            exchange.getResponseHeaders().set("Content-Length", Long.toString(sized.length()));
            exchange.sendResponseHeaders(sized.status(), -1);
        } else {
            // To the JDK's server, -1 is an empty body and 0 is one of unknown length.
            exchange.sendResponseHeaders(sized.status(), sized.length() == 0 ? -1 : sized.length());
            write(exchange, sized.length() == 0 ? out -> { } : sized.body());
        }
    }

    private static void sendStreamed(HttpExchange exchange, Request request, Reply.Streamed streamed)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", streamed.type().header());
        if (request.method().equals("HEAD")) {
            exchange.sendResponseHeaders(streamed.status(), -1);
        } else {
            exchange.sendResponseHeaders(streamed.status(), 0);
            write(exchange, streamed.body());
        }
    }

    private static void write(HttpExchange exchange, Reply.Body body) throws IOException {
        try (OutputStream out = exchange.getResponseBody()) {
            body.writeTo(out);
        }
    }

    /**
     * Players in a browser and web views load tags and send beacons from pages of other origins, with credentials
     * too.
     */
    private static void allowEveryOrigin(HttpExchange exchange, Request request) {
        var headers = exchange.getResponseHeaders();
        Optional<String> origin = request.header("origin");
        headers.set("Access-Control-Allow-Origin", origin.orElse("*"));
        if (origin.isPresent()) {
            headers.set("Access-Control-Allow-Credentials", "true");
            headers.add("Vary", "Origin");
        }
        if (request.method().equals("OPTIONS")) {
            headers.set("Access-Control-Allow-Methods", "GET, HEAD, POST, DELETE, OPTIONS");
            request.header("access-control-request-headers")
                    .ifPresent(asked -> headers.set("Access-Control-Allow-Headers", asked));
        }
        headers.set("Access-Control-Expose-Headers", "Content-Range, Content-Length, ETag");
    }

    private static byte[] gzipped(byte[] body) throws IOException {
        var compressed = new ByteArrayOutputStream(body.length / 2);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        }
        return compressed.toByteArray();
    }
}
