package io.spotcheck.cli;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.DeviceType;
import io.spotcheck.ad.Dimensions;
import io.spotcheck.ad.Geo;
import io.spotcheck.ad.RequestRules;
import io.spotcheck.orchestrator.Quantities;
import io.spotcheck.resolution.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sets the fields of a request by their names; a name that is not a field is an extension. */
final class RequestFields {

    private static final String GEO = "geo.";

    private RequestFields() {
    }

    /**
     * A request with these values.
     *
     * @throws CommandFailure if a value makes no sense; it names the field
     */
    static AdRequest apply(AdRequest request, Map<String, String> values) {
        AdRequest.Builder builder = request.toBuilder();
        Geo geo = request.geo().orElse(Geo.unknown());
        for (Map.Entry<String, String> given : values.entrySet()) {
            if (given.getKey().startsWith(GEO)) {
                geo = withGeo(geo, given.getKey(), given.getValue());
                builder.geo(geo);
            } else {
                set(builder, given.getKey(), given.getValue());
            }
        }
        AdRequest changed = builder.build();
        check(changed, values);
        return changed;
    }

    private static void set(AdRequest.Builder builder, String name, String value) {
        switch (name) {
            case "slotId" -> builder.slotId(value);
            case "userId" -> builder.userId(value);
            case "ipAddress" -> builder.ipAddress(value);
            case "deviceType" -> builder.deviceType(parse(name, value, v -> DeviceType.of(v).orElseThrow(
                    () -> new IllegalArgumentException(Messages.text("field.choices", v, Arrays
                            .stream(DeviceType.values()).map(DeviceType::wireName)
                            .collect(Collectors.joining(", ")))))));
            case "contentUrl" -> builder.contentUrl(value);
            case "contentDuration" -> builder.contentDuration(parse(name, value, Quantities::parseTime));
            case "playheadPosition" -> builder.playheadPosition(parse(name, value, Quantities::parseTime));
            case "playerSize" -> {
                Dimensions size = parse(name, value, v -> Dimensions.parse(v).orElseThrow(
                        () -> new IllegalArgumentException(Messages.text("field.size", v))));
                builder.playerSize(size.width(), size.height());
            }
            default -> builder.extension(name, value);
        }
    }

    private static Geo withGeo(Geo geo, String name, String value) {
        return switch (name.substring(GEO.length())) {
            case "country" -> new Geo(Optional.of(value), geo.region(), geo.city(), geo.postalCode(), geo.latitude(),
                    geo.longitude());
            case "region" -> new Geo(geo.country(), Optional.of(value), geo.city(), geo.postalCode(), geo.latitude(),
                    geo.longitude());
            case "city" -> new Geo(geo.country(), geo.region(), Optional.of(value), geo.postalCode(), geo.latitude(),
                    geo.longitude());
            case "postalCode" -> new Geo(geo.country(), geo.region(), geo.city(), Optional.of(value), geo.latitude(),
                    geo.longitude());
            case "latitude" -> new Geo(geo.country(), geo.region(), geo.city(), geo.postalCode(),
                    OptionalDouble.of(degrees(name, value)), geo.longitude());
            case "longitude" -> new Geo(geo.country(), geo.region(), geo.city(), geo.postalCode(), geo.latitude(),
                    OptionalDouble.of(degrees(name, value)));
            default -> throw new CommandFailure(Messages.text("field.geo", name));
        };
    }

    private static double degrees(String name, String value) {
        return parse(name, value, v -> {
            try {
                return Double.valueOf(v);
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException(Messages.text("field.number", v), notANumber);
            }
        });
    }

    private static <T> T parse(String name, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(Messages.text("field.wrong", name, sentence(wrong.getMessage())), wrong);
        }
    }

    /** Only what was typed is the typist's mistake; a profile that is wrong on purpose stays so. */
    private static void check(AdRequest request, Map<String, String> values) {
        var byRule = values.keySet().stream().collect(Collectors.toMap(RequestFields::rule, Function.identity(),
                (first, second) -> first));
        RequestRules.check(request).stream()
                .filter(finding -> finding.severity() == Severity.ERROR && byRule.containsKey(finding.rule()))
                .findFirst().ifPresent(finding -> {
                    throw new CommandFailure(Messages.text("field.wrong", byRule.get(finding.rule()),
                            finding.message()));
                });
    }

    /** The rule about a field: {@code geo.country} is judged by {@code REQUEST-GEO-COUNTRY}. */
    private static String rule(String field) {
        return "REQUEST-" + field.replace('.', '-').replaceAll("([a-z])([A-Z])", "$1-$2").toUpperCase(Locale.ROOT);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
