package io.spotcheck.macro;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Encodes values for their place in a URL, as the {@code encodeURIComponent} of scripts does (VAST 4.3 §6.1). */
public final class UriComponent {

    private static final String KEPT = "-_.!~*'()";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UriComponent() {
    }

    /**
     * The value with everything but ASCII letters, digits and {@code - _ . ! ~ * ' ( )} percent-encoded as UTF-8. Half
     * a character, for which scripts throw, becomes a question mark.
     */
    public static String encode(String value) {
        if (value.chars().allMatch(UriComponent::isKept)) {
            return value;
        }
        var encoded = new StringBuilder(value.length() * 2);
        for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
            if (isKept(one)) {
                encoded.append((char) one);
            } else {
                HEX.toHexDigits(encoded.append('%'), one);
            }
        }
        return encoded.toString();
    }

    private static boolean isKept(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c > 0 && KEPT.indexOf(c) >= 0;
    }
}
