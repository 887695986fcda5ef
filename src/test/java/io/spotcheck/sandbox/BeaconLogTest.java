package io.spotcheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BeaconLogTest {
    private final BeaconLog log = new BeaconLog(3);

    @Test
    void dropsTheOldestWhenItIsFull() {
        for (int i = 0; i < 5; i++) {
            log.add(beacon("/beacon/" + i));
        }

        assertThat(log.all()).extracting(ReceivedBeacon::path).containsExactly("/beacon/2", "/beacon/3", "/beacon/4");
    }

    @Test
    void givesAListThatStaysAsItIs() {
        log.add(beacon("/beacon/start"));
        List<ReceivedBeacon> before = log.all();

        log.clear();

        assertThat(before).hasSize(1);
        assertThat(log.all()).isEmpty();
    }

    @Test
    void removesOneListenerOfTwoThatAreTheSame() {
        List<ReceivedBeacon> heard = new ArrayList<>();
        BeaconSubscription first = log.onBeacon(heard::add);
        log.onBeacon(heard::add);

        first.close();
        first.close();
        log.add(beacon("/beacon/start"));

        assertThat(heard).hasSize(1);
    }

    private static ReceivedBeacon beacon(String path) {
        return new ReceivedBeacon(Instant.EPOCH, "GET", path, "", List.of(), Map.of());
    }
}
