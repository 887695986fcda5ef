package io.spotcheck.protocol;

import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Source;
import io.spotcheck.xml.XmlText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes texts of the answers of servers. */
public final class ReceivedText {

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._-]+)");

    private static final Location START = new Location(1, 1, "");

    private ReceivedText() {
    }

    /** The text of an answer, decoded as XML is: by its mark, its declaration, or what the server says. */
    public static String of(Exchange.Response response) {
        return XmlText.decode(response.body().toBytes(), charset(response));
    }

    /**
     * What is doubtful about the encoding of an answer that is XML: the document declares another than it has, or the
     * server names one in which it would read otherwise (RFC 7303 §3).
     */
    public static List<Finding> doubts(Exchange.Response response) {
        byte[] bytes = response.body().toBytes();
        Charset stored = XmlText.charset(bytes, charset(response));
        String text = of(response);
        var findings = new ArrayList<Finding>();
        XmlText.declaredEncoding(text).flatMap(declared -> XmlText.contradiction(declared, stored)).ifPresent(message ->
                findings.add(Finding.of("XML-ENCODING-WRONG", Severity.WARNING, message + " Parsers stop there.")
                        .at(START).by("XML 1.0 §4.3.3")));
        charset(response).filter(named -> !readsTheSame(bytes, named, stored, text)).ifPresent(named ->
                findings.add(Finding.of("HTTP-CHARSET-WRONG", Severity.WARNING, "The server names the charset " + named
                        + " in Content-Type, and the document is " + stored.name() + ". Who believes the server reads "
                        + "something else.").by("RFC 7303 §3")));
        return findings;
    }

    private static boolean readsTheSame(byte[] bytes, String named, Charset stored, String text) {
        int mark = XmlText.markLength(bytes);
        // UTF-16 leaves the order of the bytes to the mark.
        return XmlText.charsetNamed(named).filter(meant -> meant.equals(stored) || mark == 2
                && meant.equals(StandardCharsets.UTF_16)
                || new String(bytes, mark, bytes.length - mark, meant).equals(text)).isPresent();
    }

    /**
     * A text as the source of a node.
     *
     * @param name where it came from
     */
    public static Source source(String name, String text) {
        return new Source(name, syntax(text), text);
    }

    private static Optional<String> charset(Exchange.Response response) {
        return response.headers().first("Content-Type").map(CHARSET::matcher).filter(Matcher::find)
                .map(m -> m.group(1));
    }

    private static Source.Syntax syntax(String text) {
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return Source.Syntax.JSON;
        }
        if (isHtml(start)) {
            return Source.Syntax.HTML;
        }
        return start.startsWith("<") ? Source.Syntax.XML : Source.Syntax.TEXT;
    }

    private static boolean isHtml(String start) {
        return start.regionMatches(true, 0, "<!doctype html", 0, 14) || start.regionMatches(true, 0, "<html", 0, 5);
    }

    /** What a text that is no XML is instead: an HTML page, JSON; empty when nobody can tell. */
    public static Optional<String> kindOfOther(String text) {
        return switch (syntax(text)) {
            case HTML -> Optional.of("an HTML page");
            case JSON -> Optional.of("JSON");
            case XML, TEXT -> Optional.empty();
        };
    }
}
