package io.spotcheck.desktop.tracking;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.control.EmptyState;
import io.spotcheck.desktop.control.StatusMark;
import io.spotcheck.desktop.control.UrlLabel;
import io.spotcheck.desktop.session.Beacons.Entry;
import io.spotcheck.desktop.wording.Amounts;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.resolution.Finding;
import io.spotcheck.tracking.TrackingEvent.Outcome;
import io.spotcheck.tracking.TrackingEvent;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/** The tracking log: on the left what the ad declares, on the right what was recorded or sent. */
public final class TrackingLogView {

    private static final Messages TEXTS = Messages.of(TrackingLogView.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final TrackingLogModel model;
    private final DeclaredPane declared;
    private final TableView<Entry> table = new TableView<>();
    private final Label title = new Label();
    private final Label mode = new Label();
    private final EmptyState empty = new EmptyState("");
    private final SplitPane root;
    private final ListChangeListener<Entry> onLines = this::grew;
    private final Subscription subscriptions;
    private boolean following;

    /** A view of this model. */
    public TrackingLogView(TrackingLogModel model) {
        this.model = model;
        declared = new DeclaredPane(model);
        var log = new BorderPane(table);
        log.getStyleClass().add("pane");
        log.setTop(header());
        fill();
        root = new SplitPane(declared.root(), log);
        root.getStyleClass().add("panes");
        root.setDividerPositions(0.36);
        root.getStylesheets().add(Objects.requireNonNull(
                TrackingLogView.class.getResource("tracking.css")).toExternalForm());
        var sorted = new SortedList<>(model.lines());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        model.lines().addListener(onLines);
        subscriptions = Subscription.combine(
                model.firingProperty().subscribe(_ -> tell()),
                model.focusProperty().subscribe(_ -> follow()),
                table.getSelectionModel().selectedItemProperty().subscribe((_, entry) -> {
                    if (entry != null && !following) {
                        entry.tracked().ifPresent(t -> model.select(t.beacon()));
                    }
                }));
    }

    /** The pane. */
    public Node root() {
        return root;
    }

    /** Stops to follow the model. */
    public void dispose() {
        subscriptions.unsubscribe();
        model.lines().removeListener(onLines);
        declared.dispose();
    }

    private Node header() {
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Label.USE_PREF_SIZE);
        mode.getStyleClass().addAll("small", "muted");
        mode.setMinWidth(0);
        mode.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(mode, Priority.ALWAYS);
        var filter = new TextField();
        filter.setPromptText(TEXTS.get("filter"));
        filter.getStyleClass().add("small");
        filter.setPrefWidth(160);
        filter.setMinWidth(80);
        filter.textProperty().bindBidirectional(model.filterProperty());
        var clear = new Button(TEXTS.get("clear"));
        clear.getStyleClass().addAll("quiet", "small");
        clear.setMinWidth(Button.USE_PREF_SIZE);
        clear.setTooltip(Columns.tooltip(TEXTS.get("clear.hint")));
        clear.setOnAction(_ -> model.clear());
        var bar = new HBox(title, mode, filter, clear);
        bar.getStyleClass().add("pane-bar");
        bar.setSpacing(8);
        return bar;
    }

    private void fill() {
        table.getStyleClass().add("dense");
        table.setAccessibleText(TEXTS.get("log"));
        table.setPlaceholder(empty);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Entry, Entry> number = Columns.figures("#", 40, Entry::number, e -> String.valueOf(e.number()));
        TableColumn<Entry, Entry> time = Columns.code(TEXTS.get("time"), 116, e -> TIME.format(e.at()));
        TableColumn<Entry, Entry> event = Columns.words(TEXTS.get("event"), 120, Entry::event);
        TableColumn<Entry, Entry> hop = Columns.figures(TEXTS.get("hop"), 56, TrackingLogView::hop,
                e -> e.tracked().isEmpty() ? "" : String.valueOf(hop(e)));
        TableColumn<Entry, Entry> outcome = Columns.marks(TEXTS.get("outcome"), 120,
                e -> e.tracked().map(t -> t.outcome().ordinal()).orElse(-1), TrackingLogView::show);
        TableColumn<Entry, Entry> took = Columns.figures(TEXTS.get("ms"), 48, TrackingLogView::took,
                e -> e.tracked().flatMap(TrackingEvent::exchange).isEmpty() ? "" : Amounts.milliseconds(took(e)));
        TableColumn<Entry, Entry> url = Columns.urls(TEXTS.get("url"), 320,
                e -> e.tracked().map(TrackingEvent::url).orElse(""), TrackingLogView::show);
        number.setMaxWidth(56);
        time.setMinWidth(116);
        time.setMaxWidth(116);
        event.setMinWidth(112);
        hop.setMaxWidth(56);
        took.setMaxWidth(64);
        table.getColumns().add(number);
        table.getColumns().add(time);
        table.getColumns().add(event);
        table.getColumns().add(hop);
        table.getColumns().add(outcome);
        table.getColumns().add(took);
        table.getColumns().add(url);
        var copy = new MenuItem(TEXTS.get("copy"));
        copy.setOnAction(_ -> selected().flatMap(Entry::tracked).ifPresent(t -> UrlLabel.copy(t.url())));
        var copyDeclared = new MenuItem(TEXTS.get("copy.declared"));
        copyDeclared.setOnAction(_ -> selected().flatMap(Entry::tracked)
                .ifPresent(t -> UrlLabel.copy(t.beacon().url())));
        table.setContextMenu(new ContextMenu(copy, copyDeclared));
    }

    private void grew(ListChangeListener.Change<? extends Entry> change) {
        tell();
        // The newest line is what a person waits for, unless the table is sorted otherwise.
        if (table.getSortOrder().isEmpty() && !table.getItems().isEmpty()) {
            table.scrollTo(table.getItems().size() - 1);
        }
    }

    private void tell() {
        boolean firing = model.firingProperty().get();
        title.setText(model.lineCount() == 0 ? TEXTS.get("log") : TEXTS.get("log.count", model.lineCount()));
        mode.setText(TEXTS.get(firing ? "mode.fire" : "mode.record"));
        empty.say(TEXTS.get(model.lineCount() > 0 ? "empty.filtered" : firing ? "empty.fire" : "empty.record"));
    }

    private void follow() {
        Set<TrackingUrl> wanted = Set.copyOf(model.pointedTo());
        Predicate<Entry> isWanted = entry -> entry.tracked().map(TrackingEvent::beacon).filter(wanted::contains)
                .isPresent();
        if (selected().filter(isWanted).isPresent()) {
            return;
        }
        following = true;
        table.getItems().stream().filter(isWanted).findFirst().ifPresentOrElse(entry -> {
                    table.getSelectionModel().select(entry);
                    table.scrollTo(entry);
                }, () -> table.getSelectionModel().clearSelection());
        following = false;
    }

    private Optional<Entry> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private static void show(Entry entry, StatusMark mark) {
        Optional<Outcome> outcome = entry.tracked().map(TrackingEvent::outcome);
        mark.show(outcome.map(o -> switch (o) {
            case RECORDED -> Mark.NONE;
            case DELIVERED -> Mark.OK;
            case FAILED -> Mark.ERROR;
        }).orElse(Mark.SKIPPED), word(entry, outcome));
    }

    private static String word(Entry entry, Optional<Outcome> outcome) {
        String word = TEXTS.get(outcome.map(o -> "outcome." + o.name()).orElse("outcome.NOT_DECLARED"));
        return status(entry) == 0 ? word : word + " " + status(entry);
    }

    private static void show(Entry entry, UrlLabel url) {
        entry.tracked().ifPresentOrElse(t -> url.show(t.url(), hover(t)),
                () -> url.show(""));
    }

    private static String hover(TrackingEvent event) {
        TrackingUrl beacon = event.beacon();
        String macros = beacon.url().equals(event.url()) ? event.url()
                : TEXTS.get("hover.macros", event.url(), beacon.url());
        String told = Stream.concat(Stream.of(macros), event.findings().stream().map(Finding::message))
                .collect(Collectors.joining("\n\n"));
        return event.error().map(why -> why + "\n" + told).orElse(told);
    }

    private static int hop(Entry entry) {
        return entry.tracked().map(t -> t.beacon().hop()).orElse(-1);
    }

    private static int status(Entry entry) {
        return entry.tracked().map(t -> t.status().orElse(0)).orElse(0);
    }

    private static Duration took(Entry entry) {
        return entry.tracked().map(TrackingEvent::duration).orElse(Duration.ZERO);
    }
}
