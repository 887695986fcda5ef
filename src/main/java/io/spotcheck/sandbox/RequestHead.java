package io.spotcheck.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The request line and the headers of one request (RFC 9112 §3).
 *
 * @param method  the method as it was sent
 * @param target  what was asked for, byte for byte as it was sent
 * @param version the minor version of HTTP/1
 * @param headers the headers, with names in lower case
 */
record RequestHead(String method, String target, int version, Map<String, List<String>> headers) {
    private static final int LONGEST_LINE = 256 << 10;
    private static final int MOST_HEADERS = 1_000;
    private static final String HTTP_1 = "HTTP/1.";

    /**
     * Reads the next request; empty when the client has no more of them.
     *
     * @throws MalformedRequestException if it is no request of HTTP/1
     */
    static Optional<RequestHead> read(InputStream in) throws IOException {
        Optional<String> line = line(in, StandardCharsets.UTF_8);
        while (line.filter(String::isEmpty).isPresent()) {
            line = line(in, StandardCharsets.UTF_8);
        }
        if (line.isEmpty()) {
            return Optional.empty();
        }
        // A target may hold anything, even what no URI may: it is all that stands between the first and the last blank.
        int first = line.get().indexOf(' ');
        int last = line.get().lastIndexOf(' ');
        if (first < 1 || last == first || !line.get().startsWith(HTTP_1, last + 1)
                || line.get().length() != last + 1 + HTTP_1.length() + 1) {
            throw new MalformedRequestException("The request line is not one of HTTP/1.");
        }
        return Optional.of(new RequestHead(line.get().substring(0, first), line.get().substring(first + 1, last),
                line.get().charAt(line.get().length() - 1) - '0', headers(in)));
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, List<String>>();
        for (int count = 0; count <= MOST_HEADERS; count++) {
            String line = line(in, StandardCharsets.ISO_8859_1).orElseThrow(EOFException::new);
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedRequestException("A header has no name.");
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        throw new MalformedRequestException("There are more than " + MOST_HEADERS + " headers.");
    }

    /** A line without its end; empty at the end of the stream. */
    static Optional<String> line(InputStream in, Charset charset) throws IOException {
        var bytes = new ByteArrayOutputStream(128);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                if (bytes.size() == 0) {
                    return Optional.empty();
                }
                throw new EOFException();
            }
            bytes.write(read);
            if (bytes.size() > LONGEST_LINE) {
                throw new MalformedRequestException("A line is longer than " + LONGEST_LINE + " bytes.");
            }
        }
        String line = bytes.toString(charset);
        return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }

    /** Returns the decoded path of the target. */
    String path() {
        String plain = target;
        int authority = target.indexOf("://");
        if (!target.startsWith("/") && authority > 0) {
            int slash = target.indexOf('/', authority + 3);
            plain = slash < 0 ? "/" : target.substring(slash);
        }
        int query = plain.indexOf('?');
        return PercentEncoding.decoded(query < 0 ? plain : plain.substring(0, query));
    }

    /** Returns the query as it was sent, empty where there is none. */
    String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Tells whether one of the words of a header is this one, whatever its case. */
    boolean says(String name, String word) {
        return headers.getOrDefault(name, List.of()).stream().flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(each -> each.strip().equalsIgnoreCase(word));
    }

    /** Returns how long the body is; empty when it comes in chunks. */
    OptionalLong bodyLength() throws MalformedRequestException {
        if (says("transfer-encoding", "chunked")) {
            return OptionalLong.empty();
        }
        try {
            long length = header("content-length").map(Long::parseLong).orElse(0L);
            if (length >= 0) {
                return OptionalLong.of(length);
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for a number below zero.
        }
        throw new MalformedRequestException("Content-Length is no length.");
    }

    /** Tells whether the connection stays open after the answer, if it is up to the client. */
    boolean keepsConnection() {
        return version == 0 ? says("connection", "keep-alive") : !says("connection", "close");
    }
}
