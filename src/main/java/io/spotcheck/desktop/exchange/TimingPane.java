package io.spotcheck.desktop.exchange;

import io.spotcheck.desktop.control.EmptyState;
import io.spotcheck.desktop.exchange.ExchangeModel.Shown;
import io.spotcheck.desktop.wording.Amounts;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.orchestrator.Quantities;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Timing.Phase;
import io.spotcheck.resolution.Timing.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** What the time of an exchange was spent on, step by step. */
final class TimingPane {

    private static final Messages TEXTS = Messages.of(TimingPane.class);

    private final ExchangeModel model;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final EmptyState empty = new EmptyState("");
    private final StackPane root = new StackPane(scroll, empty);

    TimingPane(ExchangeModel model) {
        this.model = model;
        grid.getStyleClass().add("timing-grid");
        var names = new ColumnConstraints();
        var bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, bars, figures(), figures());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        root.getStyleClass().add("pane");
    }

    Node root() {
        return root;
    }

    void show(Optional<Shown> shown) {
        scroll.setVisible(shown.isPresent());
        empty.setVisible(shown.isEmpty());
        empty.say(TEXTS.get(model.hasResolution() ? "empty.node" : "empty.idle"));
        grid.getChildren().clear();
        if (shown.isEmpty()) {
            return;
        }
        Exchange exchange = shown.get().exchange();
        grid.addRow(0, small(TEXTS.get("step")), small(""), small(TEXTS.get("from")), small(TEXTS.get("took")));
        int row = 1;
        for (Step step : Step.values()) {
            List<Phase> phases = exchange.phases().stream().filter(p -> p.step() == step).toList();
            if (!phases.isEmpty()) {
                Duration took = phases.stream().map(Phase::duration).reduce(Duration.ZERO, Duration::plus);
                grid.addRow(row++, new Label(TEXTS.get("step." + step.name())), new PhaseBar(phases,
                        exchange.duration()), figure(phases.getFirst().start()), figure(took));
            }
        }
        var total = new Label(TEXTS.get("total"));
        total.getStyleClass().add("strong");
        Label sum = figure(exchange.duration());
        sum.getStyleClass().add("strong");
        grid.addRow(row++, total, new Label(), new Label(), sum);
        var start = new Label(TEXTS.get(exchange.phases().isEmpty() ? "start.plain" : "start",
                Quantities.describe(shown.get().start())));
        start.getStyleClass().addAll("muted", "small");
        start.setWrapText(true);
        grid.add(start, 0, row, 4, 1);
    }

    private static ColumnConstraints figures() {
        var column = new ColumnConstraints(64);
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    private static Label small(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("small", "muted");
        return label;
    }

    private static Label figure(Duration time) {
        var label = new Label(Amounts.milliseconds(time));
        label.getStyleClass().add("tabular");
        return label;
    }
}
