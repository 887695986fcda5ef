package io.spotcheck.resolution;

import java.util.Objects;
import java.util.Optional;

/**
 * Something a person should know about a document, an exchange or a request.
 *
 * @param rule     a stable identifier such as {@code VAST-MEDIAFILE-MISSING}
 * @param severity how much it matters
 * @param message  one plain sentence
 * @param location where it is, when it has a place in a document
 * @param spec     the document and section that rules it, such as {@code VAST 4.3 §2.3.5}
 */
public record Finding(String rule, Severity severity, String message, Optional<Location> location,
                      Optional<String> spec) {

    /** Checks that nothing is missing. */
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(spec, "spec");
    }

    /** A finding that has no place in a document. */
    public static Finding of(String rule, Severity severity, String message) {
        return new Finding(rule, severity, message, Optional.empty(), Optional.empty());
    }

    /** This finding, at a place. */
    public Finding at(Location place) {
        return new Finding(rule, severity, message, Optional.of(place), spec);
    }

    /** This finding, with the section that rules it. */
    public Finding by(String section) {
        return new Finding(rule, severity, message, location, Optional.of(section));
    }
}
