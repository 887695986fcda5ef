package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.lint.NearestName;
import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the field that was meant when a name is not known. Cautious, because exchanges put names of their own beside
 * those of the specification: one typing error in a name of four letters, two in one of eight.
 */
final class Spelling {

    private static final NearestName NEAREST = new NearestName(1);
    private static final int MEMORY = 2_000;
    private static final int LONGEST = 40;

    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

    Optional<String> field(String written, ObjectType type) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String key = type.name() + "." + written;
        Optional<String> found = known.get(key);
        if (found == null) {
            found = nearest(written, type);
            if (known.size() < MEMORY) {
                known.put(key, found);
            }
        }
        return found;
    }

    private static Optional<String> nearest(String written, ObjectType type) {
        int limit = written.length() < 4 ? 0 : written.length() < 8 ? 1 : 2;
        return NEAREST.of(written, type.fields().stream().map(FieldType::name).toList(), limit);
    }
}
