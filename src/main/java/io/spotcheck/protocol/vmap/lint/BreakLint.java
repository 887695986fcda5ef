package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.protocol.vmap.document.TimeOffset;
import io.spotcheck.xml.XmlElement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What concerns one break: when it comes, what it is for, and how often (VMAP 1.0.1 §2.3.1). */
final class BreakLint {

    /** As strict as the text: two digits each, minutes and seconds below 60. */
    private static final Pattern TIME = Pattern.compile("\\d{2}:[0-5]\\d:[0-5]\\d(?:\\.(\\d+))?");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,9})(\\.\\d+)?%");
    private static final Pattern POSITION = Pattern.compile("#\\d{1,9}");
    /** Hours, minutes and seconds of which zeros are missing. */
    private static final Pattern SHORT_TIME = Pattern.compile("(\\d{1,2}):([0-5]?\\d):([0-5]?\\d)(\\.\\d{3})?");
    private static final Pattern SPACED = Pattern.compile("(#|\\d{1,9}(?:\\.\\d+)?)\\s+(%|\\d{1,9})");
    private static final String OFFSET = "timeOffset";
    private static final String TYPE = "breakType";
    private static final String REPEAT = "repeatAfter";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final VmapElements data;

    BreakLint(VmapElements data) {
        this.data = data;
    }

    void lint(XmlElement element, VmapLintPass pass) {
        element.attribute(OFFSET).ifPresent(offset -> offset(element, offset.strip(), pass));
        element.attribute(TYPE).ifPresent(types -> types(element, types, pass));
        element.attribute("breakId").filter(String::isBlank).ifPresent(id ->
                pass.reportAt("VMAP-BREAKID-EMPTY", element, "breakId", "The breakId is empty; leave it out or give it a name."));
        element.attribute(REPEAT).ifPresent(time -> repeatAfter(element, time.strip(), pass));
        if (element.child("AdSource").isEmpty()) {
            pass.report("VMAP-ADSOURCE-ABSENT", element, element.child("TrackingEvents").isPresent()
                    ? "The break has no AdSource; it is only counted."
                    : "The break has no AdSource; nothing comes of it.");
        }
    }

    private static void offset(XmlElement element, String offset, VmapLintPass pass) {
        Matcher percent = PERCENT.matcher(offset);
        if (offset.equals("start") || offset.equals("end")) {
            return;
        }
        if (offset.equalsIgnoreCase("start") || offset.equalsIgnoreCase("end")) {
            String right = offset.toLowerCase(Locale.ROOT);
            pass.reportAt("VMAP-TIMEOFFSET-CASE", element, OFFSET, "The offset is written " + offset + "; write "
                    + right + ".", mend -> mend.attribute(OFFSET, right));
        } else if (percent.matches()) {
            percent(element, offset, percent, pass);
        } else if (POSITION.matcher(offset).matches()) {
            if (Integer.parseInt(offset.substring(1)) == 0) {
                pass.reportAt("VMAP-TIMEOFFSET-POSITION-ZERO", element, OFFSET,
                        "The first opportunity is #1; there is no " + offset + ".");
            }
        } else if (!time(element, OFFSET, offset, pass)) {
            pass.reportAt("VMAP-TIMEOFFSET-INVALID", element, OFFSET, "timeOffset=\"" + Excerpt.of(offset)
                    + "\" is wrong; write hh:mm:ss, hh:mm:ss.mmm, n%, start, end or #m.", respelt(OFFSET, offset));
        } else if (offset.startsWith("00:00:00") && TimeOffset.parse(offset).filter(TimeOffset.Time.class::isInstance)
                .filter(o -> ((TimeOffset.Time) o).time().isZero()).isPresent()) {
            shorthand(element, offset, "start", pass);
        }
    }

    private static VmapLintPass.Mending respelt(String attribute, String offset) {
        Matcher spaced = SPACED.matcher(offset);
        Optional<String> right = spaced.matches() ? Optional.of(spaced.group(1) + spaced.group(2))
                .filter(o -> PERCENT.matcher(o).matches() || POSITION.matcher(o).matches()) : padded(offset);
        return mend -> right.map(r -> mend.attribute(attribute, r)).orElse(List.of());
    }

    /** The time with the zeros that are missing, where all of its parts are there. */
    private static Optional<String> padded(String time) {
        Matcher parts = SHORT_TIME.matcher(time);
        return parts.matches() ? Optional.of(String.format(Locale.ROOT, "%02d:%02d:%02d%s",
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)),
                Optional.ofNullable(parts.group(4)).orElse(""))) : Optional.empty();
    }

    private static void percent(XmlElement element, String offset, Matcher percent, VmapLintPass pass) {
        BigDecimal number = new BigDecimal(offset.substring(0, offset.length() - 1));
        if (number.compareTo(WHOLE) > 0) {
            pass.reportAt("VMAP-TIMEOFFSET-PERCENT-RANGE", element, OFFSET, offset + " lies behind the end of the content; write "
                    + "0% to 100%.");
        } else if (percent.group(2) != null) {
            pass.reportAt("VMAP-TIMEOFFSET-PERCENT-FRACTION", element, OFFSET, offset
                    + " has a fraction; players may take whole percentages only.");
        } else if (number.signum() == 0) {
            shorthand(element, offset, "start", pass);
        } else if (number.compareTo(WHOLE) == 0) {
            shorthand(element, offset, "end", pass);
        }
    }

    private static void shorthand(XmlElement element, String offset, String name, VmapLintPass pass) {
        pass.reportAt("VMAP-TIMEOFFSET-SHORTHAND", element, OFFSET, offset + " means the very " + name + "; write "
                + name + ".");
    }

    /** Whether a time has its form; a fraction of other than three digits is told. */
    private static boolean time(XmlElement element, String attribute, String value, VmapLintPass pass) {
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            return false;
        }
        if (time.group(1) != null && time.group(1).length() != 3) {
            pass.reportAt("VMAP-TIME-FRACTION", element, attribute, attribute + "=\"" + value
                    + "\" has a fraction of other than three digits; write hh:mm:ss.mmm.");
        }
        return true;
    }

    private void types(XmlElement element, String written, VmapLintPass pass) {
        if (!written.equals(written.strip()) && written.isBlank() || written.isEmpty()) {
            pass.reportAt("VMAP-BREAKTYPE-UNKNOWN", element, TYPE, "breakType is empty; write "
                    + String.join(", ", data.breakTypes()) + ".");
            return;
        }
        List<String> types = Arrays.asList(written.strip().split(",", -1));
        if (types.stream().anyMatch(t -> !t.equals(t.strip()))) {
            pass.reportAt("VMAP-BREAKTYPE-BLANK", element, TYPE, "breakType=\"" + written
                    + "\" has blanks; write commas alone between the types.",
                    mend -> mend.attribute(TYPE, String.join(",", types.stream().map(String::strip).toList())));
        }
        var seen = new HashSet<String>();
        for (String type : types) {
            type(element, type.strip(), types, seen, pass);
        }
    }

    private void type(XmlElement element, String type, List<String> all, HashSet<String> seen, VmapLintPass pass) {
        Optional<String> meant = data.breakTypes().stream().filter(type::equalsIgnoreCase).findFirst();
        if (meant.isEmpty()) {
            pass.reportAt("VMAP-BREAKTYPE-UNKNOWN", element, TYPE, "There is no break type “" + Excerpt.of(type)
                    + "”; there is " + String.join(", ", data.breakTypes()) + ".");
        } else if (!meant.get().equals(type)) {
            pass.reportAt("VMAP-BREAKTYPE-CASE", element, TYPE, "The break type is written " + type + "; write "
                    + meant.get() + ".", mend -> mend.attribute(TYPE, String.join(",", all.stream()
                            .map(t -> t.strip().equals(type) ? t.replace(type, meant.get()) : t).toList())));
        }
        if (meant.isPresent() && !seen.add(meant.get())) {
            pass.reportAt("VMAP-BREAKTYPE-REPEATED", element, TYPE, "The break type " + meant.get() + " is there twice.");
        }
    }

    private static void repeatAfter(XmlElement element, String value, VmapLintPass pass) {
        if (!time(element, REPEAT, value, pass)) {
            pass.reportAt("VMAP-REPEATAFTER-INVALID", element, REPEAT, "repeatAfter=\"" + Excerpt.of(value)
                    + "\" is wrong; write hh:mm:ss or hh:mm:ss.mmm.", mend -> padded(value)
                            .map(right -> mend.attribute(REPEAT, right)).orElse(List.of()));
            return;
        }
        if (value.matches("[0:.]+")) {
            pass.reportAt("VMAP-REPEATAFTER-ZERO", element, REPEAT, "A break cannot come again after no time at all.");
        }
        switch (element.attribute(OFFSET).flatMap(TimeOffset::parse).orElse(null)) {
            case TimeOffset.End _ -> pass.reportAt("VMAP-REPEATAFTER-END", element, REPEAT,
                    "Nothing comes after the end; repeatAfter has no effect.");
            case TimeOffset.Position _ -> pass.reportAt("VMAP-REPEATAFTER-POSITION", element, REPEAT,
                    "An opportunity has no time from which repeatAfter could count.");
            case null, default -> { }
        }
    }
}
