package io.spotcheck.protocol.vast.catalogue;

import io.spotcheck.macro.MacroContext;
import io.spotcheck.macro.MacroRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the macros as a page for people. */
final class MacrosDocument {

    /** Who knows the values of macros that no field of a request fills. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(Map.entry("TIMESTAMP", "the moment"),
            Map.entry("CACHEBUSTING", "eight random digits, the same within one URL"),
            Map.entry("TRANSACTIONID", "the resolution: one for all its requests and beacons"),
            Map.entry("CLIENTUA", "Spotcheck and its version"), Map.entry("SERVERUA", "with `serverSide`: Spotcheck"),
            Map.entry("SERVERSIDE", "`0`; with `serverSide`: `1`"), Map.entry("ADCOUNT", "beacons: the ads so far"),
            Map.entry("ADTYPE", "beacons: the ad"), Map.entry("UNIVERSALADID", "the ad"),
            Map.entry("PODSEQUENCE", "the ad"), Map.entry("ADSERVINGID", "the ad"),
            Map.entry("ASSETURI", "the player; else the chosen media file"),
            Map.entry("INVENTORYSTATE", "beacons: `skippable` when the ad is"), Map.entry("ADPLAYHEAD", "the player"),
            Map.entry("PLAYERSTATE", "the player"), Map.entry("CLICKPOS", "the player"),
            Map.entry("ERRORCODE", "the failure; else `900`"),
            Map.entry("REASON", "the player; else `2`, for Spotcheck runs no vendor's code"),
            Map.entry("BLOCKEDADCATEGORIES", "the wrappers above"));

    private MacrosDocument() {
    }

    static String write(MacroTable table) {
        var text = new StringBuilder("""
                # Macros

                What Spotcheck fills in the URLs of tags, wrappers and beacons: the %d macros of VAST, and those of other
                systems that stand for them. This page is made from `macros.yaml` by `MacroTableTest`; change the data,
                not the page.

                - A field of the request fills its macro; a field that has the macro's own name goes first, and may
                  bring macros that VAST does not have. On the command line: `-D ifa=… -D PLAYERSTATE=muted`.
                - A macro that nobody can fill becomes `-1`; a value of `-2` says that it is known and not told
                  (VAST 4.3 §6.1). What has no value is told as a finding.
                - Lists are joined by commas and encoded element by element; everything else is encoded as a whole.
                - A macro in a URL where players do not fill it, and a name that nobody knows, stay as they are.
                - With `options: {serverSide: true}` in a profile, Spotcheck speaks as a server on a device's behalf:
                  requests and beacons carry `X-Device-IP` (`ipAddress`), `X-Device-User-Agent` (`userAgent`),
                  `X-Device-Referer` (`referer`, `pageUrl`), `X-Device-Accept-Language` (`acceptLanguage`) and
                  `X-Device-Requested-With` (`requestedWith`, `appBundle`).

                | macro | stands in | its value | field of the request | who else knows |
                |---|---|---|---|---|
                """.formatted(table.macros().size()));
        table.macros().forEach(macro -> text.append("| `[").append(macro.name()).append("]` | ")
                .append(contexts(macro.rule())).append(" | ").append(value(macro.rule())).append(" | ")
                .append(macro.from().stream().map(MacrosDocument::field).collect(Collectors.joining(", ")))
                .append(" | ").append(elsewhere(macro.name(), table)).append(" |\n"));
        text.append("\n## Macros of other systems\n\nWritten ").append(table.notations().stream()
                .map(n -> "`" + n.open() + "NAME" + n.close() + "`").collect(Collectors.joining(", ")))
                .append(".\n\n| filled as | names |\n|---|---|\n");
        var byStandard = new TreeMap<String, List<String>>(table.legacy().entrySet().stream().collect(
                Collectors.groupingBy(Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList()))));
        byStandard.forEach((standard, names) -> text.append("| `[").append(standard).append("]` | ")
                .append(names.stream().sorted().map(n -> "`" + n + "`").collect(Collectors.joining(", ")))
                .append(" |\n"));
        return text.toString();
    }

    private static String contexts(MacroRule rule) {
        return Arrays.stream(MacroContext.values()).filter(rule.contexts()::contains).map(context -> switch (context) {
            case REQUEST -> "requests";
            case TRACKING -> "beacons";
            case CLICK -> "click beacons";
            case ERROR -> "error beacons";
            case VERIFICATION -> "`verificationNotExecuted`";
        }).collect(Collectors.joining(", "));
    }

    private static String value(MacroRule rule) {
        String one = rule.values().isEmpty() ? rule.format().description()
                : rule.values().stream().map(v -> "`" + v + "`").collect(Collectors.joining(", "));
        String list = rule.items().isPresent() ? rule.items().getAsInt() + " of: " : rule.list() ? "list of: " : "";
        return list + one + (rule.required() ? "; required" : "");
    }

    /** A field that is worked out of others has a name of several words. */
    private static String field(String name) {
        return switch (name) {
            case "playhead" -> "`playheadPosition`";
            case "place" -> "`geo.latitude`, `geo.longitude`";
            case "player size" -> "`playerSize`";
            case "position of the break" -> "`playheadPosition` within `contentDuration`";
            case "host of the page" -> "the host of `pageUrl`";
            case "regulations that apply" -> "`gdpr`, `coppa`";
            default -> "`" + name + "`";
        };
    }

    private static String elsewhere(String name, MacroTable table) {
        return table.player().value(name).map(value -> value.isEmpty() ? "the player: none"
                : "the player: `" + value + "`").orElse(ELSEWHERE.getOrDefault(name, ""));
    }
}
