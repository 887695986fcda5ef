package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.lint.Rule;
import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.ListType;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import io.spotcheck.protocol.openrtb.catalogue.Release.Family;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import io.spotcheck.resolution.Severity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules that follow from the catalogue: what must be there, and what values there are. */
final class CatalogueRules {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private CatalogueRules() {
    }

    static Collection<Rule> of(RtbCatalogue catalogue) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (ObjectType type : catalogue.objects()) {
            for (FieldType field : type.fields()) {
                if (field.isRequired()) {
                    String id = missing(type, field);
                    rules.put(id, new Rule(id, Severity.ERROR, "`" + type.name() + "` without `" + field.name() + "`",
                            "The field is required; without it the message cannot be understood.", type.spec(),
                            ""));
                }
            }
        }
        for (ListType list : catalogue.lists()) {
            String id = unlisted(list);
            String open = list.vendor().map(v -> " Values from " + v + " on are free for agreements.").orElse("");
            rules.put(id, new Rule(id, list.soft() ? Severity.WARNING : Severity.ERROR,
                    "unknown value among " + list.about(),
                    "Only listed values mean something to the other side." + open, list.spec(), ""));
        }
        return rules.values();
    }

    /** The field that must be there is not. */
    static String missing(ObjectType type, FieldType field) {
        return prefix(type.family()) + words(shortened(type)) + "-" + field.name()
                .toUpperCase(Locale.ROOT).replace('_', '-') + "-MISSING";
    }

    /** What the prefix says already is not said again. */
    private static String shortened(ObjectType type) {
        return type.family() == Family.NATIVE ? type.name().substring("Native".length())
                : type.name().startsWith("BidRe") ? type.name().substring("Bid".length()) : type.name();
    }

    /** The value is not in its list. */
    static String unlisted(ListType list) {
        boolean nativeList = list.name().startsWith("Native");
        return prefix(nativeList ? Family.NATIVE : Family.OPENRTB) + "LIST-"
                + words(nativeList ? list.name().substring("Native".length()) : list.name());
    }

    private static String prefix(Family family) {
        return family == Family.NATIVE ? "NATIVE-" : "ORTB-";
    }

    private static String words(String name) {
        return HUMP.matcher(name).replaceAll("-").toUpperCase(Locale.ROOT);
    }
}
