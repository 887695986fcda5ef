package io.spotcheck.desktop.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.sample.FakeResolution;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.ResolutionRecorder;
import org.junit.jupiter.api.Test;

class ResolutionModelTest {

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
}
