package io.spotcheck.protocol.vast.catalogue;

import java.util.Locale;
import java.util.Set;

/**
 * An event that {@code Tracking} can name (VAST 4.3 §3.14.1).
 *
 * @param name     how it is written
 * @param contexts the kinds of creative that it happens to
 * @param in       the versions that have it
 */
public record EventType(String name, Set<Context> contexts, VersionSet in) {

    /** What an event happens to. */
    public enum Context {
        /** A linear ad. */
        LINEAR("a linear ad"),
        /** An overlay. */
        NONLINEAR("an overlay"),
        /** A companion. */
        COMPANION("a companion"),
        /** Verification code. */
        VERIFICATION("verification code");

        private final String description;

        Context(String description) {
            this.description = description;
        }

        static Context parse(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        /** What it is, in words. */
        public String description() {
            return description;
        }
    }
}
