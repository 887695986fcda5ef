package io.spotcheck.protocol.openrtb.catalogue;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of values that fields take.
 *
 * @param name   its name, such as {@code ApiFramework}
 * @param about  what its values tell, in the plural
 * @param spec   the document and section that has it
 * @param values what each value means
 * @param vendor the first value that exchanges may define
 * @param above  the first value that means something by itself
 * @param soft   whether the list says of itself that it is not complete
 */
public record ListType(String name, String about, String spec, Map<Integer, String> values, Optional<Integer> vendor,
                       Optional<Integer> above, boolean soft) {

    /** Keeps a copy. */
    public ListType {
        values = Map.copyOf(values);
    }

    record Entry(String about, String spec, Map<Integer, String> values, @Nullable Integer vendor,
                 @Nullable Integer above, boolean soft) {

        ListType toType(String name) {
            return new ListType(name, about, spec, values, Optional.ofNullable(vendor), Optional.ofNullable(above),
                    soft);
        }
    }

    /** Whether the value may be used. */
    public boolean allows(int value) {
        return values.containsKey(value) || vendor.filter(from -> value >= from).isPresent()
                || above.filter(from -> value >= from).isPresent();
    }

    /** What a value means, if the list says so. */
    public Optional<String> meaning(int value) {
        return Optional.ofNullable(values.get(value));
    }
}
