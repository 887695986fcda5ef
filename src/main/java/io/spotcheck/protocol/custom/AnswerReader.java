package io.spotcheck.protocol.custom;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Source;
import io.spotcheck.xml.MalformedXmlException;
import io.spotcheck.xml.XmlReader;
import io.spotcheck.xml.XmlText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the bytes of an answer in the format that it should have. Safe for use by many threads. */
final class AnswerReader {

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._-]+)");

    /** What came of reading. */
    sealed interface Reading {
    }

    /** The answer can be read. */
    record Readable(Part answer) implements Reading {
    }

    /** It cannot. */
    record Unreadable(Finding finding, ErrorCode code) implements Reading {

        AdError toError(int nodeId, String url) {
            return AdError.of(code, finding.message(), nodeId).atUrl(url).at(finding.location().orElseThrow());
        }
    }

    private final AnswerFormat format;
    private final JsonReader json = new JsonReader();
    private final XmlReader xml = new XmlReader();

    AnswerReader(AnswerFormat format) {
        this.format = format;
    }

    /** The text of an answer: by byte order mark, else by its declaration or header field, else UTF-8. */
    static String text(Exchange.Response response) {
        Optional<String> charset = response.headers().first("Content-Type").map(CHARSET::matcher).filter(Matcher::find)
                .map(found -> found.group(1));
        return XmlText.decode(response.body().toBytes(), charset);
    }

    /** What a text looks like. */
    static Source.Syntax syntax(String text) {
        String start = text.strip();
        String lower = start.substring(0, Math.min(start.length(), 14)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return Source.Syntax.HTML;
        }
        if (start.startsWith("<")) {
            return Source.Syntax.XML;
        }
        return start.startsWith("{") || start.startsWith("[") ? Source.Syntax.JSON : Source.Syntax.TEXT;
    }

    /** Reads a text. */
    Reading read(String text) {
        try {
            return new Readable(switch (format) {
                case JSON -> new JsonPart(json.read(text));
                case XML -> XPathDocument.of(xml.read(text));
            });
        } catch (MalformedJsonException broken) {
            return unreadable(text, broken.getMessage(), broken.location(), broken.isLimit());
        } catch (MalformedXmlException broken) {
            return unreadable(text, broken.getMessage(), broken.location(), broken.isLimit());
        }
    }

    private Unreadable unreadable(String text, String why, Location place, boolean limit) {
        if (limit) {
            return new Unreadable(Finding.of(format + "-LIMIT", Severity.ERROR,
                    "The answer goes beyond a limit: " + why).at(place), ErrorCode.LIMIT_REACHED);
        }
        Source.Syntax syntax = syntax(text);
        String message = switch (syntax) {
            case HTML -> "This is an HTML page, not " + format + ".";
            case XML, JSON -> syntax.name().equals(format.name()) ? "The " + format + " is not well-formed: " + why
                    : "This is " + syntax + ", not " + format + ".";
            case TEXT -> "This is not " + format + ": " + why;
        };
        return new Unreadable(Finding.of(format + "-MALFORMED", Severity.ERROR, message).at(place),
                ErrorCode.MALFORMED);
    }
}
