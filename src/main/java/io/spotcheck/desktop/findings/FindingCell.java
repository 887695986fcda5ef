package io.spotcheck.desktop.findings;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.findings.FindingsModel.Group;
import io.spotcheck.desktop.findings.FindingsModel.Line;
import io.spotcheck.desktop.findings.FindingsModel.Row;
import io.spotcheck.desktop.theme.Icon;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.resolution.Finding;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two lines: what was found, and which rule says so; of a group, the rule and how often it was broken. */
final class FindingCell extends TableCell<Line, Line> {

    private static final Messages TEXTS = Messages.of(FindingCell.class);
    private static final double INDENT = 28;

    private final BiConsumer<Group, Boolean> onOpen;
    private final BooleanSupplier withPlace;
    private final Label first = new Label();
    private final Label count = new Label();
    private final Label second = new Label();
    private final Button fold = new Button();
    private final HBox top = new HBox(first, count);
    private final HBox root;
    private final Tooltip whole = Columns.tooltip("");

    /**
     * A cell.
     *
     * @param onOpen    who opens a group
     * @param withPlace whether the place has no column of its own
     */
    FindingCell(BiConsumer<Group, Boolean> onOpen, BooleanSupplier withPlace) {
        this.onOpen = onOpen;
        this.withPlace = withPlace;
        second.getStyleClass().addAll("small", "muted");
        count.getStyleClass().add("badge");
        count.setMinWidth(USE_PREF_SIZE);
        first.setMinWidth(0);
        second.setMinWidth(0);
        fold.getStyleClass().addAll("quiet", "fold");
        fold.setFocusTraversable(false);
        top.getStyleClass().add("finding-first");
        var words = new VBox(top, second);
        words.getStyleClass().add("finding-words");
        words.setMinWidth(0);
        root = new HBox(fold, words);
        root.getStyleClass().add("finding");
        // As wide as the column: what does not fit is one hover away.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        switch (line) {
            case Row row -> show(row);
            case Group group -> show(group);
        }
        setTooltip(whole);
        setGraphic(root);
    }

    private void show(Row row) {
        Finding finding = row.finding();
        boolean below = getTableView().getItems().stream().findFirst().filter(Group.class::isInstance).isPresent();
        root.setStyle(below ? "-fx-padding: 0 0 0 " + INDENT + "px;" : "");
        present(fold, false);
        present(count, false);
        first.getStyleClass().remove("mono");
        first.setText(finding.message());
        second.setText(FindingText.about(row, withPlace.getAsBoolean()));
        whole.setText(finding.message() + "\n" + FindingText.about(row, true));
    }

    private void show(Group group) {
        root.setStyle("");
        present(fold, true);
        present(count, true);
        fold.setGraphic((group.open() ? Icon.CHEVRON_UP : Icon.CHEVRON_DOWN).node());
        fold.setAccessibleText(TEXTS.get(group.open() ? "group.close" : "group.open"));
        fold.setOnAction(_ -> onOpen.accept(group, !group.open()));
        if (!first.getStyleClass().contains("mono")) {
            first.getStyleClass().add("mono");
        }
        first.setText(group.rule());
        count.setText(TEXTS.get("group.count", group.rows().size()));
        Finding example = group.rows().getFirst().finding();
        Optional<String> section = example.spec();
        second.setText(section.map(s -> s + "  ·  ").orElse("") + example.message());
        whole.setText(TEXTS.get("group.whole", group.rule(), group.rows().size()) + "\n" + second.getText());
    }

    private static void present(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
