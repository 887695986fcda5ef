package io.spotcheck.protocol.openrtb.lint;

import java.util.Locale;
import java.util.Set;

/** Domains that are written by hand. */
final class Domains {

    private Domains() {
    }

    /** Whether it, or a domain above it, is one of these in small letters. */
    static boolean isAmong(String domain, Set<String> known) {
        String here = domain.strip().toLowerCase(Locale.ROOT);
        while (!here.isEmpty()) {
            if (known.contains(here)) {
                return true;
            }
            int dot = here.indexOf('.');
            here = dot < 0 ? "" : here.substring(dot + 1);
        }
        return false;
    }
}
