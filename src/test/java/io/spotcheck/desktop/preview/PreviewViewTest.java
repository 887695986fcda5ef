package io.spotcheck.desktop.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import io.spotcheck.ad.Ad;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.Resource;
import io.spotcheck.desktop.preview.PreviewModel.State;
import io.spotcheck.desktop.sample.PaneStage;
import io.spotcheck.desktop.sample.SampleTab;
import io.spotcheck.desktop.theme.Theme;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        serve("/page.mp4", "video/mp4", "<html><body>Not here</body></html>".repeat(100).getBytes(UTF_8));
        serve("/page.png", "image/png", "<html><body>Not here</body></html>".getBytes(UTF_8));
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

    @Test
    void aFileThatIsNoFilmIsSaidAndTracked() {
        show("/page.mp4");
        PaneStage.run(model::play);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                assertThat(PaneStage.call(() -> model.stateProperty().get())).isEqualTo(State.FAILED));
        assertThat(tab.beacons().tracked()).extracting(t -> t.macros().value("ERRORCODE").orElse("none"))
                .as(() -> model.problemProperty().get().orElseThrow()).containsExactly("405");
    }

    @ParameterizedTest
    @CsvSource({"STATIC, /missing.png, 603", "STATIC, /page.png, 600", "STATIC, http://127.0.0.1:1/x.png, 603",
            "IFRAME, /missing.html, 603"})
    void aCompanionThatCannotBeShownIsSaidAndTracked(Resource.Kind kind, String path, String code) {
        show("/silent-4s.mp4");
        Ad ad = tab.answer().ads().getFirst();
        String url = path.startsWith("/") ? base() + path : path;
        var companion = new Creative.Companion(Optional.empty(), OptionalInt.of(300), OptionalInt.of(250),
                Optional.empty(), List.of(new Resource(kind, Optional.of("image/png"), url)), Optional.empty(),
                Optional.empty(), ad.nodeId());
        PaneStage.run(() -> tab.live().finish(tab.answer().toBuilder().ads(List.of(new Ad(ad.id(), ad.sequence(),
                ad.adSystem(), ad.adTitle(), ad.advertiser(), ad.adServingId(), ad.universalAdIds(),
                List.of(ad.creatives().getFirst(), companion), ad.verifications(), ad.tracking(), ad.extensions(),
                ad.details(), ad.nodeId()))).build()));
        PaneStage.run(() -> view.root().lookupAll(".resource-bar .button").stream().map(Button.class::cast)
                .forEach(Button::fire));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(PaneStage.call(() ->
                tab.beacons().tracked().stream().map(t -> t.event() + " " + t.macros().value("ERRORCODE").orElse(""))
                        .toList())).containsExactly("error " + code));
        assertThat(PaneStage.call(() -> view.root().lookupAll(".resource-frame .label").stream().map(Label.class::cast)
                .map(Label::getText).toList())).anyMatch(text -> text.contains(code) && text.contains(url));
    }

    private static void serve(String path, String type, byte[] body) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            boolean bare = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, bare ? -1 : body.length);
            if (!bare) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
    }

    private static String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
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
