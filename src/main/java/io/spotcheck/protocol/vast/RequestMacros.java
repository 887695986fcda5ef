package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.RequestFields;
import io.spotcheck.ad.Timecode;
import io.spotcheck.macro.MacroFormat;
import io.spotcheck.macro.MacroRule;
import io.spotcheck.macro.MacroValue;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.vast.catalogue.MacroTable;
import io.spotcheck.protocol.vast.catalogue.MacroType;
import io.spotcheck.upstream.Session;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The values for macros that are known before there is an ad: those of Spotcheck's own player, and of a request. */
public final class RequestMacros {

    private static final MacroTable TABLE = MacroTable.standard();
    private static final Pattern MACRO_NAME = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Set<String> YES = Set.of("true", "1", "yes");
    private static final String PRE_ROLL = "1";
    private static final String MID_ROLL = "2";
    private static final String POST_ROLL = "3";

    private RequestMacros() {
    }

    /**
     * All that is known: what the request says, else what Spotcheck says of its own player.
     *
     * @param session    the resolution, whose identifier goes with all requests and beacons
     * @param serverSide whether Spotcheck speaks as a server on a device's behalf (VAST 4.3 §1.1.3)
     */
    public static MacroValues known(AdRequest request, Session session, boolean serverSide) {
        MacroValues own = TABLE.player().with("TRANSACTIONID", session.id().toString())
                .with("CLIENTUA", userAgent()).with("SERVERSIDE", serverSide ? "1" : "0");
        return (serverSide ? own.with("SERVERUA", userAgent()) : own).with(of(request));
    }

    /** What a request says. An extension whose name is that of a macro fills that one, whether VAST has it or not. */
    public static MacroValues of(AdRequest request) {
        MacroValues values = MacroValues.none();
        for (MacroType macro : TABLE.macros()) {
            Optional<MacroValue> value = macro.from().stream()
                    .flatMap(name -> field(request, name, macro.rule()).stream()).findFirst();
            if (value.isPresent()) {
                values = values.with(macro.name(), value.get());
            }
        }
        for (Map.Entry<String, Object> extension : request.extensions().entrySet()) {
            if (MACRO_NAME.matcher(extension.getKey()).matches()) {
                Optional<MacroValue> value = value(extension.getValue(), TABLE.rule(extension.getKey()));
                if (value.isPresent()) {
                    values = values.with(extension.getKey(), value.get());
                }
            }
        }
        return values;
    }

    /** The value of a field that the table names: one of the request, or one that is worked out from several. */
    private static Optional<MacroValue> field(AdRequest request, String name, MacroRule rule) {
        return switch (name) {
            case "playhead" -> request.playheadPosition().map(Timecode::of).map(MacroValue.Text::new);
            case "position of the break" -> breakPosition(request).map(MacroValue.Text::new);
            case "player size" -> request.playerSize().map(size -> new MacroValue.Elements(
                    List.of(String.valueOf(size.width()), String.valueOf(size.height()))));
            case "place" -> RequestFields.value(request, "geo.latitude").flatMap(latitude ->
                    RequestFields.value(request, "geo.longitude").map(longitude ->
                            new MacroValue.Elements(List.of(latitude, longitude))));
            case "host of the page" -> RequestFields.value(request, "pageUrl")
                    .or(() -> RequestFields.value(request, "PAGEURL")).flatMap(RequestMacros::host)
                    .map(MacroValue.Text::new);
            case "regulations that apply" -> regulations(request);
            default -> request.extensions().containsKey(name)
                    ? value(request.extensions().get(name), Optional.of(rule))
                    : RequestFields.value(request, name).map(MacroValue.Text::new);
        };
    }

    private static Optional<MacroValue> value(Object value, Optional<MacroRule> rule) {
        return switch (value) {
            case Map<?, ?> map -> Optional.empty();
            case Iterable<?> list when rule.isPresent() -> Optional.of(new MacroValue.Elements(
                    StreamSupport.stream(list.spliterator(), false).map(Object::toString).toList()));
            case Iterable<?> list -> Optional.empty();
            case Boolean flag when rule.map(MacroRule::format).filter(f -> f != MacroFormat.TEXT).isPresent() ->
                    Optional.of(new MacroValue.Text(flag ? "1" : "0"));
            default -> Optional.of(new MacroValue.Text(rule.filter(r -> r.format() == MacroFormat.FLAG).isPresent()
                    ? flag(value.toString()) : value.toString()));
        };
    }

    /** Flags are numbers; people write {@code true} and {@code false}, too. */
    private static String flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> "1";
            case "false", "no" -> "0";
            default -> text;
        };
    }

    /** Before the content, within it, or behind it; nothing is known of a content without a playhead. */
    private static Optional<String> breakPosition(AdRequest request) {
        return request.playheadPosition().map(at -> at.isZero() ? PRE_ROLL
                : request.contentDuration().filter(whole -> at.compareTo(whole) >= 0).isPresent() ? POST_ROLL
                : MID_ROLL);
    }

    private static Optional<MacroValue> regulations(AdRequest request) {
        var known = new ArrayList<String>();
        var applying = new ArrayList<String>();
        for (String regulation : List.of("gdpr", "coppa")) {
            RequestFields.value(request, regulation).ifPresent(says -> {
                known.add(regulation);
                if (YES.contains(says.strip().toLowerCase(Locale.ROOT))) {
                    applying.add(regulation);
                }
            });
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(new MacroValue.Elements(applying));
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost());
        } catch (IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
    }

    private static String userAgent() {
        String version = RequestMacros.class.getPackage().getImplementationVersion();
        return version == null ? "Spotcheck" : "Spotcheck/" + version;
    }
}
