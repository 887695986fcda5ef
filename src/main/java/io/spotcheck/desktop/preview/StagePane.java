package io.spotcheck.desktop.preview;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.wording.Messages;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.media.MediaView;
import javafx.util.Subscription;

/** Where the video is: the picture, what is wrong with it, the large Play button, and Skip. */
final class StagePane {

    private static final Messages TEXTS = Messages.of(StagePane.class);
    private static final double HEIGHT_OF_WIDTH = 9.0 / 16;
    private static final double HIGHEST = 405;
    private static final double LOWEST = 144;
    private static final double CONTROLS = 72;

    private final PreviewModel model;
    private final StackPane root = new StackPane();
    private final MediaView picture = new MediaView();
    private final Label message = new Label();
    private final Button play = new Button();
    private final Button again = new Button(TEXTS.get("new"));
    private final Button skip = new Button();
    private final Subscription subscriptions;
    private Subscription media = Subscription.EMPTY;

    /**
     * The stage of this model.
     *
     * @param room the height of the pane in which it is
     */
    StagePane(PreviewModel model, ReadOnlyDoubleProperty room) {
        this.model = model;
        root.getStyleClass().add("preview-stage");
        root.setMinHeight(Region.USE_PREF_SIZE);
        // As high as the picture, but never so high that the controls below are out of sight.
        root.prefHeightProperty().bind(Bindings.createDoubleBinding(() -> Math.clamp(
                Math.min(root.getWidth() * HEIGHT_OF_WIDTH, room.get() - CONTROLS), LOWEST, HIGHEST),
                root.widthProperty(), room));
        root.setMaxHeight(Region.USE_PREF_SIZE);
        picture.setPreserveRatio(true);
        picture.fitWidthProperty().bind(root.widthProperty());
        picture.fitHeightProperty().bind(root.heightProperty());
        picture.setManaged(false);
        message.getStyleClass().add("stage-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        play.getStyleClass().add("accent");
        play.setOnAction(_ -> model.play());
        again.setOnAction(_ -> {
            model.reset();
            model.play();
        });
        again.setTooltip(Columns.tooltip(TEXTS.get("new.hint")));
        skip.getStyleClass().add("stage-skip");
        skip.setOnAction(_ -> model.skip());
        StackPane.setAlignment(skip, Pos.BOTTOM_RIGHT);
        var buttons = new HBox(8, play, again);
        buttons.setAlignment(Pos.CENTER);
        var middle = new VBox(16, message, buttons);
        middle.setAlignment(Pos.CENTER);
        middle.setPickOnBounds(false);
        StackPane.setAlignment(middle, Pos.CENTER);
        for (Node node : new Node[] {message, play, again, skip}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        root.getChildren().addAll(picture, middle, skip);
        subscriptions = Subscription.combine(
                model.playerProperty().subscribe(this::show),
                model.stateProperty().subscribe(_ -> tell()),
                model.problemProperty().subscribe(_ -> tell()),
                model.playheadProperty().subscribe(_ -> tellSkip()));
        picture.layoutBoundsProperty().subscribe(this::centre);
        root.heightProperty().subscribe(this::centre);
        root.widthProperty().subscribe(this::centre);
    }

    Node root() {
        return root;
    }

    void dispose() {
        subscriptions.unsubscribe();
        media.unsubscribe();
        picture.setMediaPlayer(null);
    }

    private void show(Optional<Player> player) {
        media.unsubscribe();
        media = Subscription.EMPTY;
        picture.setMediaPlayer(null);
        player.filter(JavaFxPlayer.class::isInstance).map(JavaFxPlayer.class::cast).ifPresent(shown ->
                media = shown.mediaProperty().subscribe(m -> picture.setMediaPlayer(m.orElse(null))));
    }

    private void centre() {
        // Not managed, so that the picture never asks for more room than the pane has.
        picture.relocate((root.getWidth() - picture.getLayoutBounds().getWidth()) / 2,
                (root.getHeight() - picture.getLayoutBounds().getHeight()) / 2);
    }

    private void tell() {
        PreviewModel.State state = model.stateProperty().get();
        play.setVisible(switch (state) {
            case IDLE, FAILED, OVER -> true;
            case LOADING, PLAYING, PAUSED -> false;
        });
        again.setVisible(state == PreviewModel.State.OVER);
        play.setText(TEXTS.get(switch (state) {
            case FAILED -> "retry";
            case OVER -> "replay";
            case IDLE, LOADING, PLAYING, PAUSED -> "play";
        }));
        message.setText(switch (state) {
            case IDLE -> TEXTS.get("idle");
            case LOADING -> TEXTS.get("loading");
            case FAILED -> model.problemProperty().get().orElse("");
            case OVER -> TEXTS.get("over");
            case PLAYING, PAUSED -> "";
        });
        message.setVisible(!message.getText().isEmpty());
        picture.setVisible(state != PreviewModel.State.FAILED);
        picture.setOpacity(state == PreviewModel.State.OVER ? 0.35 : 1);
        tellSkip();
    }

    private void tellSkip() {
        Optional<Duration> left = model.skippableIn();
        skip.setVisible(left.isPresent());
        left.ifPresent(time -> {
            skip.setDisable(!time.isZero());
            skip.setText(time.isZero() ? TEXTS.get("skip")
                    : TEXTS.get("skip.in", (time.toMillis() + 999) / 1000));
        });
    }
}
