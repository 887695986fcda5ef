package io.spotcheck.cli;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draws a resolution as a tree with two columns at its right: HTTP status and milliseconds. */
final class TreeText {

    private static final int COLUMNS_AT_RIGHT = 16;
    private static final int WIDEST_LEFT = 140;
    /** Parts of a document take no time of their own. */
    private static final Set<NodeKind> TIMED =
            Set.of(NodeKind.REQUEST, NodeKind.CACHE, NodeKind.DOCUMENT, NodeKind.REDIRECT, NodeKind.BID);

    private final Ink ink;
    private final int widest;
    private final boolean verbose;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, Location> faults = new HashMap<>();

    /** A line of the tree: what stands left, its length without colours, and the two columns. */
    private record Row(String left, int length, String http, String time) {

        static Row note(String text) {
            return new Row(text, 0, "", "");
        }
    }

    TreeText(Ink ink, int width, boolean verbose) {
        this.ink = ink;
        this.verbose = verbose;
        widest = width > 0 ? width - COLUMNS_AT_RIGHT : WIDEST_LEFT;
    }

    /** The lines of an answer's tree. */
    List<String> lines(AdResponse response) {
        rows.clear();
        faults.clear();
        response.failures().forEach(failure -> failure.location().ifPresent(
                place -> faults.put(failure.nodeId(), place)));
        add(response.resolution().root(), "", "");
        int left = rows.stream().mapToInt(Row::length).max().orElse(0);
        return rows.stream().map(row -> line(row, left)).toList();
    }

    private String line(Row row, int left) {
        if (row.http().isEmpty() && row.time().isEmpty()) {
            return row.left();
        }
        return row.left() + " ".repeat(left - row.length()) + "  " + pad(row.http(), 3) + "  "
                + ink.dim(pad(row.time(), 9));
    }

    private void add(Node node, String branch, String below) {
        String kind = node.kind() == NodeKind.REQUEST ? "" : node.kind().wireName() + " ";
        String label = Labels.shorten(label(node), Math.max(12, widest - branch.length() - 2 - kind.length()));
        boolean timed = TIMED.contains(node.kind()) && node.status() != Status.SKIPPED;
        rows.add(new Row(ink.dim(branch) + ink.mark(node.status()) + " " + ink.dim(kind)
                + (node.status() == Status.SKIPPED ? ink.dim(label) : label),
                branch.length() + 2 + kind.length() + label.length(),
                node.httpStatus().map(String::valueOf).orElse(""),
                timed ? node.timing().duration().toMillis() + " ms" : ""));
        List<Node> children = node.children().stream()
                .filter(child -> verbose || child.kind() != NodeKind.CACHE || !child.findings().isEmpty()
                        || !child.children().isEmpty()
                        || child.status() != Status.OK).toList();
        String notes = below + (children.isEmpty() ? "  " : "│ ");
        addNotes(node, notes);
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            add(children.get(i), below + (last ? "└ " : "├ "), below + (last ? "  " : "│ "));
        }
    }

    private void addNotes(Node node, String prefix) {
        String start = ink.dim(prefix);
        node.findings().forEach(finding -> rows.add(Row.note(start + finding(finding))));
        // The root repeats what the verdict says, a chain what its end says, and a finding may say it already.
        boolean told = node.kind() == NodeKind.REQUEST
                || node.children().stream().anyMatch(child -> child.reason().equals(node.reason()))
                || node.findings().stream().map(Finding::message).anyMatch(node.reason().orElse("")::equals);
        if (!told && (verbose || node.status() == Status.ERROR || node.status() == Status.SKIPPED)) {
            node.reason().ifPresent(why -> rows.add(Row.note(start
                    + (node.status() == Status.ERROR ? fault(node) + ink.bad(why) : ink.dim(why)))));
        }
        if (verbose) {
            node.facts().forEach((name, value) -> rows.add(Row.note(start + ink.dim(name + ": " + value))));
        }
    }

    /** Elsewhere than on a document the place would be one in another document. */
    private String fault(Node node) {
        return Optional.ofNullable(faults.get(node.id())).filter(place -> isPlaced(node))
                .map(TreeText::place).orElse("");
    }

    /** Whether its faults have their places in the document that the node is, or is a part of. */
    private static boolean isPlaced(Node node) {
        return node.source().isPresent() || node.kind() == NodeKind.BREAK
                || node.kind() == NodeKind.DOCUMENT && node.location().isPresent();
    }

    private String finding(Finding finding) {
        String place = finding.location().map(TreeText::place).orElse("");
        return ink.mark(finding.severity()) + " " + place + finding.message() + ink.dim("  " + finding.rule()
                + finding.spec().map(section -> " · " + section).orElse(""));
    }

    private static String place(Location location) {
        return location.line() + ":" + location.column() + " ";
    }

    private static String label(Node node) {
        return node.kind() == NodeKind.AD || node.kind() == NodeKind.WRAPPER || node.kind() == NodeKind.BREAK
                ? node.label() + node.location().map(place -> " (line " + place.line() + ")").orElse("") : node.label();
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
