package io.spotcheck.desktop.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.CompanionDetails.Required;
import io.spotcheck.ad.CompanionDetails;
import io.spotcheck.ad.CreativeIdentity;
import io.spotcheck.ad.Creative;
import io.spotcheck.desktop.preview.PreviewModel.Subject;
import io.spotcheck.desktop.preview.ResourceFault.Kind;
import io.spotcheck.desktop.sample.FakeBeacons;
import io.spotcheck.desktop.sample.FakeResolution;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceErrorsTest {

    private final FakeBeacons beacons = new FakeBeacons(new FakeResolution());
    private final ResourceErrors errors = new ResourceErrors(beacons);

    @ParameterizedTest
    @CsvSource({"NOT_SHOWN, 500, 600", "NOT_FETCHED, 502, 603", "TYPE, 503, 604"})
    void eachFaultHasItsCodeForOverlaysAndForCompanions(Kind kind, int ofOverlay, int ofCompanion) {
        Creative overlay = overlay(1);
        Creative companion = companion(2, Required.NONE);
        Subject subject = subject(overlay, companion);

        assertThat(errors.failed(subject, overlay, new ResourceFault(kind, "x"))).isEqualTo(ofOverlay);
        assertThat(errors.failed(subject, companion, new ResourceFault(kind, "x"))).isEqualTo(ofCompanion);

        assertThat(codes()).containsExactly(String.valueOf(ofOverlay), String.valueOf(ofCompanion));
        assertThat(beacons.tracked()).allSatisfy(tracked -> {
            assertThat(tracked.event()).isEqualTo("error");
            assertThat(tracked.adIndex()).hasValue(0);
        });
    }

    @Test
    void eachIsTrackedOnceInAPlayback() {
        Creative overlay = overlay(1);
        var fault = new ResourceFault(Kind.NOT_FETCHED, "x");
        errors.failed(subject(overlay), overlay, fault);
        errors.failed(subject(overlay), overlay, fault);
        assertThat(beacons.tracked()).hasSize(1);

        errors.forget();
        errors.failed(subject(overlay), overlay, fault);
        assertThat(beacons.tracked()).hasSize(2);
    }

    @Test
    void aCompanionThatMustBeShownHasACodeOfItsOwn() {
        Creative companion = companion(2, Required.ALL);

        errors.failed(subject(companion, companion(3, Required.ALL)), companion,
                new ResourceFault(Kind.NOT_FETCHED, "x"));

        assertThat(codes()).containsExactly("602");
    }

    @Test
    void ofCompanionsOfWhichAnyWillDoTheLastOneHasIt() {
        Creative first = companion(2, Required.ANY);
        Creative second = companion(3, Required.ANY);
        Subject subject = subject(first, second);

        errors.failed(subject, first, new ResourceFault(Kind.NOT_FETCHED, "x"));
        errors.failed(subject, second, new ResourceFault(Kind.NOT_SHOWN, "x"));

        assertThat(codes()).containsExactly("603", "602");
    }

    private List<String> codes() {
        return beacons.tracked().stream().map(tracked -> tracked.macros().value("ERRORCODE").orElseThrow()).toList();
    }

    private static Creative overlay(int nodeId) {
        return new Creative.NonLinear(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty(),
                List.of(), Optional.empty(), Optional.empty(), nodeId);
    }

    private static Creative companion(int nodeId, Required required) {
        var details = new CompanionDetails(CreativeIdentity.none(), required, "default", OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
        return new Creative.Companion(Optional.empty(), OptionalInt.of(300), OptionalInt.of(250), Optional.empty(),
                List.of(), Optional.empty(), Optional.empty(), details, nodeId);
    }

    private static Subject subject(Creative... creatives) {
        return new Subject(0, 1, new Ad(Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(creatives), List.of(), List.of(), List.of(), 0));
    }
}
