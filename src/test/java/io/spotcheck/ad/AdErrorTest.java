package io.spotcheck.ad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AdErrorTest {

    private static final TrackingUrl BEACON = TrackingUrl.of("error", "https://t.example/?[ERRORCODE]");

    @Test
    void itsBeaconsAreDueForItsCodeWhicheverComesFirst() {
        AdError failure = AdError.of(ErrorCode.NO_AD, "No ad.", 1);

        assertThat(failure.withProtocolCode(303).withBeacons(List.of(BEACON)).beacons())
                .containsExactly(BEACON.dueFor(OptionalInt.of(303)));
        assertThat(failure.withBeacons(List.of(BEACON)).withProtocolCode(301).beacons())
                .containsExactly(BEACON.dueFor(OptionalInt.of(301)));
        assertThat(failure.withBeacons(List.of(BEACON)).beacons()).containsExactly(BEACON);
    }
}
