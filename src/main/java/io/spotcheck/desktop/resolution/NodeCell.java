package io.spotcheck.desktop.resolution;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.theme.Icon;
import io.spotcheck.desktop.wording.Shortened;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Shows what a node stands for: icon, word, and its label, of which a URL keeps host and end. */
final class NodeCell extends TreeTableCell<Node, Node> {

    private static final double CHARACTER = 6.7;
    private static final int FEWEST = 8;

    private final StackPane icon = new StackPane();
    private final Label kind = new Label();
    private final Label label = new Label();
    private final HBox line = new HBox(icon, kind, label);
    private final Tooltip whole = new Tooltip();

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
        label.getStyleClass().removeAll("mono-small");
        if (isUrl(node.label())) {
            label.getStyleClass().add("mono-small");
        }
        whole.setText(node.reason().map(r -> node.label() + "\n" + r).orElse(node.label()));
        setTooltip(whole.getText().isBlank() ? null : whole);
        setGraphic(line);
        shorten();
    }

    private void shorten() {
        Node node = getItem();
        if (node == null) {
            return;
        }
        if (!isUrl(node.label())) {
            label.setText(node.label());
            return;
        }
        double indent = getTreeTableView() == null || getTableRow() == null ? 0
                : 12.0 * (getTreeTableView().getTreeItemLevel(getTableRow().getTreeItem()) + 1);
        double room = getWidth() - indent - 32 - kind.prefWidth(-1) - 24;
        label.setText(Shortened.url(node.label(), Math.max(FEWEST, (int) (room / CHARACTER))));
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
