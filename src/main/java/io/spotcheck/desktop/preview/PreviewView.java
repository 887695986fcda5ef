package io.spotcheck.desktop.preview;

import io.spotcheck.ad.MediaFile;
import io.spotcheck.desktop.control.EmptyState;
import io.spotcheck.desktop.control.UrlLabel;
import io.spotcheck.desktop.preview.PreviewModel.State;
import io.spotcheck.desktop.preview.PreviewModel.Subject;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The preview pane: the player, the renditions, and what is shown over and beside the video. */
public final class PreviewView {

    private static final Messages TEXTS = Messages.of(PreviewView.class);

    private final PreviewModel model;
    private final BorderPane root = new BorderPane();
    private final Label title = new Label();
    private final UrlLabel url = new UrlLabel();
    private final Label notice = new Label();
    private final StagePane stage;
    private final ControlBar controls;
    private final RenditionTable renditions;
    private final VBox player;
    private final VBox resources = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final HBox bar;
    private final EmptyState empty = new EmptyState(TEXTS.get("empty"));
    private final Subscription subscriptions;
    private List<ResourceBox> boxes = List.of();

    /** A view of this model. */
    public PreviewView(PreviewModel model) {
        this.model = model;
        stage = new StagePane(model, scroll.heightProperty());
        controls = new ControlBar(model);
        renditions = new RenditionTable(model);
        title.getStyleClass().add("strong");
        title.setMinWidth(Label.USE_PREF_SIZE);
        title.setMaxWidth(240);
        HBox.setHgrow(url, Priority.ALWAYS);
        url.getStyleClass().add("muted");
        bar = new HBox(title, url);
        bar.getStyleClass().add("pane-bar");
        bar.setSpacing(8);
        notice.getStyleClass().addAll("preview-notice", "small", Mark.WARNING.styleClass());
        notice.setWrapText(true);
        notice.managedProperty().bind(notice.visibleProperty());
        resources.getStyleClass().add("preview-resources");
        player = new VBox(stage.root(), controls.root(), notice);
        player.managedProperty().bind(player.visibleProperty());
        scroll.setContent(new VBox(player, renditions.root(), resources));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        root.getStyleClass().add("pane");
        root.getStylesheets().add(Objects.requireNonNull(
                PreviewView.class.getResource("preview.css")).toExternalForm());
        root.setTop(bar);
        root.setCenter(new StackPane(scroll, empty));
        subscriptions = Subscription.combine(
                model.subjectProperty().subscribe(this::show),
                model.renditionProperty().subscribe(file -> url.show(file.map(MediaFile::url).orElse(""))),
                model.problemProperty().subscribe(_ -> tell()),
                model.stateProperty().subscribe(_ -> tell()));
    }

    /** The pane. */
    public Node root() {
        return root;
    }

    /** Stops the player and to follow the model. */
    public void dispose() {
        subscriptions.unsubscribe();
        stage.dispose();
        controls.dispose();
        renditions.dispose();
        boxes.forEach(ResourceBox::dispose);
        model.reset();
    }

    private void show(Optional<Subject> subject) {
        bar.setVisible(subject.isPresent());
        scroll.setVisible(subject.isPresent());
        empty.setVisible(subject.isEmpty());
        boxes.forEach(ResourceBox::dispose);
        boxes = subject.stream().flatMap(s -> s.others().stream())
                .flatMap(creative -> ResourceBox.of(model, creative).stream()).toList();
        resources.getChildren().setAll(boxes.stream().map(ResourceBox::root).toList());
        if (!boxes.isEmpty()) {
            var heading = new Label(TEXTS.get("resources"));
            heading.getStyleClass().add("pane-title");
            resources.getChildren().addFirst(heading);
        }
        resources.setVisible(!boxes.isEmpty());
        player.setVisible(subject.flatMap(Subject::linear).isPresent());
        subject.ifPresent(shown -> {
            String name = shown.ad().adTitle().or(shown.ad()::id).orElse(TEXTS.get("ad"));
            title.setText(shown.count() > 1 ? TEXTS.get("title.of", name, shown.index() + 1, shown.count()) : name);
        });
    }

    private void tell() {
        Optional<String> problem = model.problemProperty().get();
        // A failure is told where the picture would be.
        notice.setVisible(problem.isPresent() && model.stateProperty().get() != State.FAILED);
        notice.setText(problem.map(p -> Mark.WARNING.shape() + " " + p).orElse(""));
    }
}
