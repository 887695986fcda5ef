package io.spotcheck.ad;

import java.time.Duration;
import java.util.Locale;

/** Times as {@code hh:mm:ss.mmm}, the form that VAST and VMAP share. */
public final class Timecode {

    private Timecode() {
    }

    /** The form of a time that is not negative; hours grow beyond two digits when they must. */
    public static String of(Duration time) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d.%03d", time.toHours(), time.toMinutesPart(),
                time.toSecondsPart(), time.toMillisPart());
    }
}
