package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.AttributeType;
import io.spotcheck.protocol.vast.catalogue.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The right spelling of a value that is wrong, where only its form is, and nobody can doubt what is meant. */
final class Respelling {

    private Respelling() {
    }

    static Optional<String> of(String value, AttributeType attribute) {
        if (attribute.type() != ValueType.ENUM) {
            return of(value, attribute.type());
        }
        String lower = value.strip().toLowerCase(Locale.ROOT);
        List<String> same = attribute.values().stream().filter(v -> v.toLowerCase(Locale.ROOT).equals(lower)).toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    static Optional<String> of(String value, ValueType type) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return (switch (type) {
            case BOOLEAN -> bool(plain);
            case TIME -> TimeHint.padded(plain);
            case OFFSET -> plain.endsWith("%") ? Optional.of(plain.replace(" ", "")) : TimeHint.padded(plain);
            case INTEGER, POSITIVE, X, Y -> Optional.of(
                    plain.endsWith("px") ? plain.substring(0, plain.length() - 2).strip() : plain);
            default -> Optional.<String>empty();
        }).filter(right -> !right.isEmpty() && Values.isValid(right, type));
    }

    private static Optional<String> bool(String value) {
        return switch (value) {
            case "true", "yes", "y" -> Optional.of("true");
            case "false", "no", "n" -> Optional.of("false");
            default -> Optional.empty();
        };
    }
}
