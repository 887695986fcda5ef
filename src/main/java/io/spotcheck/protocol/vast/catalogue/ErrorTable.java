package io.spotcheck.protocol.vast.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The error codes of VAST (VAST 4.3 §2.3.6). Immutable; read once from {@code errors.yaml}. */
public final class ErrorTable {

    private final Map<Integer, ErrorType> errors;

    private ErrorTable(Document document) {
        var types = new TreeMap<Integer, ErrorType>();
        document.errors.forEach((code, error) -> types.put(code, error.toType(code)));
        errors = Collections.unmodifiableMap(types);
    }

    private record Document(Map<Integer, Entry> errors) {
    }

    private record Entry(String moment, String in, @Nullable String deprecated, String meaning,
                         @Nullable String why) {

        ErrorType toType(int code) {
            return new ErrorType(code, meaning, ErrorType.Moment.parse(moment), VersionSet.parse(in),
                    deprecated == null ? VersionSet.NONE : VersionSet.parse(deprecated), Optional.ofNullable(why));
        }
    }

    /** Reading waits until somebody asks. */
    private static final class Standard {

        private static final ErrorTable INSTANCE = new ErrorTable(VastData.read("errors.yaml", Document.class));
    }

    /** The table of the versions up to 4.3. */
    public static ErrorTable standard() {
        return Standard.INSTANCE;
    }

    /** Every error, by its code. */
    public Collection<ErrorType> errors() {
        return errors.values();
    }

    /** One error. */
    public Optional<ErrorType> error(int code) {
        return Optional.ofNullable(errors.get(code));
    }
}
