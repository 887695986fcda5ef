package io.spotcheck.validation;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import io.spotcheck.protocol.openrtb.lint.RtbDocument;
import io.spotcheck.protocol.openrtb.lint.RtbKind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document turns out to be.
 *
 * @param type    its type
 * @param version the version that it declares
 * @param json    its root, if it is JSON that can be read
 * @param fault   what makes it unreadable, and where, if it is JSON that is broken
 */
record RecognisedDocument(DocumentType type, Optional<String> version, Optional<JsonElement> json,
                          Optional<MalformedJsonException> fault) {

    private static final JsonReader JSON = new JsonReader();
    private static final Pattern VERSION = Pattern.compile("\\sversion\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private RecognisedDocument(DocumentType type, Optional<String> version) {
        this(type, version, Optional.empty(), Optional.empty());
    }

    static RecognisedDocument of(String text) {
        String start = text.strip();
        // Comments are none in JSON, and who writes them is to hear that.
        if (start.startsWith("{") || start.startsWith("[") || start.startsWith("//") || start.startsWith("/*")) {
            return json(text);
        }
        return xml(start);
    }

    /** By the root alone, so that a document that is broken further down is recognised, too. */
    private static RecognisedDocument xml(String text) {
        int at = text.indexOf('<');
        while (at >= 0 && at + 1 < text.length()) {
            String end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>"
                    : text.startsWith("<!", at) ? ">" : "";
            if (end.isEmpty()) {
                break;
            }
            int close = text.indexOf(end, at + 2);
            at = close < 0 ? -1 : text.indexOf('<', close);
        }
        if (at < 0) {
            return new RecognisedDocument(DocumentType.UNKNOWN, Optional.empty());
        }
        int close = text.indexOf('>', at);
        String tag = text.substring(at + 1, close < 0 ? text.length() : close);
        String name = tag.split("[\\s/]", 2)[0];
        String local = name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        return switch (local) {
            case "vast" -> new RecognisedDocument(DocumentType.VAST, version(tag));
            case "videoadservingtemplate" -> new RecognisedDocument(DocumentType.VAST, Optional.of("1.0"));
            case "vmap" -> new RecognisedDocument(DocumentType.VMAP, version(tag));
            default -> new RecognisedDocument(DocumentType.UNKNOWN, Optional.empty());
        };
    }

    private static Optional<String> version(String tag) {
        Matcher version = VERSION.matcher(tag);
        return version.find() ? Optional.of(version.group(1) == null ? version.group(2) : version.group(1))
                .map(String::strip).filter(v -> !v.isEmpty()) : Optional.empty();
    }

    private static RecognisedDocument json(String text) {
        try {
            JsonElement root = JSON.read(text);
            return RtbDocument.of(root).map(document -> new RecognisedDocument(type(document.kind()),
                    document.version(), Optional.of(root), Optional.empty()))
                    .orElseGet(() -> new RecognisedDocument(DocumentType.UNKNOWN, Optional.empty(), Optional.of(root),
                            Optional.empty()));
        } catch (MalformedJsonException broken) {
            return new RecognisedDocument(RtbDocument.ofBroken(text).map(RecognisedDocument::type)
                    .orElse(DocumentType.UNKNOWN), Optional.empty(), Optional.empty(), Optional.of(broken));
        }
    }

    private static DocumentType type(RtbKind kind) {
        return switch (kind) {
            case REQUEST -> DocumentType.OPENRTB_REQUEST;
            case RESPONSE -> DocumentType.OPENRTB_RESPONSE;
            case NATIVE_REQUEST, NATIVE_RESPONSE -> DocumentType.NATIVE;
        };
    }
}
