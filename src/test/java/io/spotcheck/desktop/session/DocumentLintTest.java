package io.spotcheck.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.sample.FakeResolution;
import io.spotcheck.desktop.session.LiveLint.Linted;
import io.spotcheck.desktop.session.LiveLint.Report;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.ResolutionRecorder;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentLintTest {

    private static final String TAG = """
            <VAST version="3.0"><Ad id="a"><InLine><AdSystem>S</AdSystem><AdTitle>T</AdTitle>
            <Impression>http://b.example/i</Impression><Creatives/></InLine></Ad></VAST>
            """;

    @TempDir
    Path folder;

    private final PlainUiThread ui = new PlainUiThread();
    private final FakeResolution live = new FakeResolution();
    private Optional<Path> workspace = Optional.empty();
    private final DocumentLint lint = ui.call(() -> new DocumentLint(live, new Linting(ui, () -> workspace)));

    @AfterEach
    void end() {
        ui.close();
    }

    @Test
    void judgesEveryDocumentAndCountsIntoTheVerdict() {
        Report report = lint(answer(Optional.empty()));

        Linted document = report.of(1).orElseThrow();
        assertThat(document.findings()).extracting(Finding::rule).contains("VAST-URL-NOT-HTTPS");
        assertThat(document.fixes()).isNotEmpty();
        int errors = report.count(Severity.ERROR);
        assertThat(errors).isPositive();
        String counted = errors == 1 ? "1 error" : errors + " errors";
        assertThat(Verdict.of(live, report).details()).contains(counted);
        assertThat(Verdict.of(live, Report.none()).details()).doesNotContain(counted);
    }

    @Test
    void heedsTheTeamsSettings() throws IOException {
        Files.writeString(folder.resolve("lint.yaml"), "rules:\n  VAST-URL-NOT-HTTPS: off\n");
        workspace = Optional.of(folder);

        assertThat(lint(answer(Optional.empty())).of(1).map(Linted::findings).orElseThrow()).extracting(Finding::rule)
                .doesNotContain("VAST-URL-NOT-HTTPS").isNotEmpty();
    }

    @Test
    void saysWhenTheTeamsSettingsAreWrong() throws IOException {
        Files.writeString(folder.resolve("lint.yaml"), "rules:\n  VAST-NONSENSE: off\n");
        workspace = Optional.of(folder);

        assertThat(lint(answer(Optional.empty())).problem().orElseThrow()).contains("VAST-NONSENSE");
    }

    @Test
    void doesNotRepeatWhatTheResolutionSaid() {
        var said = Finding.of("VAST-URL-NOT-HTTPS", Severity.WARNING, "No TLS.").at(new Location(2, 13, ""));

        assertThat(lint(answer(Optional.of(said))).of(1).map(Linted::findings).orElseThrow()).extracting(Finding::rule)
                .doesNotContain("VAST-URL-NOT-HTTPS").isNotEmpty();
    }

    private Report lint(AdResponse answer) {
        ui.call(() -> {
            live.finish(answer);
            return true;
        });
        await().until(() -> ui.call(() -> !lint.reportProperty().get().equals(Report.none())));
        return ui.call(() -> lint.reportProperty().get());
    }

    private static AdResponse answer(Optional<Finding> said) {
        var recorder = new ResolutionRecorder("slot", ResolutionListener.none());
        OpenNode document = recorder.root().open(NodeKind.DOCUMENT, "https://x.example/");
        document.source(new Source("https://x.example/", Source.Syntax.XML, TAG));
        said.ifPresent(document::finding);
        document.succeed();
        recorder.root().succeed();
        return AdResponse.served("slot").resolution(recorder.seal("")).build();
    }
}
