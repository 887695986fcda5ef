package io.spotcheck.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text in which faults have been mended.
 *
 * @param text    the text after the edits
 * @param applied the fixes that have been made
 * @param edits   all their edits, in the order of the text before
 */
public record Correction(String text, List<Fix> applied, List<Edit> edits) {

    /** Keeps copies. */
    public Correction {
        applied = List.copyOf(applied);
        edits = List.copyOf(edits);
    }

    /**
     * Mends a text. Of fixes that overlap only the first is made; the others are offered again, where they are still
     * needed, when the text is linted anew.
     *
     * @param text  the text that was linted
     * @param fixes all or some of the fixes that the lint offered for it
     */
    public static Correction of(String text, List<Fix> fixes) {
        var applied = new ArrayList<Fix>();
        var taken = new TreeMap<Integer, Edit>();
        for (Fix fix : fixes) {
            if (fix.edits().stream().noneMatch(edit -> touchesOne(edit, taken))) {
                applied.add(fix);
                fix.edits().forEach(edit -> taken.put(edit.start(), edit));
            }
        }
        List<Edit> edits = List.copyOf(taken.values());
        var mended = new StringBuilder(text.length() + 64);
        int at = 0;
        for (Edit edit : edits) {
            mended.append(text, at, edit.start()).append(edit.text());
            at = edit.end();
        }
        return new Correction(mended.append(text, at, text.length()).toString(), applied, edits);
    }

    /** What was taken does not overlap: whatever touches any of it touches the next before it or the next after it. */
    private static boolean touchesOne(Edit edit, TreeMap<Integer, Edit> taken) {
        Map.Entry<Integer, Edit> before = taken.floorEntry(edit.start());
        Map.Entry<Integer, Edit> after = taken.ceilingEntry(edit.start());
        return before != null && before.getValue().touches(edit) || after != null && after.getValue().touches(edit);
    }
}
