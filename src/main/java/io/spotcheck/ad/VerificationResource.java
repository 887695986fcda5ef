package io.spotcheck.ad;

import java.util.Locale;
import java.util.Optional;

/**
 * A script or an executable that verifies playback (VAST 4.3 §3.17.1 and §3.17.2).
 *
 * @param kind            how it is run
 * @param url             where it is, or what an integration agreed upon
 * @param apiFramework    the API that it needs, such as {@code omid}
 * @param type            the type of an executable, or the MIME type that older versions declare
 * @param browserOptional whether a script runs without a browser, too
 */
public record VerificationResource(Kind kind, String url, Optional<String> apiFramework, Optional<String> type,
                                   Optional<Boolean> browserOptional) {

    /** How a resource is run. */
    public enum Kind {
        /** As JavaScript. */
        JAVASCRIPT,
        /** By an integration of its own. */
        EXECUTABLE,
        /** As Flash, which VAST 4.0 still knew. */
        FLASH;

        /** The name in results, such as {@code javascript}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
