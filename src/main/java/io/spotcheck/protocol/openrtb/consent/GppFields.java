package io.spotcheck.protocol.openrtb.consent;

import com.iab.gpp.encoder.section.EncodableSection;
import io.spotcheck.protocol.SpecificationData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The fields of a GPP section as texts. The library does not list what a section has; it can be asked for each. */
final class GppFields {

    private static final List<String> NAMES = SpecificationData.read("openrtb", "gpp.yaml", Document.class).fields;
    private static final int MOST_ITEMS = 20;

    private GppFields() {
    }

    private record Document(List<String> fields) {
    }

    static Map<String, String> of(EncodableSection section) {
        var fields = new LinkedHashMap<String, String>();
        NAMES.stream().filter(section::hasField).forEach(name -> {
            Object value = section.getFieldValue(name);
            if (value != null) {
                fields.put(words(name), text(value));
            }
        });
        return fields;
    }

    /** {@code SaleOptOut} as {@code sale opt out}. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String text(Object value) {
        return switch (value) {
            case Boolean flag -> flag ? "yes" : "no";
            case List<?> list when !list.isEmpty() && list.getFirst() instanceof Boolean ->
                    // A row of answers: the numbers of those that say yes.
                    joined(IntStream.range(0, list.size()).filter(i -> Boolean.TRUE.equals(list.get(i)))
                            .mapToObj(i -> String.valueOf(i + 1)), list.size());
            case List<?> list -> joined(list.stream().map(String::valueOf), list.size());
            default -> value.toString();
        };
    }

    private static String joined(Stream<String> items, int size) {
        String text = items.limit(MOST_ITEMS).collect(Collectors.joining(", "));
        boolean more = size > MOST_ITEMS && text.split(", ").length == MOST_ITEMS;
        return text.isEmpty() ? "none" : more ? text + " …" : text;
    }
}
