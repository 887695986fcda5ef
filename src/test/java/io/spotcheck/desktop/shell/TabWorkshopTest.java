package io.spotcheck.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.cache.MemoryCache;
import io.spotcheck.desktop.profiles.ProfilesModel;
import io.spotcheck.desktop.request.RequestModel;
import io.spotcheck.desktop.session.BeaconLog;
import io.spotcheck.desktop.session.BeaconMode;
import io.spotcheck.desktop.session.DocumentLint;
import io.spotcheck.desktop.session.Linting;
import io.spotcheck.desktop.session.LiveResolution.Phase;
import io.spotcheck.desktop.session.Orchestrators;
import io.spotcheck.desktop.session.PlainUiThread;
import io.spotcheck.desktop.session.RunningResolution;
import io.spotcheck.desktop.source.SourceModel.Document;
import io.spotcheck.desktop.source.SourceModel;
import io.spotcheck.desktop.source.Workshop.Target;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamType;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.transport.MemoryTransport;
import io.spotcheck.workspace.Variables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabWorkshopTest {

    private static final String URL = "https://ads.example/tag";
    private static final String TAG = "<VAST version=\"3.0\"><!-- before --></VAST>";
    private static final String MENDED = "<VAST version=\"3.0\"><!-- after --></VAST>";

    @TempDir
    Path folder;

    private final PlainUiThread ui = new PlainUiThread();
    private final BeaconMode beacons = new BeaconMode(new RecordingTracker());
    private final Orchestrators orchestrators = new Orchestrators(
            new MemoryTransport(Map.of(URL, TAG.getBytes(StandardCharsets.UTF_8))), new MemoryCache(), beacons,
            _ -> Variables.none());
    private final Linting linting = new Linting(ui, Optional::empty);
    private final WindowModel window = ui.call(() -> new WindowModel(this::newTab,
            new ProfilesModel(ui, orchestrators), beacons, new Layout(WindowState.first())));
    private final TabModel tab = window.current();
    private final TabWorkshop workshop = new TabWorkshop(tab, window, linting, ui);

    @AfterEach
    void end() {
        ui.call(() -> {
            window.dispose();
            return true;
        });
        ui.close();
    }

    @Test
    void theTabsOwnDocumentIsReplacedAndResolvedAgain() {
        Document document = resolve(UpstreamConfig.memory(URL, TAG));
        assertThat(ui.call(() -> workshop.targetOf(document))).isEqualTo(Target.OWN);
        keep(document);

        await().until(() -> ui.call(() -> firstDocument(tab).map(d -> d.source().text())).equals(Optional.of(MENDED)));
        assertThat(tab.request().documentProperty().get()).isEqualTo(MENDED);
        assertThat(ui.call(() -> window.tabs().size())).isEqualTo(1);
    }

    @Test
    void aServersDocumentOpensAsACopyThatIsAskedForTheSameWay() {
        Document document = resolve(UpstreamConfig.http(URL).withHeaders(Map.of("X-Team", "7")));
        assertThat(ui.call(() -> workshop.targetOf(document))).isEqualTo(Target.COPY);
        keep(document);

        TabModel copy = ui.call(window::current);
        assertThat(copy).isNotSameAs(tab);
        UpstreamConfig upstream = copy.request().config().upstream();
        assertThat(upstream.type()).contains(UpstreamType.MEMORY);
        assertThat(upstream.endpoint()).isEqualTo(URL);
        assertThat(upstream.document()).contains(MENDED);
        assertThat(upstream.headers()).containsEntry("X-Team", "7");
        assertThat(copy.request().request()).isEqualTo(tab.request().request());
        await().until(() -> ui.call(() -> firstDocument(copy)).isPresent());
        assertThat(copy.editingProperty().get()).isFalse();
    }

    @Test
    void aFileIsWrittenAndResolvedAgain() throws IOException {
        Path file = folder.resolve("tag.xml");
        Files.writeString(file, TAG);
        Document document = resolve(UpstreamConfig.file(file.toString()));
        assertThat(ui.call(() -> workshop.targetOf(document))).isEqualTo(Target.FILE);
        keep(document);

        await().until(() -> ui.call(() -> firstDocument(tab).map(d -> d.source().text())).equals(Optional.of(MENDED)));
        assertThat(file).hasContent(MENDED);
    }

    @Test
    void aFileThatChangedMeanwhileStaysAndTheWorkOpensAsACopy() throws IOException {
        Path file = folder.resolve("tag.xml");
        Files.writeString(file, TAG);
        Document document = resolve(UpstreamConfig.file(file.toString()));
        Files.writeString(file, "<VAST version=\"4.0\"/>");
        keep(document);

        await().until(() -> ui.call(() -> window.tabs().size()) == 2);
        assertThat(ui.call(window::current).request().documentProperty().get()).isEqualTo(MENDED);
        assertThat(file).hasContent("<VAST version=\"4.0\"/>");
    }

    @Test
    void aCopyToBeEditedIsEditedAtOnce() {
        Document document = resolve(UpstreamConfig.http(URL));
        ui.call(() -> {
            workshop.edit(document);
            return true;
        });

        TabModel copy = ui.call(window::current);
        assertThat(copy.editingProperty().get()).isTrue();
        assertThat(copy.request().documentProperty().get()).isEqualTo(TAG);
    }

    private void keep(Document document) {
        ui.call(() -> {
            workshop.keep(document, MENDED);
            return true;
        });
    }

    private Document resolve(UpstreamConfig upstream) {
        ui.call(() -> {
            tab.request().load(OrchestratorConfig.of("vast", upstream), AdRequest.builder("slot", "tester").build());
            tab.resolve();
            return true;
        });
        await().until(() -> ui.call(() -> tab.resolution().phaseProperty().get()) == Phase.FINISHED);
        return ui.call(() -> firstDocument(tab)).orElseThrow();
    }

    private Optional<Document> firstDocument(TabModel of) {
        if (of.resolution().phaseProperty().get() != Phase.FINISHED) {
            return Optional.empty();
        }
        var source = new SourceModel(of.resolution(), of.selection(), of.lint(), workshop);
        Optional<Document> shown = source.documentProperty().get();
        source.dispose();
        return shown;
    }

    private TabModel newTab() {
        var resolution = new RunningResolution(ui, _ -> () -> { });
        return new TabModel(new RequestModel(List.of("vast")), resolution, new BeaconLog(ui, resolution, beacons),
                new DocumentLint(resolution, linting), orchestrators, (_, _) -> { });
    }
}
