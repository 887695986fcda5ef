package io.spotcheck.desktop.preview;

import io.spotcheck.ad.Creative;
import io.spotcheck.ad.MediaFile;
import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.preview.PreviewModel.Subject;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The renditions of a linear creative: which one was chosen and why, and the way to play another. */
final class RenditionTable {

    private static final Messages TEXTS = Messages.of(RenditionTable.class);
    private static final int ROW = 24;
    private static final int MOST_ROWS = 6;

    private final PreviewModel model;
    private final TableView<MediaFile> table = new TableView<>();
    private final Button choose = new Button(TEXTS.get("choose"));
    private final VBox root;
    private final Subscription subscriptions;
    private boolean following;

    RenditionTable(PreviewModel model) {
        this.model = model;
        var title = new Label(TEXTS.get("renditions"));
        title.getStyleClass().add("pane-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        choose.getStyleClass().addAll("quiet", "small");
        choose.setTooltip(Columns.tooltip(TEXTS.get("choose.hint")));
        choose.setOnAction(_ -> selected().ifPresent(model::choose));
        var bar = new HBox(title, gap, choose);
        bar.getStyleClass().add("pane-bar");
        root = new VBox(bar, table);
        root.managedProperty().bind(root.visibleProperty());
        fill();
        subscriptions = Subscription.combine(
                model.subjectProperty().subscribe(this::show),
                model.renditionProperty().subscribe(_ -> tell()),
                table.getSelectionModel().selectedItemProperty().subscribe((_, file) -> {
                    tell();
                    if (file != null && !following) {
                        model.select(file.nodeId());
                    }
                }));
    }

    Node root() {
        return root;
    }

    void dispose() {
        subscriptions.unsubscribe();
    }

    private void fill() {
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<MediaFile, MediaFile> mark = Columns.marks(TEXTS.get("choice"), 104, MediaFile::chosen,
                (file, shown) -> shown.show(file.chosen() ? Mark.OK : Mark.SKIPPED,
                        TEXTS.get(isCurrent(file) ? file.chosen() ? "chosen" : "current" : file.chosen()
                                ? "chosen.other" : "passed")));
        TableColumn<MediaFile, MediaFile> type = Columns.words(TEXTS.get("type"), 96, MediaFile::type);
        TableColumn<MediaFile, MediaFile> size = Columns.figures(TEXTS.get("size"), 80,
                file -> file.width().orElse(0), RenditionTable::size);
        TableColumn<MediaFile, MediaFile> bitrate = Columns.figures(TEXTS.get("bitrate"), 56,
                file -> file.bitrate().orElse(0), file -> text(file.bitrate()));
        TableColumn<MediaFile, MediaFile> reason = Columns.words(TEXTS.get("reason"), 240, MediaFile::reason);
        mark.setMaxWidth(104);
        type.setMinWidth(96);
        type.setMaxWidth(112);
        size.setMaxWidth(88);
        bitrate.setMaxWidth(64);
        table.getColumns().add(mark);
        table.getColumns().add(type);
        table.getColumns().add(size);
        table.getColumns().add(bitrate);
        table.getColumns().add(reason);
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                selected().ifPresent(model::choose);
                key.consume();
            }
        });
    }

    private void show(Optional<Subject> subject) {
        List<MediaFile> files = subject.flatMap(Subject::linear).map(Creative.Linear::mediaFiles).orElse(List.of());
        root.setVisible(!files.isEmpty());
        following = true;
        table.getItems().setAll(files);
        following = false;
        double height = ROW * (1 + Math.clamp(files.size(), 1, MOST_ROWS)) + 2;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private void tell() {
        choose.setDisable(selected().isEmpty() || selected().filter(this::isCurrent).isPresent());
        table.refresh();
    }

    private boolean isCurrent(MediaFile file) {
        return model.renditionProperty().get().equals(Optional.of(file));
    }

    private Optional<MediaFile> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private static String size(MediaFile file) {
        return file.width().isPresent() && file.height().isPresent()
                ? file.width().getAsInt() + "×" + file.height().getAsInt() : "";
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
    }
}
