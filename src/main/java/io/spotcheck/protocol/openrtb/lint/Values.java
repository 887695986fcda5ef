package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonElement.Kind;
import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.ListType;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Whether a value is of its type, in its range and of its list. */
final class Values {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Values() {
    }

    static boolean isOf(JsonElement value, FieldType field) {
        return switch (field.kind()) {
            case STRING -> value.kind() == Kind.STRING;
            case INTEGER -> isWhole(value);
            case NUMBER -> value.kind() == Kind.NUMBER;
            case FLAG -> value.integer().equals(OptionalInt.of(0)) || value.integer().equals(OptionalInt.of(1));
            case ANY_OBJECT, OBJECT -> value.isObject();
        };
    }

    private static boolean isWhole(JsonElement value) {
        if (value.kind() != Kind.NUMBER) {
            return false;
        }
        String text = value.text();
        for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return value.number().filter(n -> n.stripTrailingZeros().scale() <= 0).isPresent();
            }
        }
        return true;
    }

    static boolean isQuotedNumber(JsonElement value, FieldType field) {
        return value.kind() == Kind.STRING && NUMBER.matcher(value.text()).matches() && switch (field.kind()) {
            case INTEGER, NUMBER, FLAG -> true;
            case STRING, ANY_OBJECT, OBJECT -> false;
        };
    }

    static String expected(FieldType field) {
        return switch (field.kind()) {
            case STRING -> "a text";
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case FLAG -> "0 or 1";
            case ANY_OBJECT, OBJECT -> "an object";
        };
    }

    /** What a value is, for people. */
    static String kind(JsonElement value) {
        return switch (value.kind()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a text";
            case NUMBER -> value.text();
            case BOOLEAN -> value.text();
            case NULL -> "null";
        };
    }

    /** Judges a value of the right type. */
    static void judge(JsonElement value, FieldType field, ObjectType type, RtbPass pass) {
        switch (field.kind()) {
            case STRING -> text(value, field, type, pass);
            case INTEGER, NUMBER -> number(value, field, type, pass);
            case ANY_OBJECT -> {
                if (value.members().isEmpty()) {
                    pass.report("ORTB-EMPTY-OBJECT", value, field.name() + " is empty.",
                            type.spec(pass.release(type.family())));
                }
            }
            case FLAG, OBJECT -> {
                // The one is right already, the other is judged as an object.
            }
        }
    }

    private static void text(JsonElement value, FieldType field, ObjectType type, RtbPass pass) {
        if (value.text().isBlank()) {
            pass.report("ORTB-EMPTY-STRING", value, field.name() + " is empty; leave it out instead.",
                    type.spec(pass.release(type.family())));
        } else {
            field.format().ifPresent(format -> Formats.judge(value, field, format, type, pass));
        }
    }

    private static void number(JsonElement value, FieldType field, ObjectType type, RtbPass pass) {
        BigDecimal number = value.number().orElse(BigDecimal.ZERO);
        String spec = type.spec(pass.release(type.family()));
        if (field.list().isPresent()) {
            ListType list = field.list().get();
            OptionalInt listed = value.integer();
            if (listed.isEmpty() || !list.allows(listed.getAsInt())) {
                pass.report(CatalogueRules.unlisted(list), value, field.name() + " is " + value.text()
                        + ", which is not among the " + list.about() + ".");
            }
        } else if (field.min().filter(min -> number.compareTo(min) < 0).isPresent()) {
            pass.report("ORTB-VALUE-LOW", value, field.name() + " is " + value.text() + "; the least is "
                    + field.min().get() + ".", spec);
        } else if (field.max().filter(max -> number.compareTo(max) > 0).isPresent()) {
            pass.report("ORTB-VALUE-HIGH", value, field.name() + " is " + value.text() + "; the most is "
                    + field.max().get() + ".", spec);
        }
    }
}
