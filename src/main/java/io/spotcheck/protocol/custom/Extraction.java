package io.spotcheck.protocol.custom;

import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Takes values out of a part of an answer, and writes down on a node what is not as described.
 *
 * @param part the part
 * @param node the node that stands for it
 */
record Extraction(Part part, OpenNode node) {

    /** How many items of one list are looked at: an answer of 5 MiB can hold a hundred thousand. */
    static final int MOST_ITEMS = 200;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+|\\[[A-Z0-9_]+].*");

    /** The text of a value. */
    Optional<String> text(Optional<ValueMapping> value) {
        return value.flatMap(this::text);
    }

    /** The text of a value. */
    Optional<String> text(ValueMapping value) {
        Optional<String> found = value.at().flatMap(place -> part.all(place).stream().findFirst()).flatMap(Part::text)
                .or(value::otherwise);
        if (found.isEmpty() && !value.optional()) {
            node.finding(finding("CUSTOM-VALUE-MISSING", "The answer has no “" + name(value) + "” at "
                    + value.at().orElseThrow() + ".", value));
        }
        return found;
    }

    /** The whole number of a value; a fraction is cut off. */
    OptionalInt number(Optional<ValueMapping> value) {
        Optional<String> text = text(value);
        Optional<Integer> number = text.filter(t -> NUMBER.matcher(t).matches()).map(t -> new BigDecimal(t).intValue());
        if (text.isPresent() && number.isEmpty()) {
            unreadable(value.orElseThrow(), text.get(), "a number");
        }
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** The duration of a value. */
    Optional<Duration> duration(Optional<ValueMapping> value) {
        Optional<String> text = text(value);
        Optional<Duration> duration = text.flatMap(t -> value.orElseThrow().unit().parse(t));
        if (text.isPresent() && duration.isEmpty()) {
            unreadable(value.orElseThrow(), text.get(), value.orElseThrow().unit().description());
        }
        return duration;
    }

    /** The URL of a value. */
    Optional<String> url(Optional<ValueMapping> value) {
        Optional<String> url = text(value);
        url.ifPresent(u -> checkUrl(u, value.orElseThrow()));
        return url;
    }

    /** The items of a list, but not more than are looked at. */
    List<Part> items(String each, String option) {
        List<Part> all = part.all(each);
        if (all.size() > MOST_ITEMS) {
            node.finding(Finding.of("CUSTOM-LIST-LIMIT", Severity.WARNING, "The list has " + all.size()
                    + " items; the first " + MOST_ITEMS + " are taken.").at(part.nearest(each)).by("option " + option));
        }
        return all.stream().limit(MOST_ITEMS).toList();
    }

    /** The beacons of an ad or a creative. */
    List<TrackingUrl> tracking(List<TrackingMapping> mappings, Scope scope) {
        var beacons = new ArrayList<TrackingUrl>();
        for (TrackingMapping mapping : mappings) {
            switch (mapping) {
                case TrackingMapping.ByEvent byEvent -> byEvent.urls().forEach((event, urls) ->
                        beacons.addAll(urls(event, urls, scope)));
                case TrackingMapping.ByBeacon list -> items(list.each(), list.option()).forEach(item ->
                        new Extraction(item, node).beacon(list, scope).ifPresent(beacons::add));
            }
        }
        return beacons;
    }

    /** The URLs of one event: one, or a list of them. */
    List<TrackingUrl> urls(String event, ValueMapping value, Scope scope) {
        List<Part> found = value.at().map(place -> items(place, value.option())).orElse(List.of());
        if (found.isEmpty()) {
            boolean isList = value.at().filter(place -> part instanceof JsonPart && !part.lacks(place)).isPresent();
            // A list of no URLs is an answer: nobody wants to be told.
            return isList ? List.of() : text(value)
                    .map(url -> List.of(beacon(event, url, Optional.empty(), part, scope)))
                    .orElse(List.of());
        }
        var beacons = new ArrayList<TrackingUrl>();
        for (Part one : found) {
            Optional<String> url = one.text();
            if (url.isEmpty()) {
                node.finding(finding("CUSTOM-VALUE-UNREADABLE", "This is no URL for “" + event + "”.", value)
                        .at(one.location()));
            }
            url.ifPresent(u -> {
                checkUrl(u, value);
                beacons.add(beacon(event, u, Optional.empty(), one, scope));
            });
        }
        return beacons;
    }

    private Optional<TrackingUrl> beacon(TrackingMapping.ByBeacon list, Scope scope) {
        Optional<String> event = text(list.event()).map(name -> list.names().getOrDefault(name, name));
        Optional<String> url = url(Optional.of(list.url()));
        Optional<String> offset = text(list.offset());
        return event.flatMap(name -> url.map(u -> beacon(name, u, offset, part, scope)));
    }

    private TrackingUrl beacon(String event, String url, Optional<String> offset, Part place, Scope scope) {
        return new TrackingUrl(event, url, 0, offset, node.id(), Optional.of(place.location()), scope);
    }

    private void checkUrl(String url, ValueMapping value) {
        if (!ABSOLUTE.matcher(url).matches()) {
            node.finding(finding("CUSTOM-URL-RELATIVE", "“" + url + "” is not an absolute URL.", value));
        }
    }

    private void unreadable(ValueMapping value, String text, String what) {
        node.finding(finding("CUSTOM-VALUE-UNREADABLE", "“" + text + "” is not " + what + ".", value));
    }

    private Finding finding(String rule, String message, ValueMapping value) {
        return Finding.of(rule, Severity.WARNING, message)
                .at(value.at().map(part::nearest).orElseGet(part::location)).by("option " + value.option());
    }

    private static String name(ValueMapping value) {
        return value.option().substring(value.option().lastIndexOf('.') + 1);
    }
}
