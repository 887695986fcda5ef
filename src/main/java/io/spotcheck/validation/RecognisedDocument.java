package io.spotcheck.validation;

import io.spotcheck.resolution.Location;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a document turns out to be.
 *
 * @param type    its type
 * @param version the version that it declares
 * @param fault   what makes it unreadable, and where, if it is JSON that is broken
 */
record RecognisedDocument(DocumentType type, Optional<String> version, Optional<Fault> fault) {

    private static final Pattern VERSION = Pattern.compile("\\sversion\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    /** Why JSON cannot be read. */
    record Fault(String message, Location place) {
    }

    private RecognisedDocument(DocumentType type, Optional<String> version) {
        this(type, version, Optional.empty());
    }

    static RecognisedDocument of(String text) {
        String start = text.strip();
        if (start.startsWith("{") || start.startsWith("[")) {
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
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(text);
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            var place = new Location(at == null ? 1 : Math.max(1, at.getLineNr()),
                    at == null ? 1 : Math.max(1, at.getColumnNr()), "");
            return new RecognisedDocument(DocumentType.UNKNOWN, Optional.empty(),
                    Optional.of(new Fault(broken.getOriginalMessage(), place)));
        }
        JsonNode three = root.path("openrtb");
        if (three.has("request") || three.has("response")) {
            return new RecognisedDocument(three.has("request") ? DocumentType.OPENRTB_REQUEST
                    : DocumentType.OPENRTB_RESPONSE, text(three, "ver"));
        }
        JsonNode wrapped = root.path("native");
        if (root.path("imp").isArray()) {
            return new RecognisedDocument(DocumentType.OPENRTB_REQUEST, Optional.empty());
        }
        if (root.has("seatbid") || root.has("nbr")) {
            return new RecognisedDocument(DocumentType.OPENRTB_RESPONSE, Optional.empty());
        }
        if (wrapped.isObject() || root.path("assets").isArray()) {
            return new RecognisedDocument(DocumentType.NATIVE, text(wrapped.isObject() ? wrapped : root, "ver"));
        }
        return new RecognisedDocument(DocumentType.UNKNOWN, Optional.empty());
    }

    private static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }
}
