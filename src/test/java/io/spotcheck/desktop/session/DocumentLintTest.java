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
import java.util.List;
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
    void addressesOfThisComputerAreNoFaultOfADocumentThatCameFromIt() {
        String local = TAG.replace("http://b.example/i", "https://127.0.0.1:8080/i");

        assertThat(rules(lint(answer("https://x.example/", local, Optional.empty())))).contains("VAST-URL-LOCAL-HOST");
        assertThat(rules(lint(answer("http://127.0.0.1:8080/tag", local, Optional.empty()))))
                .doesNotContain("VAST-URL-LOCAL-HOST").isNotEmpty();
    }

    @Test
    void withinThisComputerNothingNeedsEncryption() {
        String local = TAG.replace("http://b.example/i", "http://127.0.0.1:8080/i");

        assertThat(rules(lint(answer("http://127.0.0.1:8080/tag", local, Optional.empty()))))
                .doesNotContain("VAST-URL-NOT-HTTPS").isNotEmpty();
        assertThat(rules(lint(answer("http://127.0.0.1:8080/tag", TAG, Optional.empty()))))
                .contains("VAST-URL-NOT-HTTPS");
        assertThat(rules(lint(answer("https://x.example/", local, Optional.empty())))).contains("VAST-URL-NOT-HTTPS");
    }

    @Test
    void doesNotRepeatWhatTheResolutionSaid() {
        var said = Finding.of("VAST-URL-NOT-HTTPS", Severity.WARNING, "No TLS.").at(new Location(2, 13, ""));

        assertThat(lint(answer(Optional.of(said))).of(1).map(Linted::findings).orElseThrow()).extracting(Finding::rule)
                .doesNotContain("VAST-URL-NOT-HTTPS").isNotEmpty();
    }

    @Test
    void aTextThatCannotBeReadBreaksOnce() {
        var said = Finding.of("HOUSE-MALFORMED", Severity.ERROR, "Cut off.").at(new Location(2, 3, ""));
        String broken = "<VAST version=\"3.0\">\n<Ad";

        assertThat(rules(lint(answer("https://x.example/", broken, Optional.empty())))).contains("XML-MALFORMED");
        assertThat(findings(broken, Optional.of(said))).extracting(Finding::rule).doesNotContain("XML-MALFORMED");
    }

    @Test
    void aDocumentThatNobodyKnowsIsItsProtocolsAffair() {
        assertThat(findings("<house/>", Optional.empty())).isEmpty();
        assertThat(findings("{\"house\": 1}", Optional.empty())).isEmpty();
    }

    /** What the lint says of a document; a sound one beside it has something to say in any case. */
    private List<Finding> findings(String text, Optional<Finding> said) {
        var recorder = new ResolutionRecorder("slot", ResolutionListener.none());
        for (String written : List.of(text, TAG)) {
            OpenNode document = recorder.root().open(NodeKind.DOCUMENT, "https://x.example/");
            document.source(new Source("https://x.example/", Source.Syntax.XML, written));
            said.filter(_ -> written.equals(text)).ifPresent(document::finding);
            document.succeed();
        }
        recorder.root().succeed();
        return lint(AdResponse.served("slot").resolution(recorder.seal("")).build())
                .of(1).map(Linted::findings).orElse(List.of());
    }

    private Report lint(AdResponse answer) {
        ui.call(() -> {
            live.finish(answer);
            return true;
        });
        await().until(() -> ui.call(() -> !lint.reportProperty().get().equals(Report.none())));
        return ui.call(() -> lint.reportProperty().get());
    }

    private static List<String> rules(Report report) {
        return report.of(1).orElseThrow().findings().stream().map(Finding::rule).toList();
    }

    private static AdResponse answer(Optional<Finding> said) {
        return answer("https://x.example/", TAG, said);
    }

    private static AdResponse answer(String url, String text, Optional<Finding> said) {
        var recorder = new ResolutionRecorder("slot", ResolutionListener.none());
        OpenNode document = recorder.root().open(NodeKind.DOCUMENT, url);
        document.source(new Source(url, Source.Syntax.XML, text));
        said.ifPresent(document::finding);
        document.succeed();
        recorder.root().succeed();
        return AdResponse.served("slot").resolution(recorder.seal("")).build();
    }
}
