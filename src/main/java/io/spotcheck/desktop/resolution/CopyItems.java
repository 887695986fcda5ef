package io.spotcheck.desktop.resolution;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.Source;
import io.spotcheck.workspace.ResultJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What can be copied of the tree: parts of the selected node, it with all below it, and the whole tree. */
final class CopyItems {

    private final List<Copy> copies = new ArrayList<>();
    private final List<MenuItem> items = new ArrayList<>();

    /** An item and whether there is something to copy. */
    private record Copy(MenuItem item, BooleanSupplier isThere) {
    }

    CopyItems(Supplier<Optional<Node>> selected, Supplier<Optional<Node>> whole) {
        add("url", selected, ResolutionModel::urlOf, node -> ResolutionModel.urlOf(node).isPresent());
        add("source", selected, node -> node.source().map(Source::text),
                node -> node.source().isPresent());
        add("reason", selected, Node::reason, node -> node.reason().isPresent());
        items.add(new SeparatorMenuItem());
        add("node.text", selected, CopyItems::plain, _ -> true);
        add("node.json", selected, CopyItems::json, _ -> true);
        items.add(new SeparatorMenuItem());
        add("tree.text", whole, CopyItems::plain, _ -> true);
        add("tree.json", whole, CopyItems::json, _ -> true);
    }

    /** The items for a menu. */
    List<MenuItem> items() {
        return List.copyOf(items);
    }

    /** Disables what there is nothing of now. */
    void refresh() {
        copies.forEach(copy -> copy.item().setDisable(!copy.isThere().getAsBoolean()));
    }

    /** Puts the lines of a node and all below it on the clipboard. */
    static void copyText(Node node) {
        copy(NodeText.of(node));
    }

    /** Puts the JSON of a node and all below it on the clipboard. */
    static void copyJson(Node node) {
        copy(ResultJson.write(node));
    }

    /** Puts what a person wants of a node first on the clipboard: its URL, else its lines. */
    static void copyShort(Node node) {
        copy(ResolutionModel.urlOf(node).orElseGet(() -> NodeText.of(node)));
    }

    private static Optional<String> plain(Node node) {
        return Optional.of(NodeText.of(node));
    }

    private static Optional<String> json(Node node) {
        return Optional.of(ResultJson.write(node));
    }

    private void add(String name, Supplier<Optional<Node>> node, Function<Node, Optional<String>> part,
            Predicate<Node> whether) {
        var item = new MenuItem(text("resolution.copy." + name));
        item.setOnAction(_ -> node.get().flatMap(part).ifPresent(CopyItems::copy));
        copies.add(new Copy(item, () -> node.get().filter(whether).isPresent()));
        items.add(item);
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
