package io.spotcheck.desktop.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.sample.FakeResolution;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.ResolutionRecorder;
import io.spotcheck.resolution.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolutionModelTest {

    private static final Finding FINDING = Finding.of("RULE", Severity.WARNING, "Looks odd.");

    @Test
    void onlyWhatHangsBelowTheCacheIsOfTheEarlierResolution() {
        var recorder = new ResolutionRecorder("pre-roll", ResolutionListener.none());
        OpenNode look = recorder.root().open(NodeKind.CACHE, "key");
        OpenNode document = look.open(NodeKind.DOCUMENT, "https://ads.example/tag");
        OpenNode ad = document.open(NodeKind.AD, "ad");
        OpenNode beside = recorder.root().open(NodeKind.DOCUMENT, "https://ads.example/other");
        AdResponse answer = AdResponse.served("pre-roll").resolution(recorder.seal("")).build();
        var live = new FakeResolution();
        live.finish(answer);
        var model = new ResolutionModel(live, new Selection(), _ -> () -> { });

        assertThat(answer.resolution().nodes().filter(model::isEarlier)).extracting(Node::id)
                .containsExactlyInAnyOrder(document.id(), ad.id())
                .doesNotContain(recorder.root().id(), look.id(), beside.id());
    }

    @Test
    void onlyTroubleLeavesWhatIsWrongAndWhatLeadsToItAndWhatIsSelected() {
        var recorder = new ResolutionRecorder("pre-roll", ResolutionListener.none());
        OpenNode broken = recorder.root().open(NodeKind.DOCUMENT, "https://ads.example/broken");
        OpenNode inside = broken.open(NodeKind.WRAPPER, "w1");
        OpenNode end = inside.open(NodeKind.DOCUMENT, "https://ads.example/end");
        end.fail("There was no answer.");
        inside.fail("There was no answer.");
        broken.fail("There was no answer.");
        OpenNode fine = recorder.root().open(NodeKind.DOCUMENT, "https://ads.example/fine");
        OpenNode doubtful = fine.open(NodeKind.AD, "a1");
        doubtful.finding(FINDING);
        doubtful.succeed();
        OpenNode ad = fine.open(NodeKind.AD, "a2");
        ad.succeed();
        fine.succeed();
        recorder.root().succeed();
        var live = new FakeResolution();
        live.finish(AdResponse.served("pre-roll").resolution(recorder.seal("")).build());
        var selection = new Selection();
        var model = new ResolutionModel(live, selection, _ -> () -> { });

        assertThat(shown(live, model)).contains(ad.id(), fine.id());
        assertThat(model.troublesProperty().get()).isEqualTo(2);
        model.troubleOnlyProperty().set(true);
        assertThat(shown(live, model)).containsExactlyInAnyOrder(recorder.root().id(), broken.id(), inside.id(),
                end.id(), fine.id(), doubtful.id());
        selection.select(ad.id());
        assertThat(shown(live, model)).contains(ad.id());
    }

    @Test
    void whereThereIsNoTroubleNothingIsShown() {
        var recorder = new ResolutionRecorder("pre-roll", ResolutionListener.none());
        OpenNode document = recorder.root().open(NodeKind.DOCUMENT, "https://ads.example/tag");
        document.succeed();
        recorder.root().succeed();
        var live = new FakeResolution();
        live.finish(AdResponse.served("pre-roll").resolution(recorder.seal("")).build());
        var selection = new Selection();
        selection.select(document.id());
        var model = new ResolutionModel(live, selection, _ -> () -> { });
        model.troubleOnlyProperty().set(true);

        assertThat(shown(live, model)).isEmpty();
    }

    @Test
    void aNodeIsTextWithAllBelowIt() {
        var recorder = new ResolutionRecorder("pre-roll", ResolutionListener.none());
        OpenNode document = recorder.root().open(NodeKind.DOCUMENT, "https://ads.example/tag");
        OpenNode ad = document.open(NodeKind.AD, "a1");
        ad.finding(FINDING);
        ad.fail("There is no media file.");
        document.succeed();
        recorder.root().succeed();
        Node shown = recorder.seal("").node(document.id()).orElseThrow();

        assertThat(NodeText.of(shown).lines()).containsExactly("● ok  tag  https://ads.example/tag",
                "  ✕ failed  inline  a1", "    There is no media file.", "    RULE: Looks odd.");
    }

    private static List<Integer> shown(FakeResolution live, ResolutionModel model) {
        return live.resolutionProperty().get().nodes().filter(model.shown()).map(Node::id).toList();
    }
}
