package io.spotcheck.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdBreak;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerWordsTest {

    @Test
    void saysWhatWasServed() {
        assertThat(AnswerWords.headline(AdResponse.served("s").build())).isEqualTo("served an ad");
        AdResponse schedule = AdResponse.served("s").breaks(List.of(adBreak(true, true), adBreak(false, false))).build();
        assertThat(AnswerWords.headline(schedule)).isEqualTo("served 0 of 2 breaks, an ad");
    }

    @Test
    void saysWhyThereIsNoAd() {
        assertThat(AnswerWords.headline(AdResponse.failed("s", AdError.of(ErrorCode.NO_AD, "None.", 0)
                .withProtocolCode(303)).build())).isEqualTo("NO_AD 303");
        assertThat(AnswerWords.headline(AdResponse.failed("s", AdError.of(ErrorCode.TIMEOUT, "Late.", 0)).build()))
                .isEqualTo("TIMEOUT");
    }

    @Test
    void aBreakThatIsDueAndFailedMakesAnAnswerDoubtful() {
        assertThat(AnswerWords.isDoubtful(AdResponse.served("s").breaks(List.of(adBreak(true, true))).build())).isTrue();
        assertThat(AnswerWords.isDoubtful(AdResponse.served("s").breaks(List.of(adBreak(false, true))).build())).isFalse();
        assertThat(AnswerWords.isDoubtful(AdResponse.served("s").usedFallback(true).build())).isTrue();
        assertThat(AnswerWords.isDoubtful(AdResponse.served("s").build())).isFalse();
    }

    @Test
    void countsInPlainFigures() {
        assertThat(AnswerWords.warnings(1)).isEqualTo("1 warning");
        assertThat(AnswerWords.errors(1200)).isEqualTo("1200 errors");
        assertThat(AnswerWords.hops(0)).isEqualTo("no hop");
    }

    private static AdBreak adBreak(boolean due, boolean failed) {
        return new AdBreak("start", Optional.empty(), Optional.empty(), List.of(), due, List.of(),
                failed ? Optional.of(AdError.of(ErrorCode.TIMEOUT, "Late.", 0)) : Optional.empty(), List.of(), 0);
    }
}
