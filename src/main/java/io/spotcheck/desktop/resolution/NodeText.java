package io.spotcheck.desktop.resolution;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.wording.Amounts;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Node;
import java.util.ArrayList;
import java.util.List;

/** A node and all below it as lines of text, to be pasted into a ticket or a mail. */
final class NodeText {

    private static final String STEP = "  ";

    private NodeText() {
    }

    /** The text, without a line break at its end. */
    static String of(Node node) {
        List<String> lines = new ArrayList<>();
        add(node, "", lines);
        return String.join("\n", lines);
    }

    private static void add(Node node, String indent, List<String> lines) {
        var parts = new ArrayList<String>();
        Mark mark = Mark.of(node.status());
        parts.add(mark.shape() + " " + mark.word());
        parts.add(text("resolution.kind." + node.kind()));
        parts.add(node.label());
        node.httpStatus().ifPresent(status -> parts.add("HTTP " + status));
        ResolutionModel.timeOf(node).ifPresent(time -> parts.add(Amounts.milliseconds(time) + " ms"));
        lines.add(indent + String.join("  ", parts.stream().filter(part -> !part.isBlank()).toList()));
        node.reason().filter(why -> node.findings().stream().map(Finding::message).noneMatch(why::equals))
                .ifPresent(why -> lines.add(indent + STEP + why));
        node.findings().forEach(finding -> lines.add(indent + STEP + finding.rule() + ": " + finding.message()
                + finding.location().map(at -> " (" + at.line() + ":" + at.column() + ")").orElse("")));
        node.children().forEach(child -> add(child, indent + STEP, lines));
    }
}
