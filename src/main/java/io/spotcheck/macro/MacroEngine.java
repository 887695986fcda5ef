package io.spotcheck.macro;

import io.spotcheck.macro.MacroUse.Outcome;
import io.spotcheck.macro.MacroVocabulary.Notation;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills macros such as {@code [CACHEBUSTING]} in URLs (VAST 4.3 §6). Values are percent-encoded once; everything
 * outside a macro survives byte for byte. {@code CACHEBUSTING} and {@code TIMESTAMP} are filled by the engine itself
 * unless the caller gives values for them.
 *
 * <p>With a vocabulary it knows what each macro is: lists are encoded element by element, macros of other systems are
 * filled as the ones they stand for, a macro outside its context stays as it is, and one without a value becomes
 * {@code -1}. Without a vocabulary it fills every {@code [NAME]} for which there is a value.
 */
public final class MacroEngine {

    private static final List<Notation> BRACKETS = List.of(new Notation("[", "]", true));
    /** Brackets hold other things than macros, too, such as the keys of arrays: those are written otherwise. */
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final String ENCODED_OPEN = "%5B";
    private static final String ENCODED_CLOSE = "%5D";
    private static final String FURTHER_NAME_CHARACTERS = "_:.-";
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
        return new Run(url, values, Optional.empty(), MacroContext.TRACKING).substitute();
    }

    /**
     * Fills the macros of a URL as a vocabulary says.
     *
     * @param context what kind of URL it is
     */
    public Substitution substitute(String url, MacroValues values, MacroVocabulary vocabulary, MacroContext context) {
        return new Run(url, values, Optional.of(vocabulary), context).substitute();
    }

    private Optional<MacroValue> generated(String name) {
        return switch (name) {
            case "CACHEBUSTING" -> Optional.of(
                    new MacroValue.Text(String.format(Locale.ROOT, "%08d", eightDigits.getAsInt())));
            case "TIMESTAMP" -> Optional.of(new MacroValue.Text(ISO_8601.format(OffsetDateTime.now(clock))));
            default -> Optional.empty();
        };
    }

    /** One URL on its way. */
    private final class Run {

        private final String url;
        private final MacroValues values;
        private final Optional<MacroVocabulary> vocabulary;
        private final MacroContext context;
        private final List<Notation> notations;
        private final Map<String, MacroValue> generated = new LinkedHashMap<>();
        private final List<MacroUse> uses = new ArrayList<>();

        private Run(String url, MacroValues values, Optional<MacroVocabulary> vocabulary, MacroContext context) {
            this.url = url;
            this.values = values;
            this.vocabulary = vocabulary;
            this.context = context;
            notations = vocabulary.map(MacroVocabulary::notations).orElse(BRACKETS);
        }

        private Substitution substitute() {
            var after = new StringBuilder(url.length() + 32);
            int at = 0;
            while (at < url.length()) {
                int end = macro(at, after);
                if (end == at) {
                    after.append(url.charAt(at));
                    end++;
                }
                at = end;
            }
            var filled = new LinkedHashMap<String, String>();
            var unfilled = new LinkedHashSet<String>();
            for (MacroUse use : uses) {
                if (use.outcome() == Outcome.FILLED) {
                    filled.put(use.name(), use.value().orElseThrow());
                } else {
                    unfilled.add(use.name());
                }
            }
            return new Substitution(url, after.toString(), filled, List.copyOf(unfilled), uses);
        }

        /** Writes the macro that begins here, and gives its end; where there is none, the beginning. */
        private int macro(int at, StringBuilder after) {
            for (Notation notation : notations) {
                if (!url.startsWith(notation.open(), at)) {
                    continue;
                }
                int from = at + notation.open().length();
                int to = nameEnd(from);
                if (to > from && Character.isLetter(url.charAt(from)) && url.startsWith(notation.close(), to)) {
                    int end = to + notation.close().length();
                    Optional<MacroUse> use = use(url.substring(at, end), url.substring(from, to),
                            notation.equals(notations.getFirst()), notation.shared(), after);
                    if (use.isPresent()) {
                        uses.add(use.get());
                        return end;
                    }
                }
            }
            return encodedMacro(at, after);
        }

        /** Leaves a macro with percent-encoded brackets as it is, and gives its end. */
        private int encodedMacro(int at, StringBuilder after) {
            if (vocabulary.isEmpty() || !url.regionMatches(true, at, ENCODED_OPEN, 0, ENCODED_OPEN.length())) {
                return at;
            }
            int from = at + ENCODED_OPEN.length();
            int to = nameEnd(from);
            String name = url.substring(from, to);
            if (!url.regionMatches(true, to, ENCODED_CLOSE, 0, ENCODED_CLOSE.length())
                    || vocabulary.get().rule(name).isEmpty()) {
                return at;
            }
            int end = to + ENCODED_CLOSE.length();
            after.append(url, at, end);
            uses.add(new MacroUse(url.substring(at, end), name, Outcome.ENCODED, Optional.empty(), false,
                    Optional.empty()));
            return end;
        }

        private int nameEnd(int from) {
            int end = from;
            while (end < url.length() && (Character.isLetterOrDigit(url.charAt(end))
                    || FURTHER_NAME_CHARACTERS.indexOf(url.charAt(end)) >= 0)) {
                end++;
            }
            return end;
        }

        /** What becomes of what is written as a macro is; empty when it is none. */
        private Optional<MacroUse> use(String written, String name, boolean own, boolean shared, StringBuilder after) {
            String standard = vocabulary.filter(v -> v.rule(name).isEmpty()).flatMap(v -> v.standardFor(name))
                    .filter(s -> values.valueOf(name).isEmpty()).orElse(name);
            Optional<MacroRule> rule = vocabulary.flatMap(v -> v.rule(standard));
            if (rule.isEmpty() && shared && !(own ? NAME.matcher(name).matches() : values.valueOf(name).isPresent())) {
                return Optional.empty();
            }
            boolean required = rule.filter(MacroRule::required).isPresent();
            if (rule.filter(r -> !context.isAmong(r.contexts())).isPresent()) {
                after.append(written);
                return Optional.of(new MacroUse(written, standard, Outcome.OUT_OF_CONTEXT, Optional.empty(), required,
                        Optional.empty()));
            }
            Optional<MacroValue> value = value(standard);
            if (value.isPresent()) {
                after.append(encode(value.get(), rule));
                return Optional.of(new MacroUse(written, standard, Outcome.FILLED, value.map(MacroValue::text),
                        required, objection(value.get(), rule)));
            }
            after.append(rule.isPresent() ? MacroValue.UNKNOWN : written);
            return Optional.of(new MacroUse(written, standard,
                    rule.isPresent() ? Outcome.VALUE_UNKNOWN : Outcome.NAME_UNKNOWN,
                    rule.map(_ -> MacroValue.UNKNOWN), required, Optional.empty()));
        }

        private Optional<MacroValue> value(String name) {
            Optional<MacroValue> given = values.valueOf(name).or(() -> Optional.ofNullable(generated.get(name)));
            if (given.isPresent()) {
                return given;
            }
            Optional<MacroValue> own = generated(name);
            own.ifPresent(value -> generated.put(name, value));
            return own;
        }
    }

    /** The elements of a list are encoded, the commas between them are not (VAST 4.3 §6.1). */
    private static String encode(MacroValue value, Optional<MacroRule> rule) {
        return switch (value) {
            case MacroValue.Withheld withheld -> withheld.text();
            case MacroValue.Elements list -> join(list.elements());
            case MacroValue.Text one -> rule.filter(MacroRule::list).isPresent() ? join(split(one.text()))
                    : UriComponent.encode(one.text());
        };
    }

    private static Optional<String> objection(MacroValue value, Optional<MacroRule> rule) {
        boolean special = value.text().equals(MacroValue.UNKNOWN) || value.text().equals(MacroValue.WITHHELD)
                || value.text().isEmpty();
        return special ? Optional.empty() : rule.flatMap(r -> r.objection(switch (value) {
            case MacroValue.Withheld withheld -> List.of();
            case MacroValue.Elements list -> list.elements();
            case MacroValue.Text one -> r.list() ? split(one.text()) : List.of(one.text());
        }));
    }

    private static String join(List<String> elements) {
        return elements.stream().map(UriComponent::encode).collect(Collectors.joining(","));
    }

    private static List<String> split(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }
}
