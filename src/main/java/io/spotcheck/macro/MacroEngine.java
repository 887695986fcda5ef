package io.spotcheck.macro;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills macros such as {@code [CACHEBUSTING]} in URLs (VAST 4.3 §6). Values are percent-encoded; everything outside
 * a macro survives byte for byte. {@code CACHEBUSTING} and {@code TIMESTAMP} are filled by the engine itself unless
 * the caller gives values for them.
 */
public final class MacroEngine {

    private static final Pattern MACRO = Pattern.compile("\\[([A-Z][A-Z0-9_]*)\\]");
    private static final DateTimeFormatter ISO_8601 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final int EIGHT_DIGITS = 100_000_000;

    private final Clock clock;
    private final IntSupplier eightDigits;

    /** An engine with the system's clock and random numbers. */
    public MacroEngine() {
        this(Clock.systemDefaultZone(), () -> ThreadLocalRandom.current().nextInt(EIGHT_DIGITS));
    }

    /**
     * An engine with this clock and these numbers.
     *
     * @param eightDigits gives numbers from 0 to 99999999
     */
    public MacroEngine(Clock clock, IntSupplier eightDigits) {
        this.clock = clock;
        this.eightDigits = eightDigits;
    }

    /** Fills the macros of a URL. All {@code [CACHEBUSTING]} of one URL get the same number. */
    public Substitution substitute(String url, MacroValues values) {
        Matcher macro = MACRO.matcher(url);
        if (!macro.find()) {
            return new Substitution(url, url, java.util.Map.of(), java.util.List.of());
        }
        var filled = new LinkedHashMap<String, String>();
        var unfilled = new ArrayList<String>();
        var after = new StringBuilder(url.length() + 32);
        do {
            String name = macro.group(1);
            Optional<String> value = Optional.ofNullable(filled.get(name)).or(() -> value(name, values));
            if (value.isPresent()) {
                filled.put(name, value.get());
                macro.appendReplacement(after, Matcher.quoteReplacement(encode(value.get())));
            } else {
                unfilled.add(name);
                macro.appendReplacement(after, Matcher.quoteReplacement(macro.group()));
            }
        } while (macro.find());
        macro.appendTail(after);
        return new Substitution(url, after.toString(), filled, unfilled);
    }

    private Optional<String> value(String name, MacroValues values) {
        return values.value(name).or(() -> switch (name) {
            case "CACHEBUSTING" -> Optional.of(String.format(Locale.ROOT, "%08d", eightDigits.getAsInt()));
            case "TIMESTAMP" -> Optional.of(ISO_8601.format(OffsetDateTime.now(clock)));
            default -> Optional.empty();
        });
    }

    private static String encode(String value) {
        // URLEncoder writes forms, where a blank is a plus sign; in a URL it is %20.
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
    }
}
