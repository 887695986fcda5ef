package io.spotcheck.validation;

import io.spotcheck.lint.Edit;
import io.spotcheck.xml.XmlText;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A document as it is stored, and which bytes stand for which characters. Edits replace bytes, so that the byte order
 * mark, and even bytes that are wrong in their encoding, survive.
 */
final class EncodedDocument {

    private final byte[] bytes;
    private final Charset charset;
    /** Stretches in which every byte is right, in order; between two of them stand bytes that mean nothing. */
    private final List<Run> runs = new ArrayList<>();

    /** Characters from one offset on, and the bytes that stand for them. */
    private record Run(int firstByte, int firstChar, String text) {

        private int endChar() {
            return firstChar + text.length();
        }
    }

    private EncodedDocument(byte[] bytes) {
        this.bytes = bytes;
        charset = XmlText.charset(bytes, Optional.empty());
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        int from = XmlText.markLength(bytes);
        int chars = 0;
        while (from < bytes.length) {
            ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
            CharBuffer out = CharBuffer.allocate((int) (in.remaining() * (double) decoder.maxCharsPerByte()) + 2);
            CoderResult result = decoder.reset().decode(in, out, true);
            String text = out.flip().toString();
            runs.add(new Run(from, chars, text));
            // What is wrong is read as one character that says so.
            chars += text.length() + 1;
            from = in.position() + (result.isError() ? result.length() : in.remaining());
        }
    }

    /** The bytes after edits of the text that they stand for, which are in order. */
    static byte[] edited(byte[] bytes, List<Edit> edits) {
        return new EncodedDocument(bytes).edited(edits);
    }

    private byte[] edited(List<Edit> edits) {
        var out = new ByteArrayOutputStream(bytes.length + 64);
        int at = 0;
        for (Edit edit : edits) {
            int start = byteOf(edit.start());
            out.write(bytes, at, start - at);
            out.writeBytes(edit.text().getBytes(charset));
            at = byteOf(edit.end());
        }
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private int byteOf(int offset) {
        for (Run run : runs) {
            if (offset <= run.endChar()) {
                return run.firstByte + run.text.substring(0, offset - run.firstChar).getBytes(charset).length;
            }
        }
        return bytes.length;
    }
}
