package io.spotcheck.protocol.vmap.document;

import io.spotcheck.protocol.vast.document.VastTime;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How schedules write the offsets of their breaks. */
final class OffsetText {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?)\\s*%");
    private static final Pattern POSITION = Pattern.compile("#\\s*(\\d{1,9})");

    private OffsetText() {
    }

    static Optional<TimeOffset> parse(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        Matcher percent = PERCENT.matcher(text);
        Matcher position = POSITION.matcher(text);
        if (text.equals("start")) {
            return Optional.of(new TimeOffset.Start());
        }
        if (text.equals("end")) {
            return Optional.of(new TimeOffset.End());
        }
        if (percent.matches()) {
            return Optional.of(new TimeOffset.Percent(new BigDecimal(percent.group(1))));
        }
        if (position.matches()) {
            return Optional.of(new TimeOffset.Position(Integer.parseInt(position.group(1))));
        }
        return VastTime.parse(text).map(TimeOffset.Time::new);
    }
}
