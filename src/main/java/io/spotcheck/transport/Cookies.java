package io.spotcheck.transport;

import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers.Header;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Cookie;
import okhttp3.HttpUrl;

/**
 * The cookies that servers have set, and to whom they go back: by domain, path, security and age (RFC 6265 §5). What a
 * server sets for a whole public suffix is refused. Safe for use by many threads.
 */
public final class Cookies {

    private final List<Cookie> kept = new ArrayList<>();

    /** No cookies yet. */
    public Cookies() {
    }

    /** Keeps what an answer sets; a cookie of the same name, domain and path is replaced, an expired one forgotten. */
    public synchronized void receive(Exchange exchange) {
        HttpUrl url = HttpUrl.parse(exchange.request().url());
        if (url == null || exchange.response().isEmpty()) {
            return;
        }
        exchange.response().get().headers().entries().stream()
                .filter(h -> h.name().equalsIgnoreCase("Set-Cookie"))
                .flatMap(h -> Stream.ofNullable(Cookie.parse(url, h.value()))).forEach(this::keep);
    }

    private void keep(Cookie cookie) {
        kept.removeIf(old -> old.name().equals(cookie.name()) && old.domain().equals(cookie.domain())
                && old.path().equals(cookie.path()));
        if (cookie.expiresAt() > System.currentTimeMillis()) {
            kept.add(cookie);
        }
    }

    /**
     * The value of the {@code Cookie} field for a request: longer paths first, then older cookies (RFC 6265 §5.4).
     *
     * @param own what the caller sends as a {@code Cookie} itself; its cookies go first and win over their namesakes
     */
    public synchronized Optional<String> header(String url, Optional<Header> own) {
        HttpUrl to = HttpUrl.parse(url);
        List<String> names = own.stream().flatMap(h -> Stream.of(h.value().split(";")))
                .map(pair -> pair.split("=", 2)[0].strip()).toList();
        Stream<String> fitting = to == null ? Stream.empty() : kept.stream()
                .filter(cookie -> cookie.expiresAt() > System.currentTimeMillis() && cookie.matches(to))
                .filter(cookie -> !names.contains(cookie.name()))
                .sorted(Comparator.comparingInt((Cookie cookie) -> -cookie.path().length()))
                .map(cookie -> cookie.name() + "=" + cookie.value());
        String all = Stream.concat(own.stream().map(Header::value), fitting).collect(Collectors.joining("; "));
        return Optional.of(all).filter(value -> !value.isEmpty());
    }
}
