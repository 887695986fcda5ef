package io.spotcheck.desktop.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.desktop.preview.PreviewModel.Subject;
import io.spotcheck.desktop.sample.FakeBeacons;
import io.spotcheck.desktop.sample.FakeResolution;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CompanionViewsTest {

    private final FakeBeacons beacons = new FakeBeacons(new FakeResolution());
    private final CompanionViews views = new CompanionViews(beacons);

    @Test
    void aCompanionOnShowTracksItsOwnViewOnce() {
        Subject subject = subject(view(7, Scope.COMPANION), view(3, Scope.LINEAR));
        views.shown(subject, companion(7));
        views.shown(subject, companion(7));
        assertThat(beacons.tracked()).singleElement().satisfies(tracked -> {
            assertThat(tracked.event()).isEqualTo("creativeView");
            assertThat(tracked.adIndex()).isEqualTo(OptionalInt.of(0));
            assertThat(tracked.macros().value("CREATIVE")).contains("7");
        });

        views.forget();
        views.shown(subject, companion(7));
        assertThat(beacons.tracked()).hasSize(2);
    }

    @Test
    void aCompanionThatDeclaresNoViewTracksNothing() {
        views.shown(subject(view(7, Scope.COMPANION), view(8, Scope.LINEAR)), companion(8));
        assertThat(beacons.tracked()).isEmpty();
    }

    private static Creative.Companion companion(int nodeId) {
        return new Creative.Companion(Optional.empty(), OptionalInt.of(300), OptionalInt.of(250), Optional.empty(),
                List.of(), Optional.empty(), Optional.empty(), nodeId);
    }

    private static TrackingUrl view(int nodeId, Scope scope) {
        return new TrackingUrl("creativeView", "https://t.example/" + nodeId, 0, Optional.empty(), nodeId,
                Optional.empty(), scope);
    }

    private static Subject subject(TrackingUrl... tracking) {
        return new Subject(0, 1, new Ad(Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(tracking), List.of(), 0));
    }
}
