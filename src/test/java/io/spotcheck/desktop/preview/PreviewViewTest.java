package io.spotcheck.desktop.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import io.spotcheck.desktop.preview.PreviewModel.State;
import io.spotcheck.desktop.sample.PaneStage;
import io.spotcheck.desktop.sample.SampleTab;
import io.spotcheck.desktop.theme.Theme;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Plays a real file over HTTP. The clip has no sound, so that its clock is the real one: the tests' sound card takes
 * everything at once, and a clip with sound plays in no time.
 */
class PreviewViewTest {

    private static final Path CLIPS = Path.of("src/test/resources/io/spotcheck/desktop/preview");

    private static HttpServer server;
    private static PaneStage stage;
    private PreviewModel model;
    private PreviewView view;
    private SampleTab tab;

    @BeforeAll
    static void open() {
        server = SimpleFileServer.createFileServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                CLIPS.toAbsolutePath(), OutputLevel.NONE);
        server.start();
        stage = PaneStage.open(480, 720);
    }

    @AfterAll
    static void close() {
        stage.close();
        server.stop(0);
    }

    @AfterEach
    void dispose() {
        PaneStage.run(() -> {
            view.dispose();
            model.dispose();
        });
    }

    @Test
    void theRealPlayheadEarnsTheFirstQuartile() {
        show("/silent-4s.mp4");
        assertThat(tab.beacons().events()).isEmpty();
        PaneStage.run(model::play);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(PaneStage.call(() ->
                tab.beacons().events())).startsWith("impression", "start").contains("firstQuartile"));
        var quartile = tab.beacons().tracked().stream().filter(t -> t.event().equals("firstQuartile")).findFirst()
                .orElseThrow();
        assertThat(quartile.macros().value("ADPLAYHEAD").orElseThrow()).startsWith("00:00:01.");
        assertThat(tab.beacons().events()).doesNotContain("midpoint");
        assertThat(PaneStage.call(() -> model.stateProperty().get())).isEqualTo(State.PLAYING);
    }

    @Test
    void aMissingFileIsSaidAndTracked() {
        show("/no-such-file.mp4");
        PaneStage.run(model::play);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                assertThat(PaneStage.call(() -> model.stateProperty().get())).isEqualTo(State.FAILED));
        assertThat(tab.beacons().events()).containsExactly("error");
        assertThat(tab.beacons().tracked().getFirst().macros().value("ERRORCODE")).contains("401");
        assertThat(model.problemProperty().get().orElseThrow()).contains("401");
    }

    private void show(String path) {
        tab = new SampleTab("http://127.0.0.1:" + server.getAddress().getPort() + path);
        model = PaneStage.call(() -> new PreviewModel(tab.live(), tab.selection(), tab.beacons()));
        stage.show(Theme.LIGHT, () -> {
            view = new PreviewView(model);
            return (Parent) view.root();
        });
    }
}
