package io.spotcheck.protocol.openrtb.request;

import io.spotcheck.protocol.SpecificationData;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which names stand for which fields, and what is offered by default: {@code request.yaml}. */
final class RequestFieldTable {

    static final RequestFieldTable STANDARD = new RequestFieldTable(
            SpecificationData.read("openrtb", "request.yaml", Document.class));

    private final Map<String, Field> extensions;
    private final Map<String, Map<String, Object>> defaults;

    private RequestFieldTable(Document document) {
        extensions = document.extensions;
        defaults = document.defaults;
    }

    private record Document(Map<String, Field> extensions, Map<String, Map<String, Object>> defaults) {
    }

    /** How a value is written. */
    enum As { TEXT, INTEGER, NUMBER, INTEGERS, TEXTS }

    /**
     * A field of the bid request.
     *
     * @param field its JSON pointer
     * @param as    how its value is written
     */
    record Field(String field, As as) {

        /**
         * A value as this field has it.
         *
         * @throws IllegalArgumentException if it cannot be one
         */
        Object value(String name, Object given) {
            try {
                return switch (as) {
                    case TEXT -> given.toString();
                    case INTEGER -> integer(given);
                    case NUMBER -> new BigDecimal(given.toString());
                    case INTEGERS -> items(given, "[,_]").map(Field::integer).toList();
                    case TEXTS -> items(given, ",").map(Object::toString).toList();
                };
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("“" + name + "” is a number, not “" + given + "”", notANumber);
            }
        }

        private static Object integer(Object given) {
            return given instanceof Boolean flag ? Integer.valueOf(flag ? 1 : 0)
                    : Integer.valueOf(given.toString().strip());
        }

        private static Stream<?> items(Object given, String separators) {
            return given instanceof List<?> list ? list.stream()
                    : Arrays.stream(given.toString().split(separators)).map(String::strip).filter(t -> !t.isEmpty());
        }
    }

    Optional<Field> extension(String name) {
        return Optional.ofNullable(extensions.get(name));
    }

    Map<String, Object> defaults(Impression.Kind kind) {
        return defaults.get(kind.member());
    }
}
