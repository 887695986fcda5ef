package io.spotcheck.desktop.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a text has what was searched for, and which of these places is the current one.
 *
 * @param all     the places in the order of the text, none overlapping
 * @param current the current one, from 0; -1 when there is none
 * @param more    whether there are more than were counted
 */
record Hits(List<Hit> all, int current, boolean more) {

    /** How many places a search finds at most. */
    static final int MOST = 100_000;
    /** Nothing was found, or searched for. */
    static final Hits NONE = new Hits(List.of(), -1, false);

    /**
     * A place in a text.
     *
     * @param start where it begins
     * @param end   where it ends, exclusive
     */
    record Hit(int start, int end) {
    }

    /** Searches a text. Takes time for a large one. */
    static Hits in(String text, String wanted, boolean matchCase) {
        if (wanted.isEmpty()) {
            return NONE;
        }
        int flags = Pattern.LITERAL | (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Matcher matcher = Pattern.compile(wanted, flags).matcher(text);
        var found = new ArrayList<Hit>();
        while (found.size() < MOST && matcher.find()) {
            found.add(new Hit(matcher.start(), matcher.end()));
        }
        return new Hits(List.copyOf(found), -1, found.size() == MOST && matcher.find());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The same, and the current one is the first that begins at an offset or behind it; the first after the last. */
    Hits from(int offset) {
        int index = firstEndingAfter(offset);
        while (index < all.size() && all.get(index).start() < offset) {
            index++;
        }
        return at(index);
    }

    /** The same, and the current one is the one that stands exactly there, if one does. */
    Hits standingAt(int start, int end) {
        return new Hits(all, all.indexOf(new Hit(start, end)), more);
    }

    /** The same, and the next one is the current one; behind an offset, when none is current. */
    Hits next(int offset) {
        return current < 0 ? from(offset) : at(current + 1);
    }

    /** The same, and the one before is the current one; before an offset, when none is current. */
    Hits previous(int offset) {
        return at(current < 0 ? from(offset).current - 1 : current - 1);
    }

    /** The places that lie in a range, wholly or in part. */
    List<Hit> within(int start, int end) {
        int first = firstEndingAfter(start);
        int last = first;
        while (last < all.size() && all.get(last).start() < end) {
            last++;
        }
        return all.subList(first, last);
    }

    /** Whether this place is the current one. */
    boolean isCurrent(Hit hit) {
        return current >= 0 && all.get(current).equals(hit);
    }

    private Hits at(int index) {
        return all.isEmpty() ? this : new Hits(all, Math.floorMod(index, all.size()), more);
    }

    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
