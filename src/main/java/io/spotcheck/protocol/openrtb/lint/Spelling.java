package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the field that was meant when a name is not known. Cautious, because exchanges put names of their own beside
 * those of the specification: one typing error in a name of four letters, two in one of eight.
 */
final class Spelling {

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
        String lower = written.toLowerCase(Locale.ROOT);
        int limit = lower.length() < 4 ? 0 : lower.length() < 8 ? 1 : 2;
        Optional<String> best = Optional.empty();
        int least = limit + 1;
        for (FieldType field : type.fields()) {
            int distance = distance(lower, field.name(), least);
            if (distance < least) {
                least = distance;
                best = Optional.of(field.name());
            }
        }
        return best;
    }

    /** How many letters must be put in, taken out, changed or swapped with the next; no more than the limit. */
    private static int distance(String from, String to, int limit) {
        if (Math.abs(from.length() - to.length()) >= limit) {
            return limit;
        }
        int[][] rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                rows[i][j] = Math.min(rows[i - 1][j - 1] + change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[from.length()][to.length()];
    }
}
