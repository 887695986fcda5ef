package io.spotcheck.desktop.preview;

import java.time.Duration;
import java.util.Locale;

/** Moments of a playback, as people write them. */
final class PlayheadText {

    private PlayheadText() {
    }

    /** {@code 0:07.4}, with hours only when there are any. */
    static String clock(Duration at) {
        String rest = String.format(Locale.ROOT, "%02d.%d", at.toSecondsPart(), at.toMillisPart() / 100);
        return at.toHours() > 0 ? String.format(Locale.ROOT, "%d:%02d:%s", at.toHours(), at.toMinutesPart(), rest)
                : at.toMinutes() + ":" + rest;
    }
}
