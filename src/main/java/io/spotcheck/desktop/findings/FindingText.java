package io.spotcheck.desktop.findings;

import io.spotcheck.desktop.findings.FindingsModel.Row;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import java.util.ArrayList;
import java.util.Optional;

/** How a finding is written: its severity as shape and word, its place, its rule and its section. */
final class FindingText {

    private static final Messages TEXTS = Messages.of(FindingText.class);

    private FindingText() {
    }

    /** The whole finding in one line. */
    static String of(Row row) {
        Finding finding = row.finding();
        return markOf(finding.severity()).shape() + " " + word(finding.severity()) + "  " + finding.rule()
                + place(finding).map(p -> "  " + p).orElse("") + "  " + finding.message()
                + finding.spec().map(s -> "  (" + s + ")").orElse("")
                + (row.node().isEmpty() ? "" : "  – " + row.node());
    }

    /** The rule, the section and the node, and the place where there is no column for it. */
    static String about(Row row, boolean withPlace) {
        var words = new ArrayList<String>();
        if (withPlace) {
            place(row.finding()).ifPresent(words::add);
        }
        words.add(row.finding().rule());
        row.finding().spec().ifPresent(words::add);
        words.add(row.node());
        words.removeIf(String::isEmpty);
        return String.join("  ·  ", words);
    }

    /** The line and the column. */
    static Optional<String> place(Finding finding) {
        return finding.location().map(FindingText::place);
    }

    private static String place(Location location) {
        return location.line() + ":" + location.column();
    }

    static String word(Severity severity) {
        return TEXTS.get("severity." + severity.name());
    }

    static Mark markOf(Severity severity) {
        return switch (severity) {
            case ERROR -> Mark.ERROR;
            case WARNING -> Mark.WARNING;
            case INFO -> Mark.NONE;
        };
    }
}
