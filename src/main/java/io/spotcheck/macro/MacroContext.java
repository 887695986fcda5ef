package io.spotcheck.macro;

import java.util.Locale;
import java.util.Set;

/** A kind of URI in which macros stand (VAST 4.3 §6.2). */
public enum MacroContext {
    /** The URI of a VAST request: a tag, or what a wrapper leads to. */
    REQUEST,
    /** Any URI that is called at an event. */
    TRACKING,
    /** The URI of a {@code ClickTracking}. */
    CLICK,
    /** The URI of an {@code Error}. */
    ERROR,
    /** The URI of a {@code verificationNotExecuted}. */
    VERIFICATION;

    /** The context of this name in tables, such as {@code request}. */
    public static MacroContext parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether a macro that is meant for these contexts is filled in this one: all but requests are tracking, too. */
    public boolean isAmong(Set<MacroContext> contexts) {
        return contexts.contains(this) || this != REQUEST && contexts.contains(TRACKING);
    }
}
