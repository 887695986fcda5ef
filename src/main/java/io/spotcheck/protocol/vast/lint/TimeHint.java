package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.ValueType;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right form of a time that is written wrongly, where there can be no doubt about what is meant. */
final class TimeHint {

    private static final Pattern PARTS = Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(\\.\\d{1,3})?");
    private static final Pattern MINUTES = Pattern.compile("\\d{1,2}:\\d{1,2}(\\.\\d{1,3})?");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,5})s?");

    private TimeHint() {
    }

    /** A sentence that follows another one, or nothing. */
    static String of(String value, ValueType type) {
        if (type != ValueType.TIME && type != ValueType.OFFSET) {
            return "";
        }
        return corrected(value).map(right -> " Perhaps " + right + " is meant.").orElse("");
    }

    static Optional<String> corrected(String value) {
        Matcher seconds = SECONDS.matcher(value.strip());
        if (seconds.matches()) {
            return Optional.of(format(Duration.ofSeconds(Long.parseLong(seconds.group(1)))));
        }
        return padded(value.strip());
    }

    /** The time with the zeros that are missing, where it has hours, minutes and seconds, or minutes and seconds. */
    static Optional<String> padded(String value) {
        Matcher parts = PARTS.matcher(MINUTES.matcher(value).matches() ? "0:" + value : value);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 59 || Integer.parseInt(parts.group(3)) > 59) {
            return Optional.empty();
        }
        String fraction = Optional.ofNullable(parts.group(4)).map(f -> (f + "00").substring(0, 4)).orElse("");
        return Optional.of(String.format(Locale.ROOT, "%02d:%02d:%02d%s", Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)), fraction));
    }

    private static String format(Duration time) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", time.toHours(), time.toMinutesPart(),
                time.toSecondsPart());
    }
}
