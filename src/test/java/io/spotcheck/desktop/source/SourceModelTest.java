package io.spotcheck.desktop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.desktop.sample.FakeLint;
import io.spotcheck.desktop.sample.FakeResolution;
import io.spotcheck.desktop.sample.FakeWorkshop;
import io.spotcheck.desktop.sample.SampleTab;
import io.spotcheck.desktop.session.Selection.Focus;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.desktop.source.SourceModel.Document;
import io.spotcheck.lint.Edit;
import io.spotcheck.lint.Fix;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.ResolutionRecorder;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Source.Syntax;
import io.spotcheck.resolution.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceModelTest {

    private final SampleTab tab = SampleTab.finished();
    private final FakeLint lint = new FakeLint();
    private final FakeWorkshop workshop = new FakeWorkshop();
    private final SourceModel model = new SourceModel(tab.live(), tab.selection(), lint, workshop);

    @Test
    void withoutASelectionItShowsTheFirstDocument() {
        assertThat(shown()).isEqualTo(tab.wrapperDocument());
        assertThat(model.placeProperty().get()).isEmpty();
    }

    @Test
    void aSelectedPartShowsItsDocumentAndItsPlace() {
        tab.selection().select(tab.ad());
        assertThat(shown()).isEqualTo(tab.inlineDocument());
        assertThat(model.placeProperty().get()).map(Location::line).contains(3);

        tab.selection().select(tab.wrapper());
        assertThat(shown()).isEqualTo(tab.wrapperDocument());
        assertThat(model.placeProperty().get()).map(Location::line).contains(4);
    }

    @Test
    void aMoreExactPlaceWins() {
        tab.selection().select(tab.ad(), new Location(14, 9, ""));

        assertThat(model.placeProperty().get()).map(Location::line).contains(14);
    }

    @Test
    void theRootShowsTheFirstDocumentBelow() {
        tab.selection().select(0);

        assertThat(shown()).isEqualTo(tab.wrapperDocument());
    }

    @Test
    void whatADocumentCarriesIsAPartOfIt() {
        var recorder = new ResolutionRecorder("slot", ResolutionListener.none());
        OpenNode schedule = recorder.root().open(NodeKind.DOCUMENT, "https://x.example/vmap");
        schedule.source(new Source("https://x.example/vmap", Syntax.XML, "<VMAP>\n<VAST>\n<Ad/></VAST></VMAP>"));
        OpenNode carried = schedule.open(NodeKind.DOCUMENT, "VASTAdData", new Location(2, 1, ""));
        OpenNode ad = carried.open(NodeKind.AD, "an ad", new Location(3, 1, ""));
        var live = new FakeResolution();
        var selection = new Selection();
        var carrying = new SourceModel(live, selection, lint, workshop);
        live.grow(recorder.snapshot());
        selection.select(ad.id());

        assertThat(carrying.documentProperty().get()).map(Document::nodeId).contains(schedule.id());
        assertThat(carrying.placeProperty().get()).map(Location::line).contains(3);
        carrying.pick(3, 2);
        assertThat(selection.focus()).map(Focus::nodeId).contains(ad.id());
    }

    @Test
    void theLintStandsInTheGutterAndMendsTheDocument() {
        Finding doubtful = Finding.of("VAST-X", Severity.WARNING, "Doubtful.").at(new Location(1, 1, ""));
        var fix = new Fix(doubtful, List.of(new Edit(0, 0, "<!-- mended -->")));
        lint.say(tab.wrapperDocument(), List.of(doubtful), List.of(fix));

        assertThat(model.findingsProperty().get().get(1)).containsExactly(doubtful);
        assertThat(model.fixOf(doubtful)).contains(fix);
        model.fix(fix);
        assertThat(workshop.kept).singleElement().asString().startsWith("<!-- mended --><?xml");
        tab.selection().select(tab.ad());
        assertThat(model.fixes()).isEmpty();
    }

    @Test
    void findingsAreThoseOfTheDocumentAlone() {
        tab.selection().select(tab.wrapper());
        assertThat(model.findingsProperty().get()).containsOnlyKeys(5);
        tab.selection().select(tab.ad());
        assertThat(model.findingsProperty().get()).containsOnlyKeys(22, 23);
    }

    @Test
    void aClickSelectsTheNodeWhosePlaceIsNearestAbove() {
        tab.selection().select(tab.inlineDocument());
        model.pick(8, 4);
        assertThat(tab.selection().focus()).contains(new Focus(tab.ad(), Optional.of(new Location(8, 4, ""))));
        model.pick(9, 20);
        assertThat(tab.selection().focus()).map(Focus::nodeId).contains(tab.ad() + 1);
        model.pick(1, 1);
        assertThat(tab.selection().focus()).map(Focus::nodeId).contains(tab.inlineDocument());
        assertThat(shown()).isEqualTo(tab.inlineDocument());
    }

    @Test
    void aGrowingTreeDoesNotShowTheSameDocumentAnew() {
        var live = new FakeResolution();
        var growing = new SourceModel(live, new Selection(), lint, workshop);
        List<Optional<Document>> heard = new ArrayList<>();
        growing.documentProperty().subscribe((_, now) -> heard.add(now));
        var recorder = new ResolutionRecorder("slot", ResolutionListener.none());
        OpenNode document = recorder.root().open(NodeKind.DOCUMENT, "https://x.example/");
        live.grow(recorder.snapshot());
        document.source(new Source("https://x.example/", Syntax.XML, "<VAST/>"));
        live.grow(recorder.snapshot());
        document.fact("version", "4.2");
        live.grow(recorder.snapshot());
        live.grow(recorder.seal(""));

        assertThat(heard).hasSize(1);
    }

    @Test
    void aHopThatBroughtNothingDoesNotShowTheDocumentBeforeIt() {
        var recorder = new ResolutionRecorder("slot", ResolutionListener.none());
        OpenNode outer = recorder.root().open(NodeKind.DOCUMENT, "https://x.example/");
        outer.source(new Source("https://x.example/", Syntax.XML, "<VAST/>"));
        OpenNode failed = outer.open(NodeKind.WRAPPER, "w").open(NodeKind.DOCUMENT, "https://y.example/");
        failed.fail("no answer");
        var live = new FakeResolution();
        live.grow(recorder.snapshot());
        var selection = new Selection();
        var growing = new SourceModel(live, selection, lint, workshop);
        selection.select(failed.id());

        assertThat(growing.documentProperty().get()).isEmpty();
    }

    @Test
    void afterDisposalNothingIsFollowed() {
        model.dispose();
        tab.selection().select(tab.ad());

        assertThat(shown()).isEqualTo(tab.wrapperDocument());
    }

    private int shown() {
        return model.documentProperty().get().orElseThrow().nodeId();
    }
}
