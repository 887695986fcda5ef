package io.spotcheck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.vast.catalogue.MacroTable;
import io.spotcheck.tracking.RecordingTracker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlayerStateTest {

    @Test
    void whatIsNotKnownFillsNothing() {
        assertThat(PlayerState.unknown().macros()).isEqualTo(MacroValues.none());
    }

    @Test
    void whatIsKnownFillsTheMacrosOfThePlayer() {
        PlayerState state = PlayerState.unknown().withAdPlayhead(Duration.ofMillis(7_500))
                .withContentPlayhead(Duration.ofSeconds(3_661)).withAssetUri("https://cdn.example/a b.mp4")
                .withSize(640, 360).withState(true, true).withInventory(List.of("skippable", "autoplayed"))
                .withClick(315, 204).withErrorCode(405).withReason(2);

        assertThat(state.macros().byName()).containsExactlyInAnyOrderEntriesOf(Map.of("ADPLAYHEAD", "00:00:07.500",
                "MEDIAPLAYHEAD", "01:01:01.000", "CONTENTPLAYHEAD", "01:01:01.000",
                "ASSETURI", "https://cdn.example/a b.mp4", "PLAYERSIZE", "640,360", "PLAYERSTATE", "muted,fullscreen",
                "INVENTORYSTATE", "skippable,autoplayed", "CLICKPOS", "315,204", "ERRORCODE", "405", "REASON", "2"));
        assertThat(state.macros().byName().keySet())
                .allSatisfy(name -> assertThat(MacroTable.standard().macro(name)).as(name).isPresent());
    }

    @Test
    void aPlayerThatIsNeitherMutedNorFullscreenSaysSo() {
        assertThat(PlayerState.unknown().withState(false, false).macros().value("PLAYERSTATE")).contains("");
        assertThat(PlayerState.unknown().withState(false, true).macros().value("PLAYERSTATE")).contains("fullscreen");
    }

    @Test
    void aContextTakesTheStateOverWhatWasKnownBefore() {
        TrackContext context = new TrackContext(new RecordingTracker(), MacroValues.none().with("ERRORCODE", "900")
                .with("X", "1"), OptionalInt.of(1)).in(PlayerState.unknown().withErrorCode(405));

        assertThat(context.macros().byName()).isEqualTo(Map.of("ERRORCODE", "405", "X", "1"));
        assertThat(context.adIndex()).hasValue(1);
    }
}
