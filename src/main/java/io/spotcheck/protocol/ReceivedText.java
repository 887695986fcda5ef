package io.spotcheck.protocol;

import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Source;
import io.spotcheck.xml.XmlText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes texts of the answers of servers. */
public final class ReceivedText {

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._-]+)");

    private ReceivedText() {
    }

    /** The text of an answer, decoded as XML is: by its mark, its declaration, or what the server says. */
    public static String of(Exchange.Response response) {
        return XmlText.decode(response.body().toBytes(), charset(response));
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
