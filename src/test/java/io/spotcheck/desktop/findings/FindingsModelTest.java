package io.spotcheck.desktop.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.desktop.findings.FindingsModel.Origin;
import io.spotcheck.desktop.sample.FakeLint;
import io.spotcheck.desktop.sample.SampleTab;
import io.spotcheck.desktop.session.Selection.Focus;
import io.spotcheck.lint.Edit;
import io.spotcheck.lint.Fix;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsModelTest {

    private final SampleTab tab = SampleTab.finished();
    private final FakeLint lint = new FakeLint();
    private final List<String> mended = new ArrayList<>();
    private final FindingsModel model = new FindingsModel(tab.live(), lint, tab.selection(),
            (documentId, fix) -> mended.add(documentId + " " + fix.finding().rule()));

    @Test
    void listsTheFindingsOfAllNodesInTheOrderOfTheTree() {
        assertThat(model.rows()).extracting(r -> r.finding().severity())
                .containsExactly(Severity.INFO, Severity.WARNING, Severity.ERROR);
        assertThat(model.countProperty().get()).isEqualTo(3);
        assertThat(model.worstProperty().get()).contains(Severity.ERROR);
    }

    @Test
    void aHiddenSeverityStillCounts() {
        model.show(Severity.ERROR, false);

        assertThat(model.rows()).extracting(r -> r.finding().severity())
                .containsExactly(Severity.INFO, Severity.WARNING);
        assertThat(model.countProperty().get()).isEqualTo(3);
        assertThat(model.worstProperty().get()).contains(Severity.ERROR);
        model.show(Severity.ERROR, true);
        assertThat(model.rows()).hasSize(3);
    }

    @Test
    void theFindingsOfTheLintStandWithTheirDocumentAndCanBeHidden() {
        lint.say(tab.wrapperDocument(), List.of(Finding.of("VAST-X", Severity.WARNING, "Doubtful.")), List.of());

        assertThat(model.rows()).extracting(r -> r.finding().rule()).containsExactly("VAST-X",
                "VAST-WRAPPER-NO-PRICING", "VAST-MEDIAFILE-HTTP", "VAST-MEDIAFILE-TYPE");
        assertThat(model.count(Origin.LINT)).isEqualTo(1);
        model.show(Origin.RESOLUTION, false);
        assertThat(model.rows()).extracting(FindingsModel.Row::origin).containsExactly(Origin.LINT);
        model.show(Severity.WARNING, false);
        assertThat(model.rows()).isEmpty();
        assertThat(model.countProperty().get()).isEqualTo(4);
    }

    @Test
    void whatTheLintCanMendIsMendedInItsDocument() {
        assertThat(model.hasFixes()).isFalse();
        var doubtful = Finding.of("VAST-X", Severity.WARNING, "Doubtful.");
        lint.say(tab.wrapperDocument(), List.of(doubtful),
                List.of(new Fix(doubtful, List.of(new Edit(0, 0, " ")))));

        assertThat(model.hasFixes()).isTrue();
        model.rows().forEach(model::fix);

        assertThat(mended).containsExactly(tab.wrapperDocument() + " VAST-X");
    }

    @Test
    void selectingAFindingSelectsItsNodeAndPlace() {
        model.select(model.rows().get(1));

        assertThat(tab.selection().focus()).map(Focus::nodeId).contains(model.rows().get(1).nodeId());
        assertThat(tab.selection().focus()).flatMap(Focus::location).map(Location::line).contains(22);
        assertThat(model.currentProperty().get()).contains(model.rows().get(1));
    }

    @Test
    void followsTheSelectionOfOthers() {
        tab.selection().select(model.rows().get(2).nodeId());
        assertThat(model.currentProperty().get()).contains(model.rows().get(2));
        tab.selection().select(tab.ad());
        assertThat(model.currentProperty().get()).isEmpty();
    }
}
