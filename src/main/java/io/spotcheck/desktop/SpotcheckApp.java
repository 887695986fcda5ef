package io.spotcheck.desktop;

import io.spotcheck.desktop.shell.FilePicker;
import io.spotcheck.desktop.shell.WindowMemory;
import io.spotcheck.workspace.Installation;
import io.spotcheck.workspace.ProfileFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;

/** The desktop application. */
public final class SpotcheckApp extends Application {

    private static final int[] ICON_SIZES = {16, 32, 48, 128, 256};

    private Optional<Workbench> workbench = Optional.empty();

    /** Made by JavaFX. */
    public SpotcheckApp() {
    }

    /**
     * Starts JavaFX and shows the window; returns when it was closed.
     *
     * @param path what to open: a workspace's folder, the file of a profile or of a document; with a document, or with
     *             nothing, there is the last workspace, or the sample one
     */
    public static void launch(Optional<Path> path) {
        Application.launch(SpotcheckApp.class, path.map(Path::toString).stream().toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Optional<Installation> installation = Installation.find();
        installation.ifPresent(home -> addIcons(stage, home));
        var memory = new WindowMemory(WindowMemory.standardFile());
        var bench = new Workbench(memory, installation, picker(stage));
        workbench = Optional.of(bench);
        bench.show(stage);
        Optional<Path> asked = getParameters().getUnnamed().stream().findFirst().map(Path::of);
        Optional<Path> document = asked.filter(path -> Files.isRegularFile(path) && !ProfileFile.isNamedAsOne(path));
        asked.filter(_ -> document.isEmpty())
                .or(() -> memory.read().workspace().map(Path::of).filter(Files::isDirectory))
                .or(() -> installation.map(Installation::profiles))
                .ifPresent(bench::open);
        document.ifPresent(bench::openDocument);
        if (Boolean.getBoolean(Rehearsal.PROPERTY)) {
            Rehearsal.play(bench.window());
        }
    }

    @Override
    public void stop() {
        workbench.ifPresent(Workbench::close);
        workbench = Optional.empty();
        Platform.exit();
    }

    private static void addIcons(Stage stage, Installation home) {
        for (int size : ICON_SIZES) {
            Path icon = home.assets().resolve("icons").resolve("spotcheck-" + size + ".png");
            if (Files.isRegularFile(icon)) {
                stage.getIcons().add(new Image(icon.toUri().toString()));
            }
        }
    }

    private static FilePicker picker(Stage stage) {
        return title -> {
            var chooser = new DirectoryChooser();
            chooser.setTitle(title);
            return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
        };
    }
}
