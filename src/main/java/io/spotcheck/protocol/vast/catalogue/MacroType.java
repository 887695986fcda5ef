package io.spotcheck.protocol.vast.catalogue;

import io.spotcheck.macro.MacroContext;
import io.spotcheck.macro.MacroRule;
import java.util.List;
import java.util.Set;

/**
 * A macro that players fill (VAST 4.3 §6).
 *
 * @param rule       what the engine has to know of it
 * @param in         the versions that have it
 * @param deprecated the versions that advise against it
 * @param instead    the macros that replace it
 * @param from       the fields of a request that fill it, the first that is there
 */
public record MacroType(MacroRule rule, VersionSet in, VersionSet deprecated, List<String> instead,
                        List<String> from) {

    /** Copies the lists. */
    public MacroType {
        instead = List.copyOf(instead);
        from = List.copyOf(from);
    }

    /** Its name without brackets. */
    public String name() {
        return rule.name();
    }

    /** The URIs in which it is filled. */
    public Set<MacroContext> contexts() {
        return rule.contexts();
    }
}
