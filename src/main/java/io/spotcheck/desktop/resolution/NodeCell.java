package io.spotcheck.desktop.resolution;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.theme.Icon;
import io.spotcheck.desktop.wording.Shortened;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Shows what a node stands for: icon, word, and its label, of which a URL keeps host and end. */
final class NodeCell extends TreeTableCell<Node, Node> {

    private static final double CHARACTER = 6.7;
    private static final int FEWEST = 8;
    /** One level of the tree, as the style sheet has it. */
    private static final double INDENT = 8;
    /** Disclosure, icon and padding. */
    private static final double AROUND = 52;
    private static final double GAP = 6;
    private static final double SPACIOUS = 280;

    private final StackPane icon = new StackPane();
    private final Label kind = new Label();
    private final Label label = new Label();
    private final HBox line = new HBox(icon, kind, label);
    private final Tooltip whole = new Tooltip();
    private String said = "";

    NodeCell() {
        line.getStyleClass().add("node-line");
        icon.getStyleClass().add("node-icon");
        kind.getStyleClass().addAll("muted", "node-kind");
        kind.setMinWidth(USE_PREF_SIZE);
        label.setMinWidth(0);
        whole.setMaxWidth(640);
        widthProperty().subscribe((_, _) -> shorten());
    }

    @Override
    protected void updateItem(Node node, boolean empty) {
        super.updateItem(node, empty);
        if (empty || node == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        icon.getChildren().setAll(picture(node.kind()).node());
        kind.setText(text("resolution.kind." + node.kind()));
        said = said(node);
        label.getStyleClass().removeAll("mono-small");
        if (isUrl(said)) {
            label.getStyleClass().add("mono-small");
        }
        whole.setText(Stream.concat(Stream.of(text("resolution.kind." + node.kind()), node.label()),
                node.reason().stream()).filter(line -> !line.isBlank()).collect(Collectors.joining("\n")));
        setTooltip(whole);
        setGraphic(line);
        shorten();
    }

    private void shorten() {
        Node node = getItem();
        if (node == null) {
            return;
        }
        TreeItem<Node> item = getTableRow() == null ? null : getTableRow().getTreeItem();
        double indent = item == null || getTreeTableView() == null ? 0
                : INDENT * getTreeTableView().getTreeItemLevel(item);
        double room = getWidth() - indent - AROUND;
        // Where there is little room, in all rows the icon alone says the kind; its word is in the tooltip.
        boolean spacious = getWidth() > SPACIOUS;
        kind.setVisible(spacious);
        kind.setManaged(spacious);
        if (spacious) {
            room -= kind.prefWidth(-1) + GAP;
        }
        label.setText(isUrl(said) ? Shortened.url(said, Math.max(FEWEST, (int) (room / CHARACTER))) : said);
    }

    /** What is read first: of a media file its form, of the cache what it said, of all others their label. */
    private static String said(Node node) {
        return switch (node.kind()) {
            case CACHE -> node.reason().orElse(node.label());
            case MEDIA_FILE -> {
                String form = Stream.of("type", "size", "bitrate").map(node.facts()::get).filter(Objects::nonNull)
                        .map(fact -> fact.replaceFirst("^(video|audio)/", "")).collect(Collectors.joining("  "));
                yield form.isEmpty() ? node.label() : form;
            }
            default -> node.label();
        };
    }

    private static boolean isUrl(String label) {
        return label.contains("://");
    }

    private static Icon picture(NodeKind kind) {
        return switch (kind) {
            case REQUEST -> Icon.REQUEST;
            case CACHE -> Icon.CACHE;
            case DOCUMENT -> Icon.DOCUMENT;
            case REDIRECT -> Icon.REDIRECT;
            case WRAPPER -> Icon.WRAPPER;
            case AD -> Icon.AD;
            case CREATIVE -> Icon.CREATIVE;
            case MEDIA_FILE -> Icon.MEDIA_FILE;
            case BREAK -> Icon.BREAK;
            case BID -> Icon.BID;
        };
    }
}
