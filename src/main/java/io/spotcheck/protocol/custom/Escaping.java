package io.spotcheck.protocol.custom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** How a value is written where it goes, so that it can never be taken for more than a value. */
enum Escaping {
    /** In a path or a query: percent-encoded but for the unreserved characters (RFC 3986 §2.3). */
    URL {
        @Override
        String apply(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~")
                    .replace("*", "%2A");
        }
    },
    /** In a body of {@code application/x-www-form-urlencoded}. */
    FORM {
        @Override
        String apply(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    },
    /** Between the quotes of a JSON text (RFC 8259 §7). */
    JSON {
        @Override
        String apply(String value) {
            String quoted = json(value);
            return quoted.substring(1, quoted.length() - 1);
        }
    },
    /** In an element or an attribute of XML. */
    XML {
        @Override
        String apply(String value) {
            return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                    .replace("'", "&apos;");
        }
    },
    /** In a header field: what is not visible ASCII or a blank is percent-encoded. */
    HEADER {
        @Override
        String apply(String value) {
            var safe = new StringBuilder(value.length());
            value.codePoints().forEach(c -> safe.append(c >= ' ' && c <= '~' ? Character.toString(c)
                    : URL.apply(Character.toString(c))));
            return safe.toString();
        }
    },
    /** Nothing is done. */
    NONE {
        @Override
        String apply(String value) {
            return value;
        }
    };

    /** A value as it is written here. */
    abstract String apply(String value);

    /** A structure of texts, numbers, truth values, lists and maps as JSON. */
    static String json(Object structure) {
        return JsonMapper.shared().writeValueAsString(structure);
    }
}
