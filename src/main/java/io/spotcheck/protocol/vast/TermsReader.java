package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdType;
import io.spotcheck.ad.Category;
import io.spotcheck.ad.Dimensions;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.protocol.vast.document.VastTime;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Reads {@link Terms} from a request. One instance serves once. */
final class TermsReader {

    /** How macros say that nothing is known, or nothing told (VAST 4.3 §6.1). */
    private static final Set<String> UNTOLD = Set.of("", "-1", "-2");
    /** The numbers that AdCOM gives to versions of VAST, for ads and for wrappers. */
    private static final Map<Integer, VastVersion> VERSIONS = Map.ofEntries(Map.entry(2, VastVersion.V2_0),
            Map.entry(3, VastVersion.V3_0), Map.entry(5, VastVersion.V2_0), Map.entry(6, VastVersion.V3_0),
            Map.entry(7, VastVersion.V4_0), Map.entry(8, VastVersion.V4_0), Map.entry(11, VastVersion.V4_1),
            Map.entry(12, VastVersion.V4_1), Map.entry(13, VastVersion.V4_2), Map.entry(14, VastVersion.V4_2),
            Map.entry(15, VastVersion.V4_3), Map.entry(16, VastVersion.V4_3));

    private final AdRequest request;
    private final MacroValues known;
    private final List<Finding> problems = new ArrayList<>();

    TermsReader(AdRequest request) {
        this.request = request;
        known = RequestMacros.of(request);
    }

    Terms read() {
        Set<Integer> frameworks = numbers("APIFRAMEWORKS");
        boolean vpaid = frameworks.isEmpty() || Terms.VPAID.stream().anyMatch(frameworks::contains);
        Optional<AdType> adType = value("ADTYPE", "“video”, “audio” or “hybrid”", AdType::of);
        var media = new MediaTerms(request.playerSize(), texts("MEDIAMIME"), texts("codecs"),
                number("maxBitrate"), value("delivery", "“progressive” or “streaming”",
                oneOf("progressive", "streaming")),
                vpaid, adType.filter(AdType.AUDIO::equals).isPresent());
        return new Terms(media, adType, value("linearity", "“linear” or “nonlinear”", oneOf("linear", "nonlinear")),
                duration("BREAKMINADLENGTH"), duration("BREAKMAXADLENGTH"), duration("adDuration"),
                value("adSize", "a size such as 640x360", Dimensions::parse), flag("categoryRequired", false),
                texts("BLOCKEDADCATEGORIES").stream().map(code -> new Category(Optional.empty(), code)).toList(),
                number("BREAKMAXADS"), duration("BREAKMAXDURATION"), flag("conditionalAds", true),
                flag("skippable", true), flag("mezzanineRequired", false), frameworks,
                each("companionSizes", "sizes such as 300x250", Dimensions::parse), versions(), problems);
    }

    private Set<VastVersion> versions() {
        EnumSet<VastVersion> found = EnumSet.noneOf(VastVersion.class);
        numbers("VASTVERSIONS").forEach(number -> Optional.ofNullable(VERSIONS.get(number)).ifPresent(found::add));
        return found;
    }

    private Set<Integer> numbers(String name) {
        return new HashSet<>(each(name, "numbers", TermsReader::integer));
    }

    private OptionalInt number(String name) {
        return value(name, "a whole number", TermsReader::integer).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private Optional<Duration> duration(String name) {
        return value(name, "a time in seconds, or as in 00:00:15", text -> VastTime.parse(text)
                .or(() -> decimal(text).map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()))));
    }

    private boolean flag(String name, boolean otherwise) {
        return value(name, "“true” or “false”", text -> oneOf("true", "false").apply(text).map("true"::equals))
                .orElse(otherwise);
    }

    private <T> Optional<T> value(String name, String expected, Function<String, Optional<T>> reader) {
        return each(name, expected, reader).stream().findFirst();
    }

    private <T> List<T> each(String name, String expected, Function<String, Optional<T>> reader) {
        var found = new ArrayList<T>();
        for (String text : texts(name)) {
            reader.apply(text).ifPresentOrElse(found::add, () -> problems.add(problem(name, text, expected)));
        }
        return found;
    }

    /** The values of an extension: those of a list, or those between commas. */
    private List<String> texts(String name) {
        Object value = Optional.ofNullable(request.extensions().get(name)).or(() -> known.value(name)).orElse("");
        List<String> texts = value instanceof Iterable<?> list ? strings(list)
                : Arrays.stream(value.toString().split(",")).map(String::strip).toList();
        return texts.stream().filter(text -> !UNTOLD.contains(text)).toList();
    }

    private static List<String> strings(Iterable<?> list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(String.valueOf(each).strip()));
        return texts;
    }

    private static Function<String, Optional<String>> oneOf(String first, String second) {
        return text -> Optional.of(text.toLowerCase(Locale.ROOT)).filter(t -> t.equals(first) || t.equals(second));
    }

    private static Optional<Integer> integer(String text) {
        return decimal(text).filter(number -> number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0).map(BigDecimal::intValue);
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return text.length() > 20 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Finding problem(String name, String text, String expected) {
        String rule = "REQUEST-" + name.replaceAll("([a-z])([A-Z])", "$1-$2").toUpperCase(Locale.ROOT);
        return Finding.of(rule, Severity.WARNING, "“" + text + "” for " + name + " is not " + expected
                + "; ads are not held against it.");
    }
}
