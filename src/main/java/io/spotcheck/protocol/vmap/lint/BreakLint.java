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
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final VmapElements data;

    BreakLint(VmapElements data) {
        this.data = data;
    }

    void lint(XmlElement element, VmapLintPass pass) {
        element.attribute("timeOffset").ifPresent(offset -> offset(element, offset.strip(), pass));
        element.attribute("breakType").ifPresent(types -> types(element, types, pass));
        element.attribute("breakId").filter(String::isBlank).ifPresent(id ->
                pass.report("VMAP-BREAKID-EMPTY", element, "The breakId is empty; leave it out or give it a name."));
        element.attribute("repeatAfter").ifPresent(time -> repeatAfter(element, time.strip(), pass));
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
            pass.report("VMAP-TIMEOFFSET-CASE", element, "The offset is written " + offset + "; write "
                    + offset.toLowerCase(Locale.ROOT) + ".");
        } else if (percent.matches()) {
            percent(element, offset, percent, pass);
        } else if (POSITION.matcher(offset).matches()) {
            if (Integer.parseInt(offset.substring(1)) == 0) {
                pass.report("VMAP-TIMEOFFSET-POSITION-ZERO", element,
                        "The first opportunity is #1; there is no " + offset + ".");
            }
        } else if (!time(element, "timeOffset", offset, pass)) {
            pass.report("VMAP-TIMEOFFSET-INVALID", element, "timeOffset=\"" + Excerpt.of(offset)
                    + "\" is wrong; write hh:mm:ss, hh:mm:ss.mmm, n%, start, end or #m.");
        } else if (offset.startsWith("00:00:00") && TimeOffset.parse(offset).filter(TimeOffset.Time.class::isInstance)
                .filter(o -> ((TimeOffset.Time) o).time().isZero()).isPresent()) {
            shorthand(element, offset, "start", pass);
        }
    }

    private static void percent(XmlElement element, String offset, Matcher percent, VmapLintPass pass) {
        BigDecimal number = new BigDecimal(offset.substring(0, offset.length() - 1));
        if (number.compareTo(WHOLE) > 0) {
            pass.report("VMAP-TIMEOFFSET-PERCENT-RANGE", element, offset + " lies behind the end of the content; write "
                    + "0% to 100%.");
        } else if (percent.group(2) != null) {
            pass.report("VMAP-TIMEOFFSET-PERCENT-FRACTION", element, offset
                    + " has a fraction; players may take whole percentages only.");
        } else if (number.signum() == 0) {
            shorthand(element, offset, "start", pass);
        } else if (number.compareTo(WHOLE) == 0) {
            shorthand(element, offset, "end", pass);
        }
    }

    private static void shorthand(XmlElement element, String offset, String name, VmapLintPass pass) {
        pass.report("VMAP-TIMEOFFSET-SHORTHAND", element, offset + " means the very " + name + "; write " + name + ".");
    }

    /** Whether a time has its form; a fraction of other than three digits is told. */
    private static boolean time(XmlElement element, String attribute, String value, VmapLintPass pass) {
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            return false;
        }
        if (time.group(1) != null && time.group(1).length() != 3) {
            pass.report("VMAP-TIME-FRACTION", element, attribute + "=\"" + value
                    + "\" has a fraction of other than three digits; write hh:mm:ss.mmm.");
        }
        return true;
    }

    private void types(XmlElement element, String written, VmapLintPass pass) {
        if (!written.equals(written.strip()) && written.isBlank() || written.isEmpty()) {
            pass.report("VMAP-BREAKTYPE-UNKNOWN", element, "breakType is empty; write "
                    + String.join(", ", data.breakTypes()) + ".");
            return;
        }
        List<String> types = Arrays.asList(written.strip().split(",", -1));
        if (types.stream().anyMatch(t -> !t.equals(t.strip()))) {
            pass.report("VMAP-BREAKTYPE-BLANK", element, "breakType=\"" + written
                    + "\" has blanks; write commas alone between the types.");
        }
        var seen = new HashSet<String>();
        for (String type : types) {
            type(element, type.strip(), seen, pass);
        }
    }

    private void type(XmlElement element, String type, HashSet<String> seen, VmapLintPass pass) {
        Optional<String> meant = data.breakTypes().stream().filter(type::equalsIgnoreCase).findFirst();
        if (meant.isEmpty()) {
            pass.report("VMAP-BREAKTYPE-UNKNOWN", element, "There is no break type “" + Excerpt.of(type)
                    + "”; there is " + String.join(", ", data.breakTypes()) + ".");
        } else if (!meant.get().equals(type)) {
            pass.report("VMAP-BREAKTYPE-CASE", element, "The break type is written " + type + "; write " + meant.get()
                    + ".");
        }
        if (meant.isPresent() && !seen.add(meant.get())) {
            pass.report("VMAP-BREAKTYPE-REPEATED", element, "The break type " + meant.get() + " is there twice.");
        }
    }

    private static void repeatAfter(XmlElement element, String value, VmapLintPass pass) {
        if (!time(element, "repeatAfter", value, pass)) {
            pass.report("VMAP-REPEATAFTER-INVALID", element, "repeatAfter=\"" + Excerpt.of(value)
                    + "\" is wrong; write hh:mm:ss or hh:mm:ss.mmm.");
            return;
        }
        if (value.matches("[0:.]+")) {
            pass.report("VMAP-REPEATAFTER-ZERO", element, "A break cannot come again after no time at all.");
        }
        switch (element.attribute("timeOffset").flatMap(TimeOffset::parse).orElse(null)) {
            case TimeOffset.End _ -> pass.report("VMAP-REPEATAFTER-END", element,
                    "Nothing comes after the end; repeatAfter has no effect.");
            case TimeOffset.Position _ -> pass.report("VMAP-REPEATAFTER-POSITION", element,
                    "An opportunity has no time from which repeatAfter could count.");
            case null, default -> { }
        }
    }
}
