package io.spotcheck.protocol.custom;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.RequestFields;
import io.spotcheck.ad.Timecode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with fields of the request in braces, such as {@code /slots/{slotId}}. The names of the fields are those of
 * {@link RequestFields#value}; every other name is that of an extension. The times {@code contentDuration} and
 * {@code playheadPosition} are seconds, {@code {contentDuration|ms}} milliseconds, and
 * {@code {contentDuration|timecode}} a {@code hh:mm:ss.mmm}. Braces around anything else stand for themselves.
 *
 * @param text the text
 */
record Template(String text) {

    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_.-]*)(?:\\|([A-Za-z]+))?}");
    private static final Set<String> TIMES = Set.of("contentDuration", "playheadPosition");
    private static final Set<String> NUMBERS = Set.of("contentDuration", "playheadPosition", "playerWidth",
            "playerHeight", "geo.latitude", "geo.longitude");

    /**
     * Reads the template of an option.
     *
     * @throws IllegalArgumentException if it asks for a field in a form that there is not
     */
    static Template of(String option, String text) {
        FIELD.matcher(text).results().filter(field -> field.group(2) != null).forEach(field -> {
            boolean known = TIMES.contains(field.group(1))
                    && (field.group(2).equals("ms") || field.group(2).equals("timecode"));
            if (!known) {
                throw Section.wrong(option, "has “" + field.group() + "”; “|ms” and “|timecode” are for "
                        + "contentDuration and playheadPosition");
            }
        });
        return new Template(text);
    }

    /** The names of the fields in it that a request does not hold. */
    List<String> missing(AdRequest request) {
        return FIELD.matcher(text).results().filter(field -> value(field, request).isEmpty())
                .map(field -> field.group(1)).distinct().toList();
    }

    /** The text with all fields filled, unless the request lacks one of them. */
    Optional<String> complete(AdRequest request, Escaping escaping) {
        return missing(request).isEmpty() ? Optional.of(fill(request, escaping)) : Optional.empty();
    }

    /** The text with all fields filled; those that the request lacks are empty. */
    String fill(AdRequest request, Escaping escaping) {
        return FIELD.matcher(text).replaceAll(field -> Matcher.quoteReplacement(
                escaping.apply(value(field, request).map(Template::plain).orElse(""))));
    }

    /**
     * The value that it stands for, unless the request lacks a field of it: of a template that is one field and nothing
     * else the field's own value, a text, number, truth value, list or map; of every other one its text.
     */
    Optional<Object> value(AdRequest request) {
        Matcher field = FIELD.matcher(text);
        return field.matches() ? value(field.toMatchResult(), request)
                : complete(request, Escaping.NONE).map(Object.class::cast);
    }

    /** The texts that it stands for: several when it is one field whose value is a list. */
    List<String> texts(AdRequest request) {
        return value(request).map(value -> value instanceof Collection<?> list
                ? list.stream().map(Template::plain).toList() : List.of(plain(value))).orElse(List.of());
    }

    private static Optional<Object> value(MatchResult field, AdRequest request) {
        String name = field.group(1);
        if (field.group(2) != null) {
            Optional<Duration> time = name.equals("contentDuration") ? request.contentDuration()
                    : request.playheadPosition();
            return field.group(2).equals("ms") ? time.map(Duration::toMillis) : time.map(Timecode::of);
        }
        Optional<String> text = RequestFields.value(request, name);
        if (NUMBERS.contains(name)) {
            return text.map(BigDecimal::new);
        }
        // The names of the request's own fields come first: an extension of such a name is not theirs.
        return Optional.ofNullable(request.extensions().get(name))
                .filter(own -> text.equals(Optional.of(own.toString())))
                .or(() -> text);
    }

    private static String plain(Object value) {
        return switch (value) {
            case Collection<?> list -> list.stream().map(Template::plain).collect(Collectors.joining(","));
            case Map<?, ?> map -> Escaping.json(map);
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
