package io.spotcheck.desktop;

import static org.awaitility.Awaitility.await;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.sample.SampleAuction;
import io.spotcheck.desktop.sample.SampleSchedule;
import io.spotcheck.desktop.session.History;
import io.spotcheck.desktop.session.LiveResolution.Phase;
import io.spotcheck.desktop.shell.TabModel;
import io.spotcheck.desktop.shell.WindowMemory;
import io.spotcheck.desktop.theme.Theme;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.workspace.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Takes pictures of the real window with real content of the sandbox, in both themes. Not a test: run its main with a
 * folder and, where the display has room for it, {@code wide}.
 */
public final class Screenshots {

    private final Path folder;
    private final boolean wide;

    private Screenshots(Path folder, boolean wide) {
        this.folder = folder;
        this.wide = wide;
    }

    /**
     * Takes the pictures.
     *
     * @param args the folder to write to, and {@code wide} for pictures of 1600×1000
     */
    public static void main(String[] args) throws Exception {
        var pictures = new Screenshots(Path.of(args[0]), args.length > 1 && args[1].equals("wide"));
        Files.createDirectories(pictures.folder);
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        pictures.take();
        Platform.exit();
    }

    private void take() throws IOException {
        Path memory = Files.createTempDirectory("spotcheck-window").resolve("window.json");
        Optional<Installation> installation = Installation.find();
        Stage stage = onFx(Stage::new);
        Workbench bench = onFx(() -> new Workbench(new WindowMemory(memory), installation, _ -> Optional.empty()));
        onFx(() -> {
            bench.show(stage);
            stage.setWidth(wide ? 1600 : 1000);
            stage.setHeight(wide ? 1000 : 700);
            stage.setX(0);
            stage.setY(0);
            return stage;
        });
        String size = wide ? "1600" : "1000";
        shoot(stage, bench, "empty-" + size);
        installation.ifPresent(i -> onFx(() -> {
            bench.open(i.profiles());
            return bench;
        }));
        String sandbox = bench.sandbox().baseUrl();
        runProfiles(bench);
        resolve(bench, sandbox + "/tags/three-hops");
        trackSome(bench);
        onFx(() -> {
            stage.getScene().lookup("#resolution").requestFocus();
            return stage;
        });
        shoot(stage, bench, "three-hops-" + size);
        resolve(bench, sandbox + "/tags/malformed");
        shoot(stage, bench, "malformed-" + size);
        resolve(bench, sandbox + "/tags/companions");
        press(stage, "#pane-preview");
        press(stage, "#pane-cache");
        shoot(stage, bench, "companions-" + size);
        resolve(bench, sandbox + "/tags/three-hops");
        resolveAgain(bench);
        press(stage, "#pane-findings");
        press(stage, "#pane-history");
        shoot(stage, bench, "lint-" + size);
        edit(bench, stage);
        shoot(stage, bench, "edit-" + size);
        openProfile(bench, "vmap", "schedule");
        shoot(stage, bench, "schedule-" + size);
        recall(bench, SampleSchedule.answer(), Optional.of(SampleSchedule.request()));
        press(stage, "#pane-history");
        shoot(stage, bench, "breaks-" + size);
        recall(bench, SampleAuction.answer(), Optional.empty());
        shoot(stage, bench, "bids-" + size);
        press(stage, "#pane-tracking");
        resolve(bench, sandbox + "/tags/pod?correlator=" + "0123456789".repeat(12) + "&end=here");
        onFx(() -> {
            bench.window().layout().requestShownProperty().set(true);
            bench.window().beacons().firingProperty().set(true);
            return stage;
        });
        shoot(stage, bench, "pod-form-fire-" + size);
        onFx(() -> {
            bench.close();
            stage.close();
            return stage;
        });
    }

    private static void runProfiles(Workbench bench) {
        await().until(() -> onFx(() -> !bench.window().profiles().profiles().isEmpty()));
        onFx(() -> {
            bench.window().profiles().runAll();
            return bench;
        });
        await().atMost(Duration.ofSeconds(60)).until(() ->
                onFx(() -> bench.window().profiles().pendingProperty().get()) == 0);
    }

    /** Records the beacons of a playback's beginning. */
    private static void trackSome(Workbench bench) {
        TabModel tab = onFx(() -> bench.window().current());
        for (String event : List.of("impression", "start", "firstQuartile")) {
            int before = onFx(() -> tab.beacons().log().size());
            onFx(() -> {
                tab.beacons().track(event, OptionalInt.of(0), MacroValues.none());
                return tab;
            });
            await().until(() -> onFx(() -> tab.beacons().log().size()) > before);
        }
    }

    private static void resolve(Workbench bench, String url) {
        TabModel tab = onFx(() -> {
            bench.window().paste(url);
            bench.window().current().resolve();
            return bench.window().current();
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> onFx(() -> tab.resolution().phaseProperty().get())
                == Phase.FINISHED);
    }

    private static void openProfile(Workbench bench, String group, String file) {
        TabModel tab = onFx(() -> {
            bench.window().open(bench.window().profiles().profiles().stream().filter(p -> p.group().equals(group)
                    && p.file().getFileName().toString().startsWith(file)).findFirst().orElseThrow());
            return bench.window().current();
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> onFx(() -> tab.resolution().phaseProperty().get())
                == Phase.FINISHED);
    }

    private static void resolveAgain(Workbench bench) {
        TabModel tab = onFx(() -> {
            bench.window().current().resolve();
            return bench.window().current();
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> onFx(() -> tab.resolution().phaseProperty().get())
                == Phase.FINISHED);
        await().until(() -> onFx(() -> !tab.lint().reportProperty().get().documents().isEmpty()));
    }

    /** Opens a copy of the last document, and asks what can be written in it. */
    private static void edit(Workbench bench, Stage stage) {
        onFx(() -> {
            bench.window().openCopy(bench.window().current(), "https://ads.example/tag", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <VAST version="4.2">
                      <Ad id="harbour-1">
                        <InLine>
                          <AdSystem>Harbour</AdSystem>
                          <AdTitle>Ferry in the morning</AdTitle>
                          <Impression><![CDATA[http://t.example/imp?cb=[CACHEBUSTING]]]></Impression>
                          <
                          <Creatives>
                            <Creative>
                              <Linear skipoffset="0:05">
                                <Duration>00:00:15</Duration>
                              </Linear>
                            </Creative>
                          </Creatives>
                        </InLine>
                      </Ad>
                    </VAST>
                    """, true);
            return bench;
        });
        settle();
        onFx(() -> {
            var text = (org.fxmisc.richtext.CodeArea) stage.getScene().getRoot().lookupAll("#editor").stream()
                    .filter(Screenshots::isSeen).findFirst().orElseThrow();
            text.requestFocus();
            text.moveTo(7, 7);
            text.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SPACE, false, true, false, false));
            return text;
        });
    }

    private static void recall(Workbench bench, AdResponse answer, Optional<AdRequest> request) {
        onFx(() -> {
            TabModel tab = bench.window().open();
            tab.recall(new History.Entry(1, Instant.now(), answer, Optional.empty(), request));
            int first = answer.breaks().isEmpty() ? answer.bids().getFirst().nodeId() : answer.breaks().get(2).nodeId();
            tab.selection().select(first);
            return tab;
        });
    }

    private void shoot(Stage stage, Workbench bench, String name) {
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                bench.window().layout().themeProperty().set(theme);
                return stage;
            });
            settle();
            Path file = folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            onFx(() -> {
                var image = SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null);
                try {
                    ImageIO.write(image, "png", file.toFile());
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
                return file;
            });
        }
    }

    private static void press(Stage stage, String button) {
        // Every tab has its own panes: the ones in front are those that can be seen.
        onFx(() -> {
            stage.getScene().getRoot().lookupAll(button).stream().filter(n -> n.getScene() != null && isSeen(n))
                    .forEach(n -> ((ToggleButton) n).fire());
            return stage;
        });
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    /** Lets layout, selection and highlighting come to rest. */
    private static void settle() {
        long from = System.nanoTime();
        await().until(() -> {
            onFx(() -> true);
            return System.nanoTime() - from > 700_000_000L;
        });
    }

    private static <T> T onFx(Supplier<T> work) {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error failed) {
                done.completeExceptionally(failed);
            }
        });
        return done.join();
    }
}
