package io.spotcheck.desktop.source;

import io.spotcheck.desktop.source.assist.CatalogueEntry.Badge;
import io.spotcheck.desktop.source.assist.CatalogueEntry.Table;
import io.spotcheck.desktop.source.assist.CatalogueEntry;
import io.spotcheck.desktop.source.assist.Fact;
import io.spotcheck.desktop.wording.Messages;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the specifications say of the place where the caret is, as a card over the text. */
final class AboutCard {

    private static final Messages TEXTS = Messages.of(AboutCard.class);
    private static final double WIDTH = 480;
    private static final double NAMES = 80;
    private static final double STEP = 0.4;

    private final VBox body = new VBox();
    private final ScrollPane scroll = new ScrollPane(body);
    private final HBox head = new HBox();
    private final Label section = new Label();
    private final BorderPane root = new BorderPane(scroll);
    private final OverText place = new OverText(root);

    AboutCard() {
        root.setId("about-card");
        root.getStyleClass().addAll("assist-card", "about-card");
        head.getStyleClass().add("about-head");
        body.getStyleClass().add("about-body");
        section.getStyleClass().addAll("small", "muted", "about-section");
        section.setMaxWidth(Double.MAX_VALUE);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        root.setTop(head);
        root.setBottom(section);
    }

    Region root() {
        return root;
    }

    boolean isOpen() {
        return place.isOpen();
    }

    void hide() {
        place.hide();
    }

    /** Moves what is longer than the card; whether the key is for that. */
    boolean press(KeyCode key) {
        double way = switch (key) {
            case PAGE_DOWN -> STEP;
            case PAGE_UP -> -STEP;
            default -> 0;
        };
        scroll.setVvalue(Math.clamp(scroll.getVvalue() + way, 0, 1));
        return way != 0;
    }

    /** Says what is known, or that nothing is. */
    void show(Optional<CatalogueEntry> entry, Optional<Bounds> caret) {
        head.getChildren().clear();
        body.getChildren().clear();
        entry.ifPresentOrElse(this::fill, () -> body.getChildren().add(wrapped(TEXTS.get("about.none"))));
        section.setText(entry.map(CatalogueEntry::section).orElse(""));
        for (Node part : new Node[]{head, section}) {
            part.setVisible(entry.isPresent());
            part.setManaged(entry.isPresent());
        }
        scroll.setVvalue(0);
        place.show(caret, WIDTH);
    }

    private void fill(CatalogueEntry entry) {
        var name = new Label(entry.name());
        name.setId("about-name");
        name.getStyleClass().addAll("mono", "strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var where = new Label(entry.place());
        where.getStyleClass().addAll("small", "muted");
        where.setMinWidth(0);
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        head.getChildren().addAll(name, where, room);
        for (Badge badge : entry.badges()) {
            var word = new Label(badge.word());
            word.setMinWidth(Region.USE_PREF_SIZE);
            word.getStyleClass().addAll("badge", switch (badge.weight()) {
                case PLAIN -> "muted";
                case DOUBTFUL -> "status-warning";
                case WRONG -> "status-error";
            });
            head.getChildren().add(word);
        }
        if (!entry.about().isEmpty()) {
            body.getChildren().add(wrapped(entry.about()));
        }
        if (!entry.facts().isEmpty()) {
            var facts = grid();
            entry.facts().forEach(fact -> row(facts, fact, "muted", false));
            body.getChildren().add(facts);
        }
        entry.table().ifPresent(this::table);
    }

    private void table(Table table) {
        var title = new Label(table.title());
        title.getStyleClass().add("pane-title");
        var rows = grid();
        rows.getStyleClass().add("about-table");
        table.rows().forEach(row -> row(rows, row, "mono-small", table.current().filter(row.name()::equals)
                .isPresent()));
        var all = new VBox(title, rows);
        all.getStyleClass().add("about-list");
        body.getChildren().add(all);
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("about-grid");
        var names = new ColumnConstraints(NAMES, Region.USE_COMPUTED_SIZE, Region.USE_PREF_SIZE);
        names.setHalignment(HPos.LEFT);
        var texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        texts.setFillWidth(true);
        grid.getColumnConstraints().setAll(names, texts);
        return grid;
    }

    private static void row(GridPane grid, Fact fact, String style, boolean current) {
        var name = new Label(current ? "▸ " + fact.name() : fact.name());
        name.getStyleClass().addAll("small", style);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label text = wrapped(fact.text());
        if (current) {
            name.getStyleClass().addAll("strong", "status-running");
            text.getStyleClass().add("strong");
        }
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, text);
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.getStyleClass().add("small");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
