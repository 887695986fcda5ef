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
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsModelTest {

    private final SampleTab tab = SampleTab.finished();
    private final FakeLint lint = new FakeLint();
    private final List<String> mended = new ArrayList<>();
    private final FindingsModel model = new FindingsModel(tab.live(), lint, tab.selection(),
            fixes -> fixes.forEach((documentId, all) -> mended.add(documentId + " "
                    + all.stream().map(fix -> fix.finding().rule()).toList())));

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

        assertThat(mended).containsExactly(tab.wrapperDocument() + " [VAST-X]");
    }

    @Test
    void findingsOfARuleStandTogetherTheWorstFirstAndAreMendedTogether() {
        var one = Finding.of("VAST-X", Severity.WARNING, "Doubtful.").at(new Location(3, 1, ""));
        var other = Finding.of("VAST-X", Severity.WARNING, "Doubtful, too.").at(new Location(9, 2, ""));
        lint.say(tab.wrapperDocument(), List.of(one, other), List.of(new Fix(one, List.of(new Edit(0, 0, " "))),
                new Fix(other, List.of(new Edit(5, 5, " ")))));
        assertThat(model.lines()).hasSize(5).allMatch(FindingsModel.Row.class::isInstance);
        model.groupedProperty().set(true);

        assertThat(groups()).extracting(FindingsModel.Group::rule).containsExactly("VAST-MEDIAFILE-TYPE", "VAST-X",
                "VAST-MEDIAFILE-HTTP", "VAST-WRAPPER-NO-PRICING");
        FindingsModel.Group doubtful = groups().get(1);
        assertThat(model.fixable(doubtful)).isEqualTo(2);
        model.open(doubtful, true);
        assertThat(model.lines()).hasSize(6);
        assertThat(model.lines().subList(2, 4)).containsExactlyElementsOf(doubtful.rows());
        model.fix(doubtful);
        assertThat(mended).containsExactly(tab.wrapperDocument() + " [VAST-X, VAST-X]");
        assertThat(model.ruleOf(doubtful.rows().getLast()).rows()).hasSize(2);

        model.show(Severity.WARNING, false);
        assertThat(groups()).hasSize(2);
    }

    @Test
    void isCopiedAsText() {
        var doubtful = new Finding("VAST-X", Severity.WARNING, "Doubtful.", Optional.of(new Location(3, 7, "")),
                Optional.of("VAST 4.3 §1"));
        lint.say(tab.wrapperDocument(), List.of(doubtful), List.of());
        model.groupedProperty().set(true);

        FindingsModel.Group group = groups().stream().filter(g -> g.rule().equals("VAST-X")).findFirst().orElseThrow();
        assertThat(model.text(List.of(group)))
                .isEqualTo("▲ warning  VAST-X  3:7  Doubtful.  (VAST 4.3 §1)  – " + group.rows().getFirst().node());
        assertThat(model.text(List.of(group, group.rows().getFirst()))).hasLineCount(1);
        assertThat(model.text(model.lines())).hasLineCount(4);
    }

    private List<FindingsModel.Group> groups() {
        return model.lines().stream().filter(FindingsModel.Group.class::isInstance)
                .map(FindingsModel.Group.class::cast).toList();
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
