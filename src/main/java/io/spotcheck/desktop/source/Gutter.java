package io.spotcheck.desktop.source;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What stands before a line: the mark of the worst that was found there, and the line's number. */
final class Gutter {

    private static final int MARK_WIDTH = 16;
    private static final int DIGIT_WIDTH = 7;
    private static final int PADDING = 8;

    private Gutter() {
    }

    /**
     * The gutter of a line.
     *
     * @param number  what it says
     * @param lines   how many lines there are, so that all numbers have the same room
     * @param here    what was found in the line, the most severe first
     * @param current whether it is the selected line
     */
    static Node of(String number, int lines, List<Finding> here, boolean current) {
        var mark = new Label();
        mark.getStyleClass().add("gutter-mark");
        mark.setMinWidth(MARK_WIDTH);
        if (!here.isEmpty()) {
            Mark shape = markOf(here.getFirst().severity());
            mark.setText(shape.shape());
            mark.getStyleClass().add(shape.styleClass());
            mark.setTooltip(Columns.tooltip(here.stream().map(Gutter::sentence).collect(Collectors.joining("\n"))));
        }
        var label = new Label(number);
        label.getStyleClass().add("gutter");
        label.setMinWidth(DIGIT_WIDTH * Math.max(2, String.valueOf(lines).length()) + 2 * PADDING);
        var gutter = new HBox(mark, label);
        gutter.getStyleClass().add("source-gutter");
        if (current) {
            label.getStyleClass().add("strong");
            gutter.getStyleClass().add("current-line");
        }
        return gutter;
    }

    /** A finding with its rule and section. */
    static String sentence(Finding finding) {
        return finding.message() + " (" + finding.rule() + finding.spec().map(s -> ", " + s).orElse("") + ")";
    }

    /** The mark of a severity. */
    static Mark markOf(Severity severity) {
        return switch (severity) {
            case ERROR -> Mark.ERROR;
            case WARNING -> Mark.WARNING;
            case INFO -> Mark.NONE;
        };
    }
}
