package io.spotcheck.json;

import io.spotcheck.json.JsonElement.Kind;
import io.spotcheck.resolution.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON in one pass (RFC 8259). Depth and the lengths of names, texts and numbers are limited. */
public final class JsonReader {

    /** How deep values may be nested. */
    public static final int MAX_DEPTH = 128;
    private static final int MAX_NAME_LENGTH = 1_000;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final Pattern PLACE = Pattern.compile("\\s*(\\(start marker|\\n)? at \\[Source.*", Pattern.DOTALL);

    private final JsonFactory factory;

    /** A reader with the standard limits. Safe for use by many threads. */
    public JsonReader() {
        factory = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH).maxNameLength(MAX_NAME_LENGTH).maxNumberLength(MAX_NUMBER_LENGTH)
                // The text is in memory already, and was limited on the way there.
                .maxStringLength(Integer.MAX_VALUE).build()).build();
    }

    /**
     * Reads a document.
     *
     * @param text the text, without byte order mark
     * @return the value that is the document
     * @throws MalformedJsonException if it is not JSON, or goes beyond a limit
     */
    public JsonElement read(String text) throws MalformedJsonException {
        var reading = new Reading();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            reading.source = parser;
            if (parser.nextToken() == null) {
                throw new MalformedJsonException("There is no value.", new Location(1, 1, ""), false,
                        new IllegalStateException());
            }
            JsonElement root = reading.value(parser, null, "", 0);
            if (parser.nextToken() != null) {
                TokenStreamLocation at = parser.currentTokenLocation();
                throw malformed(text, "Something follows the end of the document.",
                        new Location(at.getLineNr(), at.getColumnNr(), ""), new IllegalStateException());
            }
            return root;
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            String pointer = reading.innermost == null ? "" : reading.innermost.pointer();
            var place = new Location(at == null ? 1 : Math.max(1, at.getLineNr()),
                    at == null ? 1 : Math.max(1, at.getColumnNr()), pointer);
            if (broken instanceof StreamConstraintsException limit) {
                throw new MalformedJsonException(beyond(limit), reading.reached(place), true, broken);
            }
            throw malformed(text, PLACE.matcher(String.valueOf(broken.getOriginalMessage())).replaceAll(""), place,
                    broken);
        }
    }

    /** What a parser says of its expectations is of little use to who wrote the document. */
    private static MalformedJsonException malformed(String text, String otherwise, Location place, Exception cause) {
        Optional<JsonFault> fault = JsonFault.in(text);
        return new MalformedJsonException(fault.map(JsonFault::message).orElse(otherwise),
                fault.map(f -> f.location(text, place.path())).orElse(place), false, cause);
    }

    private static String beyond(StreamConstraintsException limit) {
        String original = String.valueOf(limit.getOriginalMessage());
        return original.contains("depth") ? "Values are nested more than " + MAX_DEPTH + " deep."
                : original.contains("Number") ? "A number has more than " + MAX_NUMBER_LENGTH + " characters."
                : original.contains("ame") ? "A name has more than " + MAX_NAME_LENGTH + " characters."
                : "The document goes beyond what is read.";
    }

    private static final class Reading {

        private @Nullable JsonElement innermost;
        private @Nullable JsonParser source;

        /** Where reading came to: a limit may be told without a place. */
        private Location reached(Location told) {
            if (told.line() > 1 || told.column() > 1 || source == null) {
                return told;
            }
            TokenStreamLocation here = source.currentLocation();
            return new Location(Math.max(1, here.getLineNr()), Math.max(1, here.getColumnNr()), told.path());
        }

        private JsonElement value(JsonParser parser, @Nullable JsonElement parent, String name, int index) {
            JsonToken token = parser.currentToken();
            Kind kind = switch (token) {
                case START_OBJECT -> Kind.OBJECT;
                case START_ARRAY -> Kind.ARRAY;
                case VALUE_STRING -> Kind.STRING;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
                case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
                case VALUE_NULL -> Kind.NULL;
                default -> throw new IllegalStateException("a value cannot begin with " + token);
            };
            TokenStreamLocation at = parser.currentTokenLocation();
            // Reading the text moves the parser to its end, which is asked for next.
            String text = kind == Kind.OBJECT || kind == Kind.ARRAY || kind == Kind.NULL ? "" : parser.getString();
            var element = new JsonElement(parent, name, index, kind, text, at.getLineNr(), at.getColumnNr(),
                    (int) at.getCharOffset());
            switch (kind) {
                case OBJECT -> object(parser, element);
                case ARRAY -> array(parser, element);
                default -> element.endAt((int) parser.currentLocation().getCharOffset());
            }
            return element;
        }

        private void object(JsonParser parser, JsonElement element) {
            innermost = element;
            List<JsonMember> members = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.add(new JsonMember(name, value(parser, element, name, 0)));
            }
            close(parser, element, members, List.of());
        }

        private void array(JsonParser parser, JsonElement element) {
            innermost = element;
            List<JsonElement> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser, element, "", items.size()));
            }
            close(parser, element, List.of(), items);
        }

        private void close(JsonParser parser, JsonElement element, List<JsonMember> members,
                           List<JsonElement> items) {
            element.complete(members, items, (int) parser.currentLocation().getCharOffset());
            innermost = element.parent().orElse(null);
        }
    }
}
