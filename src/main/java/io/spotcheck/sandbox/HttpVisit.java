package io.spotcheck.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** One request on a connection, and the one answer to it (RFC 9112). */
final class HttpVisit {
    private static final int LARGEST_UNREAD_BODY = 1 << 20;

    private final RequestHead head;
    private final OutputStream out;
    private final RequestBody body;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private boolean keep;
    private boolean answered;

    HttpVisit(RequestHead head, InputStream in, OutputStream out) throws IOException {
        this.head = head;
        this.out = out;
        body = new RequestBody(in, head.bodyLength());
        keep = head.keepsConnection();
    }

    RequestHead head() {
        return head;
    }

    /** Returns the request's body. A client that waits to be asked for it is asked. */
    InputStream body() throws IOException {
        if (head.says("expect", "100-continue") && !body.isRead()) {
            write("HTTP/1.1 100 Continue\r\n\r\n");
            out.flush();
        }
        return body;
    }

    /** Sets a header of the answer. */
    void header(String name, String value) {
        headers.put(name, value);
    }

    /** Adds a value to a header of the answer that is a list. */
    void addHeader(String name, String value) {
        headers.merge(name, value, (before, more) -> before + ", " + more);
    }

    /** Answers with a status and headers alone. */
    void answer(int status) throws IOException {
        boolean bodiless = status < 200 || status == 204 || status == 304 || head.method().equals("HEAD");
        if (!bodiless) {
            headers.put("Content-Length", "0");
        }
        begin(status);
        out.flush();
        answered = true;
    }

    /**
     * Answers with a body.
     *
     * @param length how many bytes there will be; empty when nobody knows
     * @return where they go; it must be closed
     */
    OutputStream answer(int status, OptionalLong length) throws IOException {
        if (length.isPresent()) {
            headers.put("Content-Length", Long.toString(length.getAsLong()));
        } else if (head.version() > 0) {
            headers.put("Transfer-Encoding", "chunked");
        } else {
            keep = false;
        }
        begin(status);
        return new AnswerBody(out, length, length.isEmpty() && head.version() > 0, () -> answered = true);
    }

    private void begin(int status) throws IOException {
        headers.putIfAbsent("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        if (!keep) {
            headers.put("Connection", "close");
        } else if (head.version() == 0) {
            headers.put("Connection", "keep-alive");
        }
        var text = new StringBuilder("HTTP/1.1 ").append(status).append(' ').append("\r\n");
        headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        write(text.append("\r\n").toString());
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Returns whether the next request may come on the same connection: all was read, and all was answered. */
    boolean finish() throws IOException {
        if (keep && answered && !body.isRead()) {
            body.readNBytes(LARGEST_UNREAD_BODY);
        }
        return keep && answered && body.isRead();
    }
}
