package io.spotcheck.ad;

import java.util.Locale;
import java.util.Optional;

/**
 * A file that makes a linear creative interactive (VAST 4.3 §3.9.3).
 *
 * @param url              where it is, or a {@code data:} URI that holds it
 * @param type             its MIME type
 * @param apiFramework     the API that it needs, such as {@code SIMID}
 * @param variableDuration whether it may make the ad longer
 */
public record InteractiveFile(String url, Optional<String> type, Optional<String> apiFramework,
                              boolean variableDuration) {

    /** Whether the document holds the file itself. */
    public boolean isInline() {
        return url.toLowerCase(Locale.ROOT).startsWith("data:");
    }
}
