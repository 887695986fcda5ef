package io.spotcheck.lint;

import io.spotcheck.resolution.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How seriously a team takes a rule. */
public enum Level {
    /** It fails the document. */
    ERROR(Severity.ERROR),
    /** It is told. */
    WARNING(Severity.WARNING),
    /** It is mentioned. */
    INFO(Severity.INFO),
    /** It is not looked for. */
    OFF(null);

    private final Optional<Severity> severity;

    Level(@Nullable Severity severity) {
        this.severity = Optional.ofNullable(severity);
    }

    /** The severity of the findings; empty when there shall be none. */
    public Optional<Severity> severity() {
        return severity;
    }
}
