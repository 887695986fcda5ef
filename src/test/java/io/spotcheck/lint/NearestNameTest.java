package io.spotcheck.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("start", "Linear", "midpoint", "complete");

    @Test
    void theNameWithTheFewestTypingErrorsIsMeant() {
        var nearest = new NearestName(2);

        assertThat(nearest.of("midpont", KNOWN, 2)).as("a letter too few").contains("midpoint");
        assertThat(nearest.of("compleete", KNOWN, 2)).as("a letter too many").contains("complete");
        assertThat(nearest.of("stirt", KNOWN, 2)).as("another letter").contains("start");
        assertThat(nearest.of("pause", KNOWN, 2)).as("nothing near").isEmpty();
    }

    @Test
    void caseIsNoTypingError() {
        assertThat(new NearestName(2).of("LINEAR", KNOWN, 0)).contains("Linear");
    }

    @Test
    void aSwapCountsForWhatIsAskedFor() {
        assertThat(new NearestName(1).of("strat", KNOWN, 1)).contains("start");
        assertThat(new NearestName(2).of("strat", KNOWN, 1)).isEmpty();
        assertThat(new NearestName(2).of("strat", KNOWN, 2)).contains("start");
    }

    @Test
    void theFirstOfEquallyNearNamesIsMeant() {
        assertThat(new NearestName(1).of("cat", List.of("bat", "hat"), 1)).contains("bat");
    }
}
