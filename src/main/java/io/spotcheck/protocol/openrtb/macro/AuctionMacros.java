package io.spotcheck.protocol.openrtb.macro;

import io.spotcheck.protocol.openrtb.catalogue.MacroReleases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values where macros such as {@code ${AUCTION_PRICE}} stand, in notices and in markup alike (OpenRTB 2.6 §4.4),
 * and those of OpenRTB 3.0 such as {@code ${OPENRTB_PRICE}}. The substitution is simple: a value goes in as it is, and
 * a macro whose value nobody has goes away.
 */
public final class AuctionMacros {

    /** What is filled in when the impression is shown, not before. */
    public static final String IMPRESSION_TIME = "IMP_TS";
    private static final String PREFIX = "AUCTION_";
    private static final Pattern MACRO =
            Pattern.compile("\\$\\{((?i:AUCTION|OPENRTB))[_ ]([A-Za-z0-9_]{1,40})(?::([^}\\s]{1,40}))?\\}");

    private final Map<String, MacroEncoder> encoders;

    /** The macros that there are; in 2.6 behind {@code AUCTION_}, in 3.0 most of them behind {@code OPENRTB_}. */
    public static final List<String> NAMES =
            MacroReleases.standard().names().map(name -> name.substring(PREFIX.length())).toList();

    /**
     * A text after substitution.
     *
     * @param text      the text
     * @param leftovers the macros that nobody knows, or whose encoding nobody knows; they stay as they are
     */
    public record Filled(String text, List<String> leftovers) {

        /** Copies the list. */
        public Filled {
            leftovers = List.copyOf(leftovers);
        }
    }

    /** Macros whose values can be encoded in these ways; of two encoders of one name the later counts. */
    public AuctionMacros(List<MacroEncoder> encoders) {
        var byName = new LinkedHashMap<String, MacroEncoder>();
        encoders.forEach(e -> byName.put(e.name().toUpperCase(Locale.ROOT), e));
        this.encoders = Map.copyOf(byName);
    }

    /**
     * Fills a text.
     *
     * @param values values by the names of {@link #NAMES}; a name without a value is filled with nothing
     * @param later  names that are left as they are, because their values come later
     */
    public Filled fill(String text, Map<String, String> values, List<String> later) {
        if (text.indexOf("${") < 0) {
            return new Filled(text, List.of());
        }
        Matcher macro = MACRO.matcher(text);
        var after = new StringBuilder(text.length() + 64);
        var leftovers = new TreeSet<String>();
        while (macro.find()) {
            // Macros are case-sensitive: what is written otherwise stays, and is told.
            String name = switch (macro.group(1)) {
                case "AUCTION" -> macro.group(2);
                case "OPENRTB" -> nameOf3(macro.group(2));
                default -> "";
            };
            if (later.contains(name)) {
                macro.appendReplacement(after, Matcher.quoteReplacement(macro.group()));
                continue;
            }
            Optional<String> value = NAMES.contains(name)
                    ? encoded(values.getOrDefault(name, ""), Optional.ofNullable(macro.group(3))) : Optional.empty();
            if (value.isEmpty()) {
                leftovers.add(macro.group());
            }
            macro.appendReplacement(after, Matcher.quoteReplacement(value.orElseGet(macro::group)));
        }
        macro.appendTail(after);
        return new Filled(after.toString(), List.copyOf(leftovers));
    }

    /** What a macro of 3.0 is called in 2.x; most have the same name. */
    private static String nameOf3(String written) {
        return MacroReleases.standard().instead("OPENRTB_" + written).map(name -> name.substring(PREFIX.length()))
                .orElse(written);
    }

    private Optional<String> encoded(String value, Optional<String> encoding) {
        if (encoding.isEmpty()) {
            return Optional.of(value);
        }
        Optional<MacroEncoder> encoder = Optional.ofNullable(encoders.get(encoding.get().toUpperCase(Locale.ROOT)));
        return value.isEmpty() ? encoder.map(e -> "") : encoder.flatMap(e -> e.encode(value));
    }
}
