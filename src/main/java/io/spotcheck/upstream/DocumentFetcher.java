package io.spotcheck.upstream;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.transport.Cookies;
import io.spotcheck.transport.TransportRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Fetches one document within a policy: follows its redirects, each a node of its own, and keeps the time. */
public final class DocumentFetcher {

    /** Header fields that are meant for the endpoint's own host and must not reach another. */
    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "proxy-authorization");

    private final UpstreamPolicy policy;
    private final Supplier<Session> session;

    /** A fetcher within this policy. Cookies live as long as the redirects of one document. */
    public DocumentFetcher(UpstreamPolicy policy) {
        this.policy = policy;
        session = Session::new;
    }

    /** A fetcher within this policy for one resolution, whose documents share cookies. */
    public DocumentFetcher(UpstreamPolicy policy, Session session) {
        this.policy = policy;
        this.session = () -> session;
    }

    /**
     * Fetches a document. The node gets the last exchange, and a child for each redirect; it is left open.
     *
     * @param endpoint the wire and the headers
     * @param url      the absolute URL, after macros
     * @param document the node that stands for the document
     * @param deadline when the whole resolution must be done
     */
    public FetchOutcome fetch(Endpoint endpoint, String url, OpenNode document, Deadline deadline) {
        return fetch(endpoint, url, document, deadline, List.of());
    }

    /**
     * Fetches a document below others, as {@link #fetch(Endpoint, String, OpenNode, Deadline)} does.
     *
     * @param above the URLs of the documents above; a redirect must not lead back to one of them
     */
    public FetchOutcome fetch(Endpoint endpoint, String url, OpenNode document, Deadline deadline,
                              List<String> above) {
        return fetch(endpoint, url, Message.get(), document, deadline, above);
    }

    /**
     * Fetches a document by another message than a plain {@code GET}.
     *
     * @param message what is sent
     * @param above   the URLs of the documents above; a redirect must not lead back to one of them
     */
    public FetchOutcome fetch(Endpoint endpoint, String url, Message message, OpenNode document, Deadline deadline,
                              List<String> above) {
        var hop = new Hop(endpoint, above, document, Deadline.in(deadline.remainingAtMost(policy.hopTimeout())),
                deadline.remaining().compareTo(policy.hopTimeout()) > 0);
        return hop.follow(url, message);
    }

    /** What was asked for. The same URL again is no circle when the server has set a cookie in the meantime. */
    private record Visit(String url, String method, Optional<String> cookie) {

        static Visit of(String url, Message message, Headers headers) {
            return new Visit(CanonicalUrl.of(url), message.method(), headers.first("Cookie"));
        }
    }

    private final class Hop {

        private final Endpoint endpoint;
        private final List<String> above;
        private final OpenNode document;
        private final Deadline deadline;
        private final boolean limitedByPolicy;
        private final Cookies cookies = session.get().cookies();
        private final Set<Visit> visited = new HashSet<>();
        private int redirects;

        private Hop(Endpoint endpoint, List<String> above, OpenNode document, Deadline deadline,
                    boolean limitedByPolicy) {
            this.endpoint = endpoint;
            this.above = above;
            this.document = document;
            this.deadline = deadline;
            this.limitedByPolicy = limitedByPolicy;
        }

        private FetchOutcome follow(String first, Message firstMessage) {
            String url = first;
            Message message = firstMessage;
            while (true) {
                Headers headers = headersFor(url, message);
                visited.add(Visit.of(url, message, headers));
                Duration left = deadline.remaining();
                if (left.isZero()) {
                    return failed(ErrorCode.TIMEOUT, timeUsedUp(), url);
                }
                Exchange exchange = endpoint.transport().exchange(new TransportRequest(message.method(), url,
                        headers, message.body(), left, policy.maxBodyBytes()));
                cookies.receive(exchange);
                Optional<String> target = Redirects.target(exchange);
                if (target.isEmpty()) {
                    document.exchange(exchange);
                    WireFindings.of(exchange).forEach(document::finding);
                    return outcome(exchange, url);
                }
                OpenNode redirect = document.open(NodeKind.REDIRECT, url);
                redirect.exchange(exchange);
                WireFindings.of(exchange).forEach(redirect::finding);
                String to = target.get();
                redirect.succeed("Redirected to " + to);
                message = message.afterRedirect(exchange.response().orElseThrow().status());
                if (above.stream().anyMatch(document -> CanonicalUrl.same(document, to))) {
                    return failed(ErrorCode.WRAPPER_LOOP, "A redirect leads back to a document above it.", to);
                }
                if (visited.contains(Visit.of(to, message, headersFor(to, message)))) {
                    return failed(ErrorCode.REDIRECT_LIMIT, "The redirects go in a circle.", to);
                }
                if (++redirects > policy.maxRedirects()) {
                    return failed(ErrorCode.REDIRECT_LIMIT, "There are more than " + policy.maxRedirects()
                            + " redirects.", to);
                }
                if (Redirects.leavesTheNetwork(url, to)) {
                    return failed(ErrorCode.UNSUPPORTED, "A redirect cannot lead from the network to “"
                            + to + "”.", to);
                }
                url = to;
            }
        }

        private FetchOutcome outcome(Exchange exchange, String url) {
            if (exchange.failure().isPresent()) {
                Exchange.Failure failure = exchange.failure().get();
                return switch (failure.kind()) {
                    case TIMEOUT -> failed(ErrorCode.TIMEOUT, timeUsedUp(), url);
                    case CONNECTION -> failed(ErrorCode.CONNECTION_FAILED, failure.message(), url);
                    case TOO_LARGE -> failed(ErrorCode.TOO_LARGE, failure.message(), url);
                    case CANCELLED -> failed(ErrorCode.CANCELLED, failure.message(), url);
                    case UNSUPPORTED -> failed(ErrorCode.UNSUPPORTED, failure.message(), url);
                    case MALFORMED -> failed(ErrorCode.MALFORMED, failure.message(), url);
                };
            }
            Exchange.Response response = exchange.response().orElseThrow();
            if (!response.isSuccessful()) {
                return new FetchOutcome.Failed(AdError.of(ErrorCode.HTTP_STATUS, Redirects.flaw(exchange)
                        .orElse("The server answered " + response.status() + "."), document.id()).atUrl(url),
                        Optional.of(response));
            }
            WireFindings.ofBody(response).ifPresent(document::finding);
            return new FetchOutcome.Fetched(url, response);
        }

        private FetchOutcome.Failed failed(ErrorCode code, String message, String url) {
            return new FetchOutcome.Failed(AdError.of(code, message, document.id()).atUrl(url));
        }

        private String timeUsedUp() {
            return limitedByPolicy
                    ? "No complete answer within the " + policy.hopTimeout().toMillis() + " ms of one hop."
                    : "The time for the whole resolution was used up.";
        }

        /** The endpoint's header fields that may go there, and those of the message, which replace their namesakes. */
        private Headers headersFor(String url, Message message) {
            boolean trusted = isAsTrusted(url);
            var all = new ArrayList<Headers.Header>();
            endpoint.headers().entries().stream()
                    .filter(h -> trusted || !CREDENTIALS.contains(h.name().toLowerCase(Locale.ROOT)))
                    .filter(h -> message.headers().first(h.name()).isEmpty()).forEach(all::add);
            message.headers().entries().stream()
                    .filter(h -> trusted || !CREDENTIALS.contains(h.name().toLowerCase(Locale.ROOT))).forEach(all::add);
            Optional<Headers.Header> own = all.stream().filter(h -> h.name().equalsIgnoreCase("Cookie")).findFirst();
            Optional<String> cookie = cookies.header(url, own);
            if (!cookie.equals(own.map(Headers.Header::value))) {
                all.removeIf(h -> h.name().equalsIgnoreCase("Cookie"));
                cookie.ifPresent(value -> all.add(new Headers.Header("Cookie", value)));
            }
            return new Headers(all);
        }

        /** Whether what is meant for the endpoint may go there: the same authority, over no lesser a wire. */
        private boolean isAsTrusted(String url) {
            String from = schemeOf(endpoint.url());
            String to = schemeOf(url);
            return (to.equals(from) || "http".equals(from) && "https".equals(to))
                    && authorityOf(url).filter(a -> authorityOf(endpoint.url()).equals(Optional.of(a))).isPresent();
        }
    }

    private static String schemeOf(String url) {
        return url.substring(0, Math.max(0, url.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    /** What stands between two slashes right behind the scheme and the path; elsewhere slashes mean nothing. */
    private static Optional<String> authorityOf(String url) {
        int start = url.indexOf(':') + 1;
        if (!url.startsWith("//", start)) {
            return Optional.empty();
        }
        int end = start + 2;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return Optional.of(url.substring(start + 2, end).toLowerCase(Locale.ROOT));
    }
}
