package io.spotcheck.desktop.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.desktop.preview.MediaFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Alarm alarm = new Alarm();
    private final List<Kind> told = new ArrayList<>();
    private final Patience patience = new Patience(alarm, told::add);

    @Test
    void aFileThatDoesNotLoadIsLate() {
        alarm.ring();

        assertThat(told).containsExactly(Kind.TIMEOUT);
        assertThat(new MediaFault(told.getFirst(), "").code()).hasValue(402);
    }

    @Test
    void aFileThatIsLoadedAndShowsNothingIsAnAdThatIsNotShown() {
        patience.ready(true);
        alarm.ring();
        patience.wait(true);

        assertThat(told).containsExactly(Kind.NOT_SHOWN);
        assertThat(new MediaFault(told.getFirst(), "").code()).hasValue(304);
    }

    @Test
    void whoeverPausesHasTime() {
        patience.wait(false);
        assertThat(alarm.isSet()).as("a file loads while nobody plays it").isTrue();
        patience.ready(false);
        assertThat(alarm.isSet()).isFalse();
        patience.wait(true);
        assertThat(alarm.isSet()).isTrue();
        patience.wait(false);

        assertThat(alarm.isSet()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void theFirstFrameEndsIt() {
        patience.ready(true);
        patience.stop();
        patience.wait(true);

        assertThat(alarm.isSet()).isFalse();
        assertThat(told).isEmpty();
    }

    private static final class Alarm implements Patience.Clock {

        private Optional<Runnable> ring = Optional.empty();

        @Override
        public void start(Runnable what) {
            ring = Optional.of(what);
        }

        @Override
        public void stop() {
            ring = Optional.empty();
        }

        boolean isSet() {
            return ring.isPresent();
        }

        void ring() {
            Runnable due = ring.orElseThrow();
            ring = Optional.empty();
            due.run();
        }
    }
}
