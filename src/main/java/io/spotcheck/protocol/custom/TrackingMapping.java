package io.spotcheck.protocol.custom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The option {@code tracking} of an ad or a creative: where the URLs to tell of its events are. In one of two forms, or
 * a list of both:
 * <ul>
 * <li>by event: {@code {impression: /urls/view, complete: /urls/end}}; at each place there is one URL or a list of
 *     them;</li>
 * <li>by beacon: {@code {each: /beacons, event: /on, url: /href}}, with {@code offset}, the moment of {@code progress}
 *     beacons, and {@code names}, which calls the server's events by ours: {@code {view: impression}}.</li>
 * </ul>
 * Events are called as VAST calls them: {@code impression}, {@code start}, {@code firstQuartile}, {@code complete},
 * {@code click}, {@code error} and so on. URLs can hold macros such as {@code [CACHEBUSTING]} and {@code [ERRORCODE]}.
 */
sealed interface TrackingMapping {

    /**
     * The URLs of each event at a place of their own.
     *
     * @param urls the places by event
     */
    record ByEvent(Map<String, ValueMapping> urls) implements TrackingMapping {
    }

    /**
     * A list of beacons that say what they are for.
     *
     * @param option the path of the option
     * @param each   where the list is
     * @param event  where the event is, seen from a beacon
     * @param url    where the URL is, seen from a beacon
     * @param offset where the moment is, seen from a beacon
     * @param names  our names of the server's events
     */
    record ByBeacon(String option, String each, ValueMapping event, ValueMapping url, Optional<ValueMapping> offset,
                    Map<String, String> names) implements TrackingMapping {
    }

    /**
     * Reads the option.
     *
     * @throws IllegalArgumentException if it is wrong; it says which part
     */
    static List<TrackingMapping> of(Section around, AnswerFormat format) {
        var all = new ArrayList<TrackingMapping>();
        for (Section part : around.sections("tracking")) {
            all.add(part.has("each") ? byBeacon(part, format) : byEvent(part, format));
        }
        return all;
    }

    private static ByEvent byEvent(Section part, AnswerFormat format) {
        var urls = new LinkedHashMap<String, ValueMapping>();
        part.names().forEach(event -> urls.put(event, ValueMapping.of(part, event, format).orElseThrow()));
        return new ByEvent(urls);
    }

    private static ByBeacon byBeacon(Section part, AnswerFormat format) {
        part.only("each", "event", "url", "offset", "names");
        String each = part.text("each").orElseThrow();
        format.check(part.path("each"), each);
        var names = new LinkedHashMap<String, String>();
        part.section("names").ifPresent(section -> section.names().forEach(name ->
                names.put(name, section.text(name).orElseThrow())));
        return new ByBeacon(part.path(), each, required(part, "event", format), required(part, "url", format),
                ValueMapping.of(part, "offset", format), names);
    }

    private static ValueMapping required(Section part, String name, AnswerFormat format) {
        return ValueMapping.of(part, name, format).orElseThrow(() ->
                Section.wrong(part.path(name), "is missing: a list of beacons needs it"));
    }
}
