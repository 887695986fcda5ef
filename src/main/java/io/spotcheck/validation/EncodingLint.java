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
import java.util.Optional;

/** Judges whether the bytes of an XML document are what the document says of them (XML 1.0 §4.3.3). */
final class EncodingLint {

    static final Rule WRONG = new Rule("XML-ENCODING-WRONG", Severity.ERROR, "encoding that is not the declared one",
            "A parser stops where the bytes are not in the encoding that the document declares.",
            "XML 1.0 §4.3.3", "Where an ad was served all the same, a resolution has it as a warning.");

    private EncodingLint() {
    }

    /** What is wrong with the encoding of a document as it is stored; nothing for what is not XML. */
    static Optional<Finding> of(byte[] bytes) {
        String text = XmlText.decode(bytes, Optional.empty());
        if (!text.stripLeading().startsWith("<")) {
            return Optional.empty();
        }
        Charset stored = XmlText.charset(bytes, Optional.empty());
        return XmlText.declaredEncoding(text).flatMap(declared -> XmlText.contradiction(declared, stored))
                .map(message -> finding(message, new Location(1, 1, "")))
                .or(() -> unreadable(bytes, stored));
    }

    private static Optional<Finding> unreadable(byte[] bytes, Charset stored) {
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
        return Optional.of(finding("The byte 0x%02X is no character of %s, the encoding of the document."
                .formatted(bytes[in.position()], stored.name()),
                new Location(lines.length, lines[lines.length - 1].length() + 1, "")));
    }

    private static Finding finding(String message, Location place) {
        return Finding.of(WRONG.id(), WRONG.severity(), message).at(place).by(WRONG.spec());
    }
}
