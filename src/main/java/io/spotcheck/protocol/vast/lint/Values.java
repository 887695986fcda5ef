package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.AttributeType;
import io.spotcheck.protocol.vast.catalogue.ValueType;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a value is of its type. Scans characters: it looks at every value of every document. */
final class Values {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private Values() {
    }

    static boolean isValid(String value, AttributeType attribute) {
        return attribute.type() == ValueType.ENUM ? attribute.values().contains(value.strip())
                : isValid(value, attribute.type());
    }

    static boolean isValid(String written, ValueType type) {
        // The schemas take blanks around all values but offsets and positions.
        String value = written.strip();
        return switch (type) {
            case MIME -> isMime(value);
            case INTEGER -> isInteger(value);
            case POSITIVE -> integer(value).filter(n -> n > 0).isPresent();
            case DECIMAL -> isDecimal(value);
            case BOOLEAN -> value.equals("true") || value.equals("false") || value.equals("1") || value.equals("0");
            case TIME -> isTime(value, true);
            case OFFSET -> isTime(written, false) || isPercentage(written);
            case CURRENCY -> CURRENCIES.contains(value.toUpperCase(Locale.ROOT));
            case LANGUAGE -> isLanguage(value);
            case X -> isDigits(written, 0) || written.equals("left") || written.equals("right");
            case Y -> isDigits(written, 0) || written.equals("top") || written.equals("bottom");
            case STRING, URI, VERSION, EVENT, ENUM, ELEMENTS, ANY -> true;
        };
    }

    /** A whole number with or without a sign. */
    static Optional<Long> integer(String value) {
        return isInteger(value) ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }

    private static boolean isInteger(String value) {
        int start = !value.isEmpty() && (value.charAt(0) == '-' || value.charAt(0) == '+') ? 1 : 0;
        return value.length() > start && value.length() - start <= 18 && isDigits(value, start);
    }

    private static boolean isDecimal(String value) {
        int digits = 0;
        boolean point = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else if (i > 0 || c != '-' && c != '+') {
                return false;
            }
        }
        return digits > 0;
    }

    /** Two digits each for hours, minutes and seconds, and a fraction of three digits, or of any number of them. */
    private static boolean isTime(String value, boolean anyFraction) {
        if (value.length() < 8 || value.charAt(2) != ':' || value.charAt(5) != ':') {
            return false;
        }
        for (int i = 0; i < 8; i++) {
            if (i != 2 && i != 5 && !isDigit(value.charAt(i))) {
                return false;
            }
        }
        if (value.charAt(3) > '5' || value.charAt(6) > '5'
                || anyFraction && (value.charAt(0) > '2' || value.charAt(0) == '2' && value.charAt(1) > '3')) {
            return false;
        }
        int fraction = value.length() - 9;
        return fraction < 0 || value.charAt(8) == '.' && isDigits(value, 9)
                && (anyFraction ? fraction > 0 : fraction == 3);
    }

    /** Digits with points between them, as the schemas have it: also more than 100%, which is a matter of its own. */
    private static boolean isPercentage(String value) {
        int end = value.length() - 1;
        if (end < 1 || value.charAt(end) != '%' || !isDigit(value.charAt(0)) || !isDigit(value.charAt(end - 1))) {
            return false;
        }
        for (int i = 1; i < end; i++) {
            if (!isDigit(value.charAt(i)) && (value.charAt(i) != '.' || value.charAt(i - 1) == '.')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMime(String value) {
        int parameters = value.indexOf(';');
        int length = parameters < 0 ? value.length() : parameters;
        int slash = value.indexOf('/');
        if (slash < 1 || slash >= length - 1) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (i != slash && !isDigit(c) && !isLetter(c) && "!#$&-^_.+*".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLanguage(String value) {
        int run = 0;
        boolean first = true;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == '-' || value.charAt(i) == '_') {
                if (run == 0 || run > 8 || first && (run < 2 || run > 3)) {
                    return false;
                }
                run = 0;
                first = false;
            } else if (isLetter(value.charAt(i)) || !first && isDigit(value.charAt(i))) {
                run++;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigits(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            if (!isDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
