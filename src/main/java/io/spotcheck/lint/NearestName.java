package io.spotcheck.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that was meant when a name is not known, by counting typing errors: letters that must be put in, taken
 * out or changed. Case counts for nothing.
 *
 * @param swap for how many typing errors two neighbours in the wrong order count, 1 or more; from 2 on they count as
 *             two letters that must be changed
 */
public record NearestName(int swap) {

    /**
     * The known name with the fewest typing errors, the first of several; empty when none is near enough.
     *
     * @param limit how many typing errors there may be, 0 or more; with 0 only the case may differ
     */
    public Optional<String> of(String written, List<String> known, int limit) {
        String lower = written.toLowerCase(Locale.ROOT);
        Optional<String> best = Optional.empty();
        int least = limit + 1;
        for (String name : known) {
            int errors = errors(lower, name.toLowerCase(Locale.ROOT), least);
            if (errors < least) {
                least = errors;
                best = Optional.of(name);
            }
        }
        return best;
    }

    /** The typing errors between two names; no more than the bound, since nobody asks further. */
    private int errors(String from, String to, int bound) {
        if (Math.abs(from.length() - to.length()) >= bound) {
            return bound;
        }
        int[][] rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : errors(from, i, to, j, rows);
            }
        }
        return Math.min(bound, rows[from.length()][to.length()]);
    }

    private int errors(String from, int i, String to, int j, int[][] rows) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(rows[i - 1][j - 1] + change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + swap) : least;
    }
}
