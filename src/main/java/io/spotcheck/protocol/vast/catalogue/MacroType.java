package io.spotcheck.protocol.vast.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A macro that players fill (VAST 4.3 §6).
 *
 * @param name       its name without brackets
 * @param contexts   the URIs in which it is filled
 * @param in         the versions that have it
 * @param deprecated the versions that advise against it
 * @param instead    the macros that replace it
 */
public record MacroType(String name, Set<Context> contexts, VersionSet in, VersionSet deprecated,
                        List<String> instead) {

    /** A kind of URI. */
    public enum Context {
        /** The URI of the next VAST response. */
        REQUEST,
        /** Any URI that is called at an event. */
        TRACKING,
        /** The URI of a {@code ClickTracking}. */
        CLICK,
        /** The URI of an {@code Error}. */
        ERROR,
        /** The URI of a {@code verificationNotExecuted}. */
        VERIFICATION;

        static Context parse(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
