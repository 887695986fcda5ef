package io.spotcheck.desktop.timeline;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.control.FoldBar;
import io.spotcheck.desktop.control.StatusMark;
import io.spotcheck.desktop.timeline.Schedule.Placed;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The timeline: how many breaks, where they are, what the marks mean, and the selected break in words. */
public final class TimelineView {

    private static final Messages TEXTS = Messages.of(TimelineView.class);

    private final TimelineModel model;
    private final VBox root = new VBox();
    private final FoldBar header;
    private final TimelineBar bar;
    private final FlowPane legend = new FlowPane(12, 0);
    private final Label words = new Label();
    private final Subscription listening;

    /**
     * A view of this model.
     *
     * @param shown whether it is unfolded
     */
    public TimelineView(TimelineModel model, BooleanProperty shown) {
        this.model = model;
        header = new FoldBar(TEXTS.get("title"), TEXTS.get("fold"), shown);
        bar = new TimelineBar(model::select);
        bar.setOnKeyPressed(this::keyPressed);
        words.setId("timeline-words");
        words.getStyleClass().add("small");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        legend.getStyleClass().add("timeline-legend");
        legend.setPrefWrapLength(160);
        HBox.setHgrow(legend, Priority.ALWAYS);
        var body = new VBox(2, bar, legend, words);
        body.getStyleClass().add("timeline-body");
        body.visibleProperty().bind(shown);
        body.managedProperty().bind(shown);
        root.getStyleClass().addAll("pane", "timeline");
        root.getStylesheets().add(Objects.requireNonNull(TimelineView.class.getResource("timeline.css"))
                .toExternalForm());
        root.getChildren().addAll(header.root(), body);
        root.managedProperty().bind(root.visibleProperty());
        listening = Subscription.combine(
                model.scheduleProperty().subscribe(this::show),
                model.currentProperty().subscribe(this::choose));
    }

    /** The pane. */
    public Node root() {
        return root;
    }

    /** Stops to follow the model. */
    public void dispose() {
        listening.unsubscribe();
        header.dispose();
    }

    private void show(Schedule schedule) {
        root.setVisible(!schedule.marks().isEmpty());
        header.say(BreakWords.summary(schedule));
        bar.show(schedule);
        legend.getChildren().setAll(TimelineBar.kinds(schedule).stream().map(TimelineView::meaning).toList());
        if (schedule.due() > 0) {
            legend.getChildren().add(sample("timeline-due-sample", TEXTS.get("legend.due")));
        }
        if (schedule.marks().stream().anyMatch(m -> !m.exact())) {
            legend.getChildren().add(sample("timeline-loose-sample", TEXTS.get("legend.loose")));
        }
        choose(model.currentProperty().get());
    }

    private void choose(Optional<Placed> chosen) {
        bar.choose(chosen);
        String said = chosen.map(c -> BreakWords.describe(c, model.scheduleProperty().get())).orElse(TEXTS.get("hint"));
        words.setText(said);
        words.setTooltip(chosen.map(_ -> Columns.tooltip(said)).orElse(null));
        words.getStyleClass().remove("muted");
        if (chosen.isEmpty()) {
            words.getStyleClass().add("muted");
        }
    }

    private void keyPressed(KeyEvent key) {
        switch (key.getCode()) {
            case LEFT, DOWN -> model.step(-1);
            case RIGHT, UP -> model.step(1);
            case HOME -> model.step(-model.scheduleProperty().get().marks().size());
            case END -> model.step(model.scheduleProperty().get().marks().size());
            default -> {
                return;
            }
        }
        key.consume();
    }

    private static Node meaning(Mark mark) {
        var shown = new StatusMark(mark, BreakWords.meaning(mark));
        shown.getStyleClass().add("small");
        return shown;
    }

    private static Node sample(String style, String meaning) {
        var ring = new Label();
        ring.getStyleClass().add(style);
        var shown = new Label(meaning, ring);
        shown.getStyleClass().addAll("small", "muted");
        return shown;
    }
}
