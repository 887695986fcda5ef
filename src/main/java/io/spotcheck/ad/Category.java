package io.spotcheck.ad;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an ad is about, in the words of somebody's list (VAST 4.3 §3.4.5).
 *
 * @param authority who keeps the list, such as {@code iabtechlab.com}
 * @param value     the code or label
 */
public record Category(Optional<String> authority, String value) {

    private static final Pattern SCHEME = Pattern.compile("^(?:https?:)?//");

    /**
     * Whether a party that blocks this category means that one. Lists are told apart where both say whose they are;
     * how the address of a list is written does not matter.
     */
    public boolean matches(Category other) {
        return value.strip().equalsIgnoreCase(other.value.strip())
                && (authority.isEmpty() || other.authority.isEmpty()
                || plain(authority.get()).equals(plain(other.authority.get())));
    }

    private static String plain(String authority) {
        String host = SCHEME.matcher(authority.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        String bare = host.startsWith("www.") ? host.substring(4) : host;
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    @Override
    public String toString() {
        return authority.map(by -> value + " of " + by).orElse(value);
    }
}
