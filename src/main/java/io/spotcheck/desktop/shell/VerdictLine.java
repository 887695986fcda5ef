package io.spotcheck.desktop.shell;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.session.Verdict;
import io.spotcheck.desktop.wording.Mark;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/** The line at the bottom that answers: served or not, what, through how many hops, how long, what is wrong. */
final class VerdictLine {

    private final HBox root = new HBox();
    private final Label shape = new Label();
    private final Label headline = new Label();
    private final Label details = new Label();
    private final Subscription listening;

    VerdictLine(ReadOnlyObjectProperty<TabModel> current) {
        ObservableValue<Verdict> verdict = current.flatMap(TabModel::verdictProperty);
        root.setId("verdict");
        root.getStyleClass().add("verdict");
        headline.setId("verdict-headline");
        headline.getStyleClass().add("strong");
        headline.setMinWidth(Label.USE_PREF_SIZE);
        shape.setMinWidth(Label.USE_PREF_SIZE);
        details.setId("verdict-details");
        details.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(details, Priority.ALWAYS);
        root.getChildren().addAll(shape, headline, details);
        root.setOnMouseClicked(_ -> current.get().selectCause());
        listening = verdict.subscribe(this::show);
    }

    Node root() {
        return root;
    }

    void dispose() {
        listening.unsubscribe();
    }

    private void show(Verdict verdict) {
        for (Mark mark : Mark.values()) {
            root.getStyleClass().remove("verdict-" + mark.name().toLowerCase(Locale.ROOT));
        }
        root.getStyleClass().add("verdict-" + verdict.mark().name().toLowerCase(Locale.ROOT));
        shape.setText(verdict.mark().shape());
        headline.setText(verdict.headline());
        details.setText(String.join("  ·  ", verdict.details()));
        String whole = String.join("\n", verdict.details());
        var tip = new Tooltip(verdict.cause().isPresent() ? whole + "\n" + text("verdict.cause.tip") : whole);
        tip.setMaxWidth(640);
        details.setTooltip(whole.isEmpty() ? null : tip);
    }
}
