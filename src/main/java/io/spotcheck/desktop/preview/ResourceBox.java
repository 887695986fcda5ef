package io.spotcheck.desktop.preview;

import io.spotcheck.ad.Creative;
import io.spotcheck.ad.Resource;
import io.spotcheck.desktop.session.UiThread;
import io.spotcheck.desktop.wording.Messages;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.concurrent.Worker;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/** A companion or an overlay: asked for and shown only when a person wants to see it, in the size it declares. */
final class ResourceBox {

    private static final Messages TEXTS = Messages.of(ResourceBox.class);
    private static final String NOTHING = "about:blank";
    private static final int USUAL_WIDTH = 300;
    private static final int USUAL_HEIGHT = 250;

    private final UiThread ui = UiThread.javaFx();
    private final PreviewModel model;
    private final Creative creative;
    private final Resource resource;
    private final Runnable onShown;
    private final double width;
    private final double height;
    private final Label message = new Label();
    private final StackPane frame = new StackPane();
    private final VBox root;
    private Optional<WebView> page = Optional.empty();
    private boolean disposed;

    private ResourceBox(PreviewModel model, Creative creative, Resource resource, OptionalInt width,
                        OptionalInt height, Runnable onShown) {
        this.model = model;
        this.creative = creative;
        this.resource = resource;
        this.onShown = onShown;
        this.width = width.orElse(USUAL_WIDTH);
        this.height = height.orElse(USUAL_HEIGHT);
        var name = new Hyperlink(TEXTS.get("resource." + creative.kind(), (int) this.width, (int) this.height,
                TEXTS.get("kind." + resource.kind().name())));
        name.setOnAction(_ -> model.select(creative.nodeId()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var show = new Button(TEXTS.get("show"));
        show.getStyleClass().addAll("quiet", "small");
        show.setOnAction(_ -> show());
        var bar = new HBox(name, gap, show);
        bar.getStyleClass().add("resource-bar");
        message.setText(TEXTS.get("resource.idle"));
        message.getStyleClass().addAll("small", "muted");
        message.setWrapText(true);
        frame.getStyleClass().add("resource-frame");
        frame.setPrefSize(this.width, 56);
        frame.setMaxWidth(Math.max(this.width, 240));
        frame.getChildren().add(message);
        root = new VBox(bar, frame);
        root.setFillWidth(true);
    }

    /** A box for each resource of a companion or an overlay. */
    static List<ResourceBox> of(PreviewModel model, Creative creative) {
        return switch (creative) {
            case Creative.Linear _ -> List.of();
            case Creative.Companion companion -> companion.resources().stream().map(resource ->
                    new ResourceBox(model, creative, resource, companion.width(), companion.height(),
                            () -> model.shown(companion))).toList();
            case Creative.NonLinear overlay -> overlay.resources().stream().map(resource ->
                    new ResourceBox(model, creative, resource, overlay.width(), overlay.height(), () -> { })).toList();
        };
    }

    Node root() {
        return root;
    }

    /** Asks for the resource and shows it. */
    void show() {
        frame.setPrefSize(width, height);
        frame.setMinHeight(height);
        switch (resource.kind()) {
            case STATIC -> showImage();
            case HTML -> page().getEngine().loadContent(resource.value());
            case IFRAME -> whenThere(() -> page().getEngine().load(resource.value()));
        }
    }

    /** Goes on when the server has the resource at all. */
    private void whenThere(Runnable load) {
        Thread.ofVirtual().name("resource-probe").start(() -> {
            ui.checkNot();
            Optional<String> missing = MediaProbe.missing(resource.value().strip());
            ui.execute(() -> {
                if (missing.isPresent()) {
                    fail(ResourceFault.Kind.NOT_FETCHED);
                } else if (!disposed) {
                    load.run();
                }
            });
        });
    }

    void dispose() {
        disposed = true;
        page.ifPresent(web -> web.getEngine().load(NOTHING));
        frame.getChildren().clear();
    }

    private void showImage() {
        boolean script = resource.type().filter(t -> !t.startsWith("image/")).isPresent();
        if (script) {
            fail(ResourceFault.Kind.TYPE);
        } else {
            whenThere(this::loadImage);
        }
    }

    private void loadImage() {
        try {
            var image = new Image(resource.value().strip(), true);
            image.errorProperty().subscribe(broken -> {
                if (broken) {
                    fail(isOfNetwork(image.getException()) ? ResourceFault.Kind.NOT_FETCHED
                            : ResourceFault.Kind.NOT_SHOWN);
                }
            });
            image.progressProperty().subscribe(loaded -> {
                if (loaded.doubleValue() >= 1 && !image.isError()) {
                    onShown.run();
                }
            });
            frame.getChildren().setAll(new ImageView(image));
        } catch (IllegalArgumentException notUrl) {
            fail(ResourceFault.Kind.NOT_FETCHED);
        }
    }

    /** What goes wrong on the network is told by Java's own exceptions; the decoders of pictures have theirs. */
    private static boolean isOfNetwork(@Nullable Exception fault) {
        return fault != null && fault.getClass().getName().startsWith("java.");
    }

    /** The web view, made only now: it is heavy. */
    private WebView page() {
        WebView web = page.orElseGet(() -> {
            var made = new WebView();
            made.setPrefSize(width, height);
            made.setMinSize(0, 0);
            made.setMaxSize(width, height);
            made.setContextMenuEnabled(false);
            made.getEngine().getLoadWorker().exceptionProperty().subscribe(fault -> {
                if (fault != null) {
                    fail(resource.kind() == Resource.Kind.HTML ? ResourceFault.Kind.NOT_SHOWN
                            : ResourceFault.Kind.NOT_FETCHED);
                }
            });
            made.getEngine().getLoadWorker().stateProperty().subscribe((_, state) -> {
                if (state == Worker.State.SUCCEEDED && !made.getEngine().getLocation().equals(NOTHING)) {
                    onShown.run();
                }
            });
            return made;
        });
        page = Optional.of(web);
        frame.getChildren().setAll(web);
        return web;
    }

    private void fail(ResourceFault.Kind kind) {
        if (!disposed) {
            var fault = new ResourceFault(kind, kind == ResourceFault.Kind.TYPE ? resource.type().orElse("")
                    : resource.value());
            int code = model.failed(creative, fault);
            say(TEXTS.get("resource." + kind.name(), fault.detail(), code));
        }
    }

    private void say(String text) {
        message.setText(text);
        frame.getChildren().setAll(message);
    }
}
