package io.spotcheck.desktop.sample;

import io.spotcheck.desktop.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A window that shows one pane, in either theme. */
public final class PaneStage {

    private final Stage stage;

    private PaneStage(Stage stage) {
        this.stage = stage;
    }

    /** Opens a window of this size, in pixels, at most 1000 by 1000. */
    public static PaneStage open(double width, double height) {
        try {
            FxToolkit.registerPrimaryStage();
            return call(() -> {
                var stage = new Stage();
                stage.setScene(new Scene(new StackPane(), width, height));
                stage.setX(0);
                stage.setY(0);
                stage.setWidth(width);
                stage.setHeight(height);
                stage.show();
                return new PaneStage(stage);
            });
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows a pane that is made on the JavaFX thread. */
    public <P extends Parent> P show(Theme theme, Callable<P> pane) {
        return call(() -> {
            P shown = pane.call();
            theme.dress(stage.getScene());
            ((StackPane) stage.getScene().getRoot()).getChildren().setAll(shown);
            return shown;
        });
    }

    /** The window's scene. */
    public Scene scene() {
        return stage.getScene();
    }

    /** Closes the window. */
    public void close() {
        run(stage::hide);
    }

    /** Writes a picture of the window to {@code target/screenshots}. */
    public void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image = call(() -> stage.getScene().snapshot(null));
        try {
            Path file = Path.of("target", "screenshots", name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something on the JavaFX thread and waits for it. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Gets something on the JavaFX thread. */
    public static <T> T call(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }
}
