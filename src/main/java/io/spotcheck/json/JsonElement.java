package io.spotcheck.json;

import io.spotcheck.resolution.Location;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value and where it stands. Values of a document that has been read never change.
 *
 * <p>A class rather than a record, because a value knows its parent, from which its pointer is made when it is asked
 * for.
 */
public final class JsonElement {

    /** What a value is. */
    public enum Kind {
        /** Members by name. */
        OBJECT,
        /** Items in order. */
        ARRAY,
        /** A text. */
        STRING,
        /** A number. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** Nothing. */
        NULL
    }

    private final @Nullable JsonElement parent;
    private final String name;
    private final int index;
    private final Kind kind;
    private final String text;
    private final int line;
    private final int column;
    private final int start;
    private List<JsonMember> members = List.of();
    private List<JsonElement> items = List.of();
    private int end;

    JsonElement(@Nullable JsonElement parent, String name, int index, Kind kind, String text, int line, int column,
                int start) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.kind = kind;
        this.text = text;
        this.line = line;
        this.column = column;
        this.start = start;
        end = start;
    }

    void complete(List<JsonMember> allMembers, List<JsonElement> allItems, int endOffset) {
        members = List.copyOf(allMembers);
        items = List.copyOf(allItems);
        end = endOffset;
    }

    void endAt(int endOffset) {
        end = endOffset;
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    /** Whether it is an array. */
    public boolean isArray() {
        return kind == Kind.ARRAY;
    }

    /** The value around this one. */
    public Optional<JsonElement> parent() {
        return Optional.ofNullable(parent);
    }

    /** The members of an object in the order of writing, doubled names among them; empty for everything else. */
    public List<JsonMember> members() {
        return members;
    }

    /** The items of an array; empty for everything else. */
    public List<JsonElement> items() {
        return items;
    }

    /** The member of that name; of several the last one, as parsers have it. */
    public Optional<JsonElement> member(String memberName) {
        for (int i = members.size() - 1; i >= 0; i--) {
            if (members.get(i).name().equals(memberName)) {
                return Optional.of(members.get(i).value());
            }
        }
        return Optional.empty();
    }

    /** Whether there is a member of that name whose value is not null. */
    public boolean has(String memberName) {
        return member(memberName).filter(m -> m.kind != Kind.NULL).isPresent();
    }

    /** The value at this path of member names below. */
    public Optional<JsonElement> descend(String... names) {
        Optional<JsonElement> here = Optional.of(this);
        for (String step : names) {
            here = here.flatMap(e -> e.member(step));
        }
        return here;
    }

    /** The items of the array that is the member of that name; none when there is no such array. */
    public List<JsonElement> items(String memberName) {
        return member(memberName).map(JsonElement::items).orElse(List.of());
    }

    /** The text of a string, the digits of a number as written, {@code true} or {@code false}; empty for the others. */
    public String text() {
        return text;
    }

    /** The text, when this is a string. */
    public Optional<String> string() {
        return kind == Kind.STRING ? Optional.of(text) : Optional.empty();
    }

    /** The text of the member of that name, when it is a string. */
    public Optional<String> string(String memberName) {
        return member(memberName).flatMap(JsonElement::string);
    }

    /** The number, when this is one whose exponent an {@code int} holds. */
    public Optional<BigDecimal> number() {
        return kind == Kind.NUMBER ? decimal() : Optional.empty();
    }

    /** The number of the member of that name, when it is one. */
    public Optional<BigDecimal> number(String memberName) {
        return member(memberName).flatMap(JsonElement::number);
    }

    /** The whole number, when this is one that an {@code int} holds; {@code 2.0} is one. */
    public OptionalInt integer() {
        if (kind != Kind.NUMBER) {
            return OptionalInt.empty();
        }
        Optional<BigDecimal> number = decimal();
        // A huge exponent would be written out digit by digit before it is found too large.
        if (number.isEmpty() || (long) number.get().precision() - number.get().scale() > 11) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(number.get().intValueExact());
        } catch (ArithmeticException notWhole) {
            return OptionalInt.empty();
        }
    }

    /** What JSON allows is not always a number that can be held: an exponent may have any number of digits. */
    private Optional<BigDecimal> decimal() {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException beyondAllLimits) {
            return Optional.empty();
        }
    }

    /** The whole number of the member of that name, when it is one. */
    public OptionalInt integer(String memberName) {
        Optional<JsonElement> member = member(memberName);
        return member.isPresent() ? member.get().integer() : OptionalInt.empty();
    }

    /** The truth value, when this is one. */
    public Optional<Boolean> bool() {
        return kind == Kind.BOOLEAN ? Optional.of(text.equals("true")) : Optional.empty();
    }

    /** The strings of the array that is the member of that name. */
    public Stream<String> strings(String memberName) {
        return items(memberName).stream().map(JsonElement::string).flatMap(Optional::stream);
    }

    /** The value at a JSON pointer below this one (RFC 6901); the empty pointer is the value itself. */
    public Optional<JsonElement> at(String pointer) {
        if (pointer.isEmpty()) {
            return Optional.of(this);
        }
        if (!pointer.startsWith("/")) {
            return Optional.empty();
        }
        Optional<JsonElement> here = Optional.of(this);
        for (String step : pointer.substring(1).split("/", -1)) {
            String key = step.replace("~1", "/").replace("~0", "~");
            here = here.flatMap(e -> e.step(key));
        }
        return here;
    }

    private Optional<JsonElement> step(String key) {
        if (kind != Kind.ARRAY) {
            return member(key);
        }
        boolean number = !key.isEmpty() && key.length() < 10 && key.chars().allMatch(c -> c >= '0' && c <= '9')
                && (key.length() == 1 || key.charAt(0) != '0');
        return number && Integer.parseInt(key) < items.size() ? Optional.of(items.get(Integer.parseInt(key)))
                : Optional.empty();
    }

    /** The offset of the first character in the document's text. */
    public int start() {
        return start;
    }

    /** The offset behind the last character. */
    public int end() {
        return end;
    }

    /** Where the value stands; the path is its JSON pointer. */
    public Location location() {
        return new Location(line, column, pointer());
    }

    /** The JSON pointer from the root, such as {@code /imp/0/video}; the root's own is empty. */
    public String pointer() {
        var pointer = new StringBuilder();
        appendPointer(pointer);
        return pointer.toString();
    }

    private void appendPointer(StringBuilder pointer) {
        if (parent != null) {
            parent.appendPointer(pointer);
            pointer.append('/').append(parent.kind == Kind.ARRAY ? String.valueOf(index)
                    : name.replace("~", "~0").replace("/", "~1"));
        }
    }

    @Override
    public String toString() {
        return kind + " at " + location();
    }
}
