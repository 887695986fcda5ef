package io.spotcheck.protocol.openrtb.terms;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Domains that are written by hand. */
public final class Domains {

    private Domains() {
    }

    /** Whether it, or a domain above it, is one of these. */
    public static boolean isAmong(String domain, Collection<String> domains) {
        List<String> known = domains.stream().map(d -> d.strip().toLowerCase(Locale.ROOT)).toList();
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
