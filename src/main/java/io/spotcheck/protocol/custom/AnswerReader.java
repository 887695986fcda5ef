package io.spotcheck.protocol.custom;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import io.spotcheck.protocol.ReceivedText;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Source;
import io.spotcheck.xml.MalformedXmlException;
import io.spotcheck.xml.XmlReader;

/** Reads the bytes of an answer in the format that it should have. Safe for use by many threads. */
final class AnswerReader {

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

    /** An answer in which there is nothing. */
    Part nothing() {
        return switch (read(format == AnswerFormat.JSON ? "{}" : "<nothing/>")) {
            case Readable(Part answer) -> answer;
            case Unreadable impossible -> throw new IllegalStateException(impossible.finding().message());
        };
    }

    private Unreadable unreadable(String text, String why, Location place, boolean limit) {
        if (limit) {
            return new Unreadable(Finding.of(format + "-LIMIT", Severity.ERROR,
                    "The answer goes beyond a limit: " + why).at(place), ErrorCode.LIMIT_REACHED);
        }
        Source.Syntax syntax = ReceivedText.source("", text).syntax();
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
