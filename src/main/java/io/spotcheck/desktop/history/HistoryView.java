package io.spotcheck.desktop.history;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.control.EmptyState;
import io.spotcheck.desktop.session.History.Entry;
import io.spotcheck.desktop.session.History;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.workspace.AnswerWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

/** The history as a table, the newest answer at the top. */
public final class HistoryView {

    private static final Messages TEXTS = Messages.of(HistoryView.class);

    private final BorderPane root = new BorderPane();
    private final TableView<Entry> table = new TableView<>();
    private final Subscription listening;
    private boolean following;

    /** A view of this model. */
    public HistoryView(HistoryModel model) {
        root.getStyleClass().add("pane");
        root.setCenter(table);
        table.setId("history");
        table.setAccessibleText(TEXTS.get("title"));
        table.getStyleClass().add("dense");
        table.setPlaceholder(new EmptyState(TEXTS.get("empty", History.MOST)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Entry, Entry> time = Columns.figures(TEXTS.get("time"), 80, Entry::at, model::time);
        TableColumn<Entry, Entry> verdict = Columns.marks(TEXTS.get("verdict"), 176,
                e -> HistoryModel.verdict(e).headline(),
                (e, mark) -> mark.show(HistoryModel.verdict(e).mark(), HistoryModel.verdict(e).headline()));
        TableColumn<Entry, Entry> duration = Columns.figures(TEXTS.get("duration"), 56,
                e -> e.answer().resolutionTimeMs(), e -> String.valueOf(e.answer().resolutionTimeMs()));
        TableColumn<Entry, Entry> cached = Columns.words(TEXTS.get("cache"), 72,
                e -> TEXTS.get(e.answer().cached() ? "cache.hit" : "cache.miss"));
        TableColumn<Entry, Entry> details = Columns.words(TEXTS.get("details"), 320, HistoryView::remarks);
        TableColumn<Entry, Entry> tag = Columns.urls(TEXTS.get("tag"), 280, HistoryModel::tag,
                (e, url) -> url.show(HistoryModel.tag(e)));
        time.setMaxWidth(88);
        verdict.setMaxWidth(240);
        duration.setMaxWidth(72);
        cached.setMaxWidth(80);
        details.visibleProperty().bind(table.widthProperty().greaterThan(720));
        for (TableColumn<Entry, Entry> column : List.of(time, verdict, duration, cached, details, tag)) {
            table.getColumns().add(column);
        }
        // Not sorted anew by the table: an ever growing list keeps its newest line in sight.
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setItems(model.entries());
        listening = Subscription.combine(
                model.currentProperty().subscribe(this::follow),
                table.getSelectionModel().selectedItemProperty().subscribe((_, entry) -> {
                    if (entry != null && !following) {
                        model.show(entry);
                    }
                }));
    }

    /** The pane. */
    public Node root() {
        return root;
    }

    /** Stops to follow the model. */
    public void dispose() {
        listening.unsubscribe();
    }

    private void follow(Optional<Entry> current) {
        following = true;
        if (current.isEmpty()) {
            table.getSelectionModel().clearSelection();
        } else if (!current.get().equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(current.get());
        }
        following = false;
    }

    private static String remarks(Entry entry) {
        AdResponse answer = entry.answer();
        var parts = new ArrayList<String>();
        answer.error().ifPresent(parts::add);
        if (!answer.resolutionChain().isEmpty()) {
            parts.add(AnswerWords.hops(answer.resolutionChain().size()));
        }
        if (answer.usedFallback()) {
            parts.add(AnswerWords.fallback());
        }
        return String.join("  ·  ", parts);
    }
}
