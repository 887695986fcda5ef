package io.spotcheck.validation;

import io.spotcheck.lint.Rule;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import io.spotcheck.xml.XmlText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Judges whether the bytes of an XML document are what the document says of them (XML 1.0 §4.3.3), and those of a JSON
 * document UTF-8 (RFC 8259 §8.1).
 */
final class EncodingLint {

    static final Rule WRONG = new Rule("XML-ENCODING-WRONG", Severity.ERROR, "encoding that is not the declared one",
            "A parser stops where the bytes are not in the encoding that the document declares.",
            "XML 1.0 §4.3.3", "Where an ad was served all the same, a resolution has it as a warning.");

    static final Rule JSON_WRONG = new Rule("JSON-ENCODING-WRONG", Severity.ERROR, "JSON that is not in UTF-8",
            "Systems exchange JSON in UTF-8 alone; parsers refuse anything else.", "RFC 8259 §8.1", "");
    static final Rule JSON_MARK = new Rule("JSON-BYTE-ORDER-MARK", Severity.WARNING, "JSON with a byte order mark",
            "What is sent must not begin with it; many parsers refuse it.", "RFC 8259 §8.1", "");

    private EncodingLint() {
    }

    /** What is wrong with the encoding of a document as it is stored; nothing for what is neither XML nor JSON. */
    static Optional<Finding> of(byte[] bytes) {
        String text = XmlText.decode(bytes, Optional.empty());
        String start = text.stripLeading();
        Charset stored = XmlText.charset(bytes, Optional.empty());
        if (start.startsWith("{") || start.startsWith("[")) {
            return json(bytes, stored);
        }
        if (!start.startsWith("<")) {
            return Optional.empty();
        }
        return XmlText.declaredEncoding(text).flatMap(declared -> XmlText.contradiction(declared, stored))
                .map(message -> finding(WRONG, message, new Location(1, 1, "")))
                .or(() -> unreadable(bytes, stored, WRONG));
    }

    private static Optional<Finding> json(byte[] bytes, Charset stored) {
        if (!stored.equals(StandardCharsets.UTF_8)) {
            return Optional.of(finding(JSON_WRONG, "The document is stored as " + stored.name()
                    + "; JSON is exchanged in UTF-8.", new Location(1, 1, "")));
        }
        return unreadable(bytes, stored, JSON_WRONG).or(() -> XmlText.markLength(bytes) == 0 ? Optional.empty()
                : Optional.of(finding(JSON_MARK,
                        "The document begins with a byte order mark, which JSON must not have.",
                        new Location(1, 1, ""))));
    }

    private static Optional<Finding> unreadable(byte[] bytes, Charset stored, Rule rule) {
        int mark = XmlText.markLength(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        var decoder = stored.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate((int) (in.remaining() * (double) decoder.maxCharsPerByte()) + 2);
        if (!decoder.decode(in, out, true).isError()) {
            return Optional.empty();
        }
        String before = out.flip().toString();
        String[] lines = before.split("\r\n?|\n", -1);
        return Optional.of(finding(rule, "The byte 0x%02X is no character of %s, the encoding of the document."
                .formatted(bytes[in.position()], stored.name()),
                new Location(lines.length, lines[lines.length - 1].length() + 1, "")));
    }

    private static Finding finding(Rule rule, String message, Location place) {
        return Finding.of(rule.id(), rule.severity(), message).at(place).by(rule.spec());
    }
}
