package io.spotcheck.orchestrator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Says in one sentence, and with its place, why a text is not the configuration that it should be. */
final class ConfigProblem {

    private static final String NOTHING = "No content to map";
    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\"", Pattern.DOTALL);
    private static final YAMLMapper PLAIN = new YAMLMapper();

    private final String text;
    private final JacksonException wrong;

    ConfigProblem(String text, JacksonException wrong) {
        this.text = text;
        this.wrong = wrong;
    }

    /** The problem, such as {@code a.yaml:3:5: There is no “nmae” here; there is name, upstream.} */
    String sentence(String name) {
        if (wrong instanceof MismatchedInputException && wrong.getOriginalMessage().startsWith(NOTHING)) {
            return name + " is empty.";
        }
        String where = place().map(p -> ":" + p.getLineNr() + ":" + Math.max(1, p.getColumnNr())).orElse("");
        return name + where + ": " + what();
    }

    private Optional<TokenStreamLocation> place() {
        return Optional.ofNullable(wrong.getLocation()).filter(p -> p.getLineNr() >= 1).or(this::placeOfPath);
    }

    /** Some values are read late, when their place is forgotten, but their path is still known. */
    private Optional<TokenStreamLocation> placeOfPath() {
        if (!(wrong instanceof DatabindException bound) || bound.getPath().isEmpty()) {
            return Optional.empty();
        }
        JsonPointer wanted = JsonPointer.empty();
        for (JacksonException.Reference step : bound.getPath()) {
            wanted = step.getPropertyName() == null ? wanted.appendIndex(Math.max(0, step.getIndex()))
                    : wanted.appendProperty(step.getPropertyName());
        }
        try (var tokens = PLAIN.createParser(text)) {
            for (JsonToken token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
                if (tokens.streamReadContext().pathAsPointer().equals(wanted)) {
                    return Optional.of(tokens.currentTokenLocation());
                }
            }
        } catch (JacksonException broken) {
            // The problem that is told is the first one.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private String what() {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown -> unknownName(unknown);
            case InvalidFormatException format -> badValue(format);
            case InvalidNullException missing -> "“" + lastName(missing) + "” has no value.";
            case MismatchedInputException mismatch when mismatch.getTargetType() != null
                    && !mismatch.getPath().isEmpty()
                    -> "“" + lastName(mismatch) + "” must be " + kind(mismatch.getTargetType()) + ".";
            default -> syntax(wrong.getOriginalMessage());
        };
    }

    private static String unknownName(UnrecognizedPropertyException unknown) {
        Collection<Object> known = Optional.ofNullable(unknown.getKnownPropertyIds()).orElse(List.of());
        return "There is no “" + unknown.getPropertyName() + "” here"
                + (known.isEmpty() ? "." : "; there is " + joined(known.toArray()) + ".");
    }

    private static String badValue(InvalidFormatException format) {
        Class<?> type = format.getTargetType();
        String start = "“" + format.getValue() + "” is not ";
        if (type != null && type.isEnum()) {
            // Error codes are written in capitals everywhere; all other names in lower case.
            boolean capitals = type.getSimpleName().endsWith("Code");
            return start + "one of " + Arrays.stream(type.getEnumConstants()).map(Object::toString)
                    .map(n -> capitals ? n : n.toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")) + ".";
        }
        // Our own readers end their sentence with what to write.
        String message = format.getOriginalMessage();
        int advice = message.lastIndexOf(": write ");
        return start + (advice < 0 ? kind(type) : kind(type) + "; " + message.substring(advice + 2)) + ".";
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "right";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Duration.class) {
            return "a duration";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() || type.getSimpleName().startsWith("Optional")) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || type.getNestHost() != type ? "a map of names and values"
                : "what belongs here";
    }

    private static String lastName(DatabindException bound) {
        return bound.getPath().stream().map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull).reduce((first, second) -> second).orElse("a value");
    }

    /** The YAML reader tells its story over several lines; the last sentence before the places is the problem. */
    private static String syntax(String message) {
        Matcher twice = TWICE.matcher(message);
        if (twice.matches()) {
            return "“" + twice.group(1) + "” is there twice.";
        }
        List<String> lines = message.lines().map(String::strip).toList();
        String told = IntStream.range(0, lines.size())
                // What is pointed at is the text itself, which its place tells of.
                .filter(i -> i + 1 == lines.size() || !lines.get(i + 1).startsWith("^")).mapToObj(lines::get)
                .filter(line -> !line.isEmpty() && !line.startsWith("in ") && !line.startsWith("^")
                        && !line.startsWith("at ["))
                .collect(Collectors.joining(", "));
        return told.endsWith(".") ? told : told + ".";
    }

    private static String joined(Object[] names) {
        return Arrays.stream(names).map(String::valueOf).collect(Collectors.joining(", "));
    }
}
