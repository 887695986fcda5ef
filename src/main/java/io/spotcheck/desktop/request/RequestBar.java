package io.spotcheck.desktop.request;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.theme.Icon;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import javafx.util.Subscription;

/**
 * The bar above a resolution: protocol, tag, Resolve. What takes longer than half a second shows progress and
 * Cancel.
 */
public final class RequestBar {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final Duration PATIENCE = Duration.millis(500);

    private final VBox root = new VBox();
    private final TextField tag = new TextField();
    private final Label problem = new Label();
    private final Button resolve = new Button(text("request.resolve"));
    private final Button cancel = new Button(text("request.cancel"));
    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Subscription listening;

    /**
     * A bar.
     *
     * @param onResolve begins to resolve
     * @param onCancel  calls the resolution off
     * @param formShown whether the form with all fields is open
     */
    public RequestBar(RequestModel model, LiveResolution live, Runnable onResolve, Runnable onCancel,
                      BooleanProperty formShown) {
        var fold = new ToggleButton(text("request.fold"), Icon.FORM.node());
        fold.getStyleClass().add("quiet");
        fold.setTooltip(new Tooltip(text("request.fold.tip")));
        fold.selectedProperty().bindBidirectional(formShown);

        var protocol = new ChoiceBox<String>();
        protocol.setId("protocol");
        protocol.getItems().setAll(model.protocols());
        protocol.setConverter(new ProtocolName());
        protocol.valueProperty().bindBidirectional(model.protocolProperty());
        protocol.setAccessibleText(text("request.protocol"));
        protocol.setTooltip(new Tooltip(text("request.protocol.tip")));

        tag.setId("tag");
        tag.getStyleClass().add("mono");
        tag.setAccessibleText(text("request.tag"));
        tag.setPromptText(text("request.tag.prompt"));
        tag.textProperty().bindBidirectional(model.tagProperty());
        tag.setOnAction(_ -> onResolve.run());
        var whole = new Tooltip();
        whole.textProperty().bind(tag.textProperty());
        whole.setMaxWidth(640);
        tag.textProperty().subscribe(t -> tag.setTooltip(t.isBlank() ? null : whole));

        resolve.setId("resolve");
        resolve.getStyleClass().add("accent");
        resolve.setTooltip(new Tooltip(text("request.resolve.tip")));
        resolve.setOnAction(_ -> onResolve.run());
        cancel.setId("cancel");
        cancel.setTooltip(new Tooltip(text("request.cancel.tip")));
        cancel.setOnAction(_ -> onCancel.run());
        var action = new StackPane(resolve, cancel);
        resolve.setMinWidth(88);
        cancel.setMinWidth(88);

        problem.setId("tag-problem");
        problem.getStyleClass().add("field-problem");
        problem.managedProperty().bind(problem.visibleProperty());
        var asked = new VBox(4, tag, problem);
        asked.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(asked, Priority.ALWAYS);

        var row = new HBox(fold, protocol, asked, action);
        row.getStyleClass().add("request-bar");
        progress.getStyleClass().add("thin");
        progress.setMaxWidth(Double.MAX_VALUE);
        root.getChildren().addAll(row, progress);

        patience.setOnFinished(_ -> waiting(true));
        listening = Subscription.combine(
                model.tagProblemProperty().subscribe(this::tell),
                live.phaseProperty().subscribe(phase -> {
                    waiting(false);
                    if (phase == LiveResolution.Phase.RUNNING) {
                        patience.playFromStart();
                    } else {
                        patience.stop();
                    }
                }));
    }

    /** The bar. */
    public Node root() {
        return root;
    }

    /** Puts the cursor into the tag. */
    public void focusTag() {
        tag.requestFocus();
        tag.selectAll();
    }

    /** Listens no more. */
    public void dispose() {
        listening.unsubscribe();
        patience.stop();
    }

    private void tell(Optional<String> wrong) {
        problem.setText(wrong.orElse(""));
        problem.setVisible(wrong.isPresent());
        tag.pseudoClassStateChanged(WRONG, wrong.isPresent());
        if (wrong.isPresent()) {
            focusTag();
        }
    }

    private void waiting(boolean yes) {
        boolean hadFocus = resolve.isFocused() || cancel.isFocused();
        resolve.setVisible(!yes);
        cancel.setVisible(yes);
        // A bar that is not seen must not beat.
        progress.setProgress(yes ? ProgressBar.INDETERMINATE_PROGRESS : 0);
        progress.setVisible(yes);
        if (hadFocus) {
            (yes ? cancel : resolve).requestFocus();
        }
    }

    /** Protocols as people write them. */
    private static final class ProtocolName extends StringConverter<String> {

        @Override
        public String toString(String protocol) {
            return protocol == null ? "" : switch (protocol) {
                case "openrtb" -> "OpenRTB";
                case "custom" -> "Custom";
                default -> protocol.toUpperCase(Locale.ROOT);
            };
        }

        @Override
        public String fromString(String shown) {
            return shown.toLowerCase(Locale.ROOT);
        }
    }
}
