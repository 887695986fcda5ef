package io.spotcheck.desktop.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spotcheck.cache.MemoryCache;
import io.spotcheck.desktop.session.Orchestrators;
import io.spotcheck.desktop.session.PlainUiThread;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.transport.HttpTransport;
import io.spotcheck.workspace.Profile;
import io.spotcheck.workspace.ProfileFile;
import io.spotcheck.workspace.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesModelTest {

    private static final String NO_AD = """
            upstream: {type: memory, endpoint: 'memory://tag', document: '<VAST version="4.2"/>'}
            """;

    @TempDir
    Path folder;

    private final AtomicReference<ProfileFile> opened = new AtomicReference<>();
    private final PlainUiThread ui = new PlainUiThread();
    private final ProfilesModel model = new ProfilesModel(ui, new Orchestrators(new HttpTransport(), new MemoryCache(),
            new RecordingTracker(), _ -> Variables.none()));

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("vast"));
        Files.writeString(folder.resolve("vast/expected.yaml"), NO_AD + "expect: {errorCode: NO_AD}\n");
        Files.writeString(folder.resolve("vast/surprise.yaml"), NO_AD);
        Files.writeString(folder.resolve("vast/wrong.yaml"), "upstraem: {}\n");
        ui.call(() -> {
            model.open(folder, opened::set);
            return true;
        });
        await().until(() -> ui.call(() -> model.profiles().size()) == 3);
    }

    @AfterEach
    void end() {
        ui.close();
    }

    @Test
    void comparesEachTestWithWhatItExpects() {
        ui.call(() -> {
            model.runAll();
            return true;
        });
        await().until(() -> ui.call(() -> model.pendingProperty().get()) == 0);
        assertThat(outcome("expected").mark()).isEqualTo(Mark.OK);
        assertThat(outcome("expected").word()).isEqualTo("no ad");
        assertThat(outcome("surprise").mark()).isEqualTo(Mark.ERROR);
        assertThat(outcome("surprise").sentence()).contains("expected yes, was no");
        assertThat(outcome("wrong").sentence()).contains("wrong.yaml:1:");
        assertThat(ui.call(model::summary)).isEqualTo("1 of 3 as expected");
    }

    @Test
    void tellsWhichTestWasNamedWhenAFileWasOpened() {
        assertThat(opened.get()).isNull();
        ui.call(() -> {
            model.open(folder.resolve("vast/surprise.yaml"), opened::set);
            return true;
        });
        await().until(() -> opened.get() != null);
        assertThat(opened.get().name()).isEqualTo("surprise");
    }

    @Test
    void savesANewTestInItsFolder() {
        var saved = new AtomicReference<ProfileFile>();
        Profile profile = Profile.of("My tag", OrchestratorConfig.of("vast", UpstreamConfig.http("https://a.example/")));
        ui.call(() -> {
            model.save(Optional.empty(), "mine", profile, saved::set);
            return true;
        });
        await().until(() -> ui.call(() -> model.profiles().size()) == 4);
        assertThat(saved.get().file()).isEqualTo(folder.resolve("mine/my-tag.yaml")).exists();
        assertThat(saved.get().profile()).contains(profile);
    }

    private Outcome outcome(String name) {
        return ui.call(() -> model.outcomes().get(folder.resolve("vast/" + name + ".yaml")));
    }
}
