package io.spotcheck.desktop.preview;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.control.StatusMark;
import io.spotcheck.desktop.preview.PreviewModel.State;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The player's controls, and below them which events the playback has earned. */
final class ControlBar {

    private static final Messages TEXTS = Messages.of(ControlBar.class);
    private static final List<String> SEQUENCE =
            List.of("impression", "start", "firstQuartile", "midpoint", "thirdQuartile", "complete");

    private final PreviewModel model;
    private final Button play = button();
    private final Button stop = button();
    private final Slider position = new Slider(0, 1, 0);
    private final Label time = new Label();
    private final ToggleButton mute = new ToggleButton();
    private final Slider volume = new Slider(0, 1, 1);
    private final Map<String, StatusMark> marks = new LinkedHashMap<>();
    private final ObservableList<String> earned;
    private final ListChangeListener<String> onEarned = _ -> tellEarned();
    private final Subscription subscriptions;
    private final VBox root;
    private boolean following;

    ControlBar(PreviewModel model) {
        this.model = model;
        play.setOnAction(_ -> {
            if (model.stateProperty().get() == State.PLAYING) {
                model.pause();
            } else {
                model.play();
            }
        });
        stop.setGraphic(PlayerIcon.STOP.node());
        stop.setTooltip(Columns.tooltip(TEXTS.get("close")));
        stop.setAccessibleText(TEXTS.get("close"));
        stop.setOnAction(_ -> model.close());
        time.getStyleClass().addAll("mono-small", "muted");
        time.setMinWidth(Label.USE_PREF_SIZE);
        mute.getStyleClass().addAll("quiet", "icon-only");
        mute.selectedProperty().bindBidirectional(model.mutedProperty());
        volume.valueProperty().bindBidirectional(model.volumeProperty());
        volume.getStyleClass().add("small");
        position.getStyleClass().add("small");
        volume.setPrefWidth(72);
        volume.setMinWidth(48);
        volume.setAccessibleText(TEXTS.get("volume"));
        volume.setTooltip(Columns.tooltip(TEXTS.get("volume")));
        position.setAccessibleText(TEXTS.get("position"));
        position.setTooltip(Columns.tooltip(TEXTS.get("position.hint")));
        position.setMinWidth(64);
        HBox.setHgrow(position, Priority.ALWAYS);
        var controls = new HBox(play, stop, position, time, mute, volume);
        controls.getStyleClass().add("preview-controls");
        var sequence = new FlowPane(16, 0);
        sequence.getStyleClass().add("preview-sequence");
        for (String event : SEQUENCE) {
            var mark = new StatusMark();
            mark.getStyleClass().add("small");
            mark.setTooltip(Columns.tooltip(TEXTS.get("sequence.hint", event)));
            marks.put(event, mark);
            sequence.getChildren().add(mark);
        }
        root = new VBox(controls, sequence);
        earned = model.earned();
        earned.addListener(onEarned);
        tellEarned();
        subscriptions = Subscription.combine(
                model.stateProperty().subscribe(this::tell),
                model.playheadProperty().subscribe(_ -> tellTime()),
                model.lengthProperty().subscribe(_ -> tellTime()),
                model.mutedProperty().subscribe(this::tellMute),
                position.valueProperty().subscribe((_, share) -> {
                    if (!following) {
                        seek(share.doubleValue());
                    }
                }));
    }

    Node root() {
        return root;
    }

    void dispose() {
        subscriptions.unsubscribe();
        earned.removeListener(onEarned);
        mute.selectedProperty().unbindBidirectional(model.mutedProperty());
        volume.valueProperty().unbindBidirectional(model.volumeProperty());
    }

    private static Button button() {
        var button = new Button();
        button.getStyleClass().addAll("quiet", "icon-only");
        return button;
    }

    private void seek(double share) {
        model.lengthProperty().get().ifPresent(length ->
                model.seek(Duration.ofNanos((long) (length.toNanos() * share))));
    }

    private void tell(State state) {
        boolean plays = state == State.PLAYING;
        play.setGraphic((plays ? PlayerIcon.PAUSE : PlayerIcon.PLAY).node());
        String hint = TEXTS.get(plays ? "pause" : "play");
        play.setTooltip(Columns.tooltip(hint));
        play.setAccessibleText(hint);
        play.setDisable(state == State.LOADING);
        stop.setDisable(state == State.IDLE || state == State.OVER || state == State.FAILED);
        position.setDisable(!plays && state != State.PAUSED);
    }

    private void tellTime() {
        Duration at = model.playheadProperty().get();
        var length = model.lengthProperty().get();
        time.setText(PlayheadText.clock(at) + " / " + length.map(PlayheadText::clock).orElse("–"));
        following = true;
        position.setValue(length.filter(l -> !l.isZero()).map(l -> at.toNanos() / (double) l.toNanos()).orElse(0.0));
        following = false;
    }

    private void tellMute(boolean muted) {
        mute.setGraphic((muted ? PlayerIcon.SILENCE : PlayerIcon.SOUND).node());
        String hint = TEXTS.get(muted ? "unmute" : "mute");
        mute.setTooltip(Columns.tooltip(hint));
        mute.setAccessibleText(hint);
    }

    private void tellEarned() {
        marks.forEach((event, mark) -> mark.show(earned.contains(event) ? Mark.OK : Mark.NONE,
                TEXTS.get("sequence." + event)));
    }
}
