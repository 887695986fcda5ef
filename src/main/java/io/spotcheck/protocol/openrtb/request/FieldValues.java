package io.spotcheck.protocol.openrtb.request;

import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.Format;
import io.spotcheck.protocol.openrtb.catalogue.ListType;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import io.spotcheck.protocol.openrtb.terms.Floor;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether fields of a bid request that is put together have values that they can have. What the catalogue does not know
 * may have any value; whoever wants to send a wrong one sends a complete request.
 */
final class FieldValues {

    private static final int MOST_NAMED = 12;

    private FieldValues() {
    }

    /**
     * Checks the fields of a bid request.
     *
     * @throws IllegalArgumentException if one of them has a value that it cannot have; the message says which, and what
     *                                  it can have
     */
    static void checkRequest(Map<String, Object> fields) {
        object(fields, RtbCatalogue.standard().object("BidRequest"), "");
    }

    /**
     * Checks the fields of an impression, as {@link #checkRequest} does those of a request.
     *
     * @param path what stands before the names of its fields in a message
     */
    static void checkImpression(Map<?, ?> imp, String path) {
        object(imp, RtbCatalogue.standard().object("Imp"), path);
    }

    private static void object(Map<?, ?> members, ObjectType type, String path) {
        members.forEach((name, value) -> type.field(String.valueOf(name)).ifPresent(field -> {
            // Native requests may be written as the object that their text holds.
            boolean text = type.name().equals("Native") && field.name().equals("request") && value instanceof Map<?, ?>;
            if (value != null && !text) {
                field(value, field, path + field.name());
            }
        }));
    }

    private static void field(Object value, FieldType field, String path) {
        if (!field.isArray()) {
            item(value, field, path);
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                Optional<?> item = Optional.ofNullable(items.get(i));
                item(item.map(Object.class::cast).orElse("null"), field, path + "[" + i + "]");
            }
        } else {
            throw wrong(path, "is a list, not " + named(value));
        }
    }

    private static void item(Object value, FieldType field, String path) {
        switch (field.kind()) {
            case STRING -> text(value, field, path);
            case INTEGER -> whole(value, field, path);
            case NUMBER -> {
                if (!(value instanceof Number)) {
                    throw wrong(path, "is a number, not " + named(value));
                }
                least(value, field, path);
            }
            case FLAG -> {
                if (!(value instanceof Number number) || number.doubleValue() != 0 && number.doubleValue() != 1) {
                    throw wrong(path, "is 0 or 1, not " + named(value));
                }
            }
            case ANY_OBJECT, OBJECT -> {
                if (!(value instanceof Map<?, ?> members)) {
                    throw wrong(path, "is an object, not " + named(value));
                }
                field.object().ifPresent(type -> object(members, type, path + "."));
            }
        }
    }

    private static void text(Object value, FieldType field, String path) {
        if (!(value instanceof CharSequence)) {
            throw wrong(path, "is a text, not " + named(value) + (value instanceof Number ? "; put it in quotes" : ""));
        }
        if (field.format().filter(Format.CURRENCY::equals).isPresent() && !isCurrency(value.toString())) {
            throw wrong(path, "is a currency of ISO 4217 such as " + Floor.DEFAULT_CURRENCY + ", not “" + value + "”");
        }
    }

    private static void whole(Object value, FieldType field, String path) {
        Optional<BigDecimal> number = value instanceof Number
                ? Optional.of(new BigDecimal(value.toString()).stripTrailingZeros()) : Optional.empty();
        if (number.filter(n -> n.scale() <= 0).isEmpty()) {
            throw wrong(path, "is a whole number, not " + named(value) + allowed(field));
        }
        boolean listed = field.list().isEmpty() || number.get().abs().compareTo(BigDecimal.valueOf(1_000_000)) < 0
                && field.list().get().allows(number.get().intValue());
        if (!listed) {
            throw wrong(path, "cannot be " + value + allowed(field));
        }
        least(value, field, path);
    }

    private static void least(Object value, FieldType field, String path) {
        if (field.min().filter(min -> new BigDecimal(value.toString()).compareTo(min) < 0).isPresent()) {
            throw wrong(path, "is " + field.min().get() + " at least, not " + value);
        }
    }

    /** What a list has, as long as a sentence can hold it. */
    private static String allowed(FieldType field) {
        if (field.list().isEmpty()) {
            return "";
        }
        ListType list = field.list().get();
        String others = list.vendor().map(v -> ", or " + v + " and above").orElse("");
        return list.values().size() > MOST_NAMED ? "; see " + list.spec()
                : "; it is " + list.values().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(v -> v.getKey() + " (" + v.getValue() + ")").collect(Collectors.joining(", ")) + others;
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static String named(Object value) {
        return switch (value) {
            case CharSequence text -> "“" + text + "”";
            case List<?> list -> "a list";
            case Map<?, ?> map -> "an object";
            default -> value.toString();
        };
    }

    private static IllegalArgumentException wrong(String path, String what) {
        return new IllegalArgumentException("the field “" + path + "” " + what);
    }
}
