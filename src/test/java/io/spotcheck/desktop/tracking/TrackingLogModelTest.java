package io.spotcheck.desktop.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.desktop.sample.SampleTab;
import io.spotcheck.desktop.session.Beacons.Entry;
import io.spotcheck.desktop.session.Selection.Focus;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TrackingLogModelTest {

    private final SampleTab tab = SampleTab.finished();
    private final TrackingLogModel model = new TrackingLogModel(tab.beacons(), tab.live(), tab.selection());

    @Test
    void groupsWhatIsDeclaredByEventInTheOrderOfAPlayback() {
        assertThat(model.declaredProperty().get()).extracting(Declared::event).containsExactly("impression", "start",
                "firstQuartile", "midpoint", "thirdQuartile", "complete", "progress", "error");
        assertThat(model.declaredProperty().get().getFirst().beacons()).extracting(TrackingUrl::hop)
                .containsExactly(0, 1);
    }

    @Test
    void tracksAnEventOfItsAd() {
        model.track(model.declaredProperty().get().get(1));

        assertThat(tab.beacons().tracked()).singleElement().satisfies(asked -> {
            assertThat(asked.event()).isEqualTo("start");
            assertThat(asked.adIndex()).isEqualTo(OptionalInt.of(0));
        });
        assertThat(model.lines()).hasSize(2);
    }

    @Test
    void theFilterLooksAtEventUrlAndOutcome() {
        tab.beacons().track("start", OptionalInt.of(0), MacroValues.none());
        tab.beacons().track("mute", OptionalInt.of(0), MacroValues.none());
        tab.beacons().add(tab.sent("midpoint", 500));

        model.filterProperty().set("HARBOR start");
        assertThat(model.lines()).extracting(Entry::number).containsExactly(1L);
        model.filterProperty().set("not declared");
        assertThat(model.lines()).extracting(Entry::event).containsExactly("mute");
        model.filterProperty().set("failed 500");
        assertThat(model.lines()).extracting(Entry::event).containsExactly("midpoint");
        model.filterProperty().set(" ");
        assertThat(model.lines()).hasSize(4);
        assertThat(model.lineCount()).isEqualTo(4);
    }

    @Test
    void selectingABeaconSelectsThePlaceThatDeclaresIt() {
        TrackingUrl beacon = model.declaredProperty().get().get(1).beacons().getFirst();
        model.select(beacon);

        assertThat(tab.selection().focus()).contains(new Focus(tab.wrapper(), beacon.location()));
        assertThat(model.isSelected(beacon)).isTrue();
        assertThat(model.isSelected(model.declaredProperty().get().getFirst().beacons().getFirst())).isFalse();
    }

    @Test
    void aPartOfAnAdPointsToTheBeaconsAroundItAndADocumentToThoseWithinIt() {
        Node ad = tab.live().resolutionProperty().get().node(tab.ad()).orElseThrow();
        int media = ad.walk().filter(n -> n.kind() == NodeKind.MEDIA_FILE).findFirst().orElseThrow().id();
        tab.selection().select(media);
        assertThat(model.pointedTo()).isNotEmpty().allMatch(b -> ad.walk().anyMatch(n -> n.id() == b.nodeId()));

        tab.selection().select(tab.inlineDocument());
        assertThat(model.pointedTo()).isNotEmpty().allMatch(b -> ad.walk().anyMatch(n -> n.id() == b.nodeId()));

        tab.selection().select(tab.wrapper());
        assertThat(model.pointedTo()).isNotEmpty().allMatch(b -> b.nodeId() == tab.wrapper());
        tab.selection().clear();
        assertThat(model.pointedTo()).isEmpty();
    }

    @Test
    void theBreaksOwnBeaconsAreDeclaredBeforeThoseOfTheAds() {
        var start = new TrackingUrl("breakStart", "https://ads.example/b", 0, Optional.empty(), tab.wrapper(),
                Optional.empty(), TrackingUrl.Scope.BREAK, OptionalInt.empty());
        var error = new TrackingUrl("error", "https://ads.example/e", 0, Optional.empty(), tab.wrapper(),
                Optional.empty(), TrackingUrl.Scope.BREAK, OptionalInt.empty());
        tab.live().finish(tab.answer().toBuilder().trackingUrls(List.of(start, error)).build());

        assertThat(model.declaredProperty().get().getFirst()).isEqualTo(
                new Declared("breakStart", OptionalInt.empty(), List.of(start)));
        assertThat(model.declaredProperty().get()).extracting(Declared::adIndex).filteredOn(OptionalInt::isEmpty)
                .hasSize(1);
    }
}
