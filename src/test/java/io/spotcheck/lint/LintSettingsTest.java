package io.spotcheck.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LintSettingsTest {

    private static final Finding FIRST = Finding.of("LAMP", Severity.WARNING, "It is dark.")
            .at(new Location(3, 1, "/VAST/Ad[1]/InLine")).by("§1");
    private static final Finding TENTH = FIRST.at(new Location(9, 1, "/VAST/Ad[10]"));

    @Test
    void leavesFindingsAsTheyAreByDefault() {
        assertThat(LintSettings.standard().apply(List.of(FIRST, TENTH))).containsExactly(FIRST, TENTH);
    }

    @Test
    void raisesLowersAndSwitchesOff() {
        assertThat(with(Level.ERROR).apply(List.of(FIRST))).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.ERROR);
            assertThat(f.location()).isEqualTo(FIRST.location());
            assertThat(f.spec()).contains("§1");
        });
        assertThat(with(Level.INFO).apply(List.of(FIRST))).extracting(Finding::severity)
                .containsExactly(Severity.INFO);
        assertThat(with(Level.OFF).apply(List.of(FIRST))).isEmpty();
    }

    @Test
    void suppressesWhatIsAtAPathOrBelow() {
        var settings = new LintSettings(Map.of(),
                List.of(new Suppression("LAMP", Optional.of("/VAST/Ad[1]"), "We sleep.")));
        assertThat(settings.apply(List.of(FIRST, TENTH))).containsExactly(TENTH);
    }

    @Test
    void takesTheOnlyOneForTheFirst() {
        var settings = new LintSettings(Map.of(),
                List.of(new Suppression("LAMP", Optional.of("/VAST[1]/Ad[1]/InLine"), "We sleep.")));
        assertThat(settings.apply(List.of(FIRST, TENTH, FIRST.at(new Location(3, 1, "/VAST/Ad/InLine/Error")))))
                .containsExactly(TENTH);
    }

    @Test
    void wantsAReasonForEachSuppression() {
        assertThatThrownBy(() -> new Suppression("LAMP", Optional.empty(), " "))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("reason");
    }

    private static LintSettings with(Level level) {
        return new LintSettings(Map.of("LAMP", level), List.of());
    }
}
