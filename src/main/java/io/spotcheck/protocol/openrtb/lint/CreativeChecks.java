package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import io.spotcheck.protocol.vast.document.VastTime;
import io.spotcheck.xml.XmlElement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What is looked at in the markup of a bid: that it is what the bid says, and right as what it is. */
final class CreativeChecks {

    private static final int BANNER = 1;
    private static final int VIDEO = 2;
    private static final int AUDIO = 3;
    private static final int NATIVE = 4;
    private static final Map<Integer, String> TYPES = Map.of(BANNER, "a banner", VIDEO, "video", AUDIO, "audio",
            NATIVE, "a native ad");

    private final RtbCatalogue catalogue;
    private final NativeChecks natives;
    private final MarkupLint markup;

    CreativeChecks(RtbCatalogue catalogue, NativeChecks natives, MarkupLint markup) {
        this.catalogue = catalogue;
        this.natives = natives;
        this.markup = markup;
    }

    void addTo(Checks checks) {
        checks.on("Bid", this::markup);
    }

    private void markup(JsonElement bid, RtbPass pass) {
        Optional<JsonElement> adm = bid.member("adm").filter(a -> a.string().isPresent());
        if (adm.isEmpty()) {
            return;
        }
        Markup kind = Markup.of(adm.get().text());
        type(bid, adm.get(), kind, pass);
        switch (kind) {
            case VAST -> markup.vast(adm.get(), pass).ifPresent(root -> vast(bid, root, pass));
            case NATIVE -> natives.answered(adm.get(), pass);
            case ADDRESS -> pass.report("ORTB-MARKUP-ADDRESS", adm.get(),
                    "The markup is an address; one of markup belongs into nurl.");
            case ESCAPED -> pass.report("ORTB-MARKUP-ESCAPED", adm.get(),
                    "The brackets of the markup have been escaped; JSON asks only for quotes and backslashes.");
            case OTHER -> pass.report("ORTB-MARKUP-UNKNOWN", adm.get(), "The markup is " + kind.label() + ".");
            case EMPTY, HTML -> {
                // The one has been told as an empty text; the other is anything that a browser shows.
            }
        }
    }

    private static void type(JsonElement bid, JsonElement adm, Markup kind, RtbPass pass) {
        OptionalInt declared = bid.integer("mtype");
        if (declared.isEmpty() || kind == Markup.EMPTY || kind == Markup.ADDRESS || kind == Markup.ESCAPED) {
            return;
        }
        boolean right = switch (declared.getAsInt()) {
            case BANNER -> kind == Markup.HTML || kind == Markup.OTHER;
            case VIDEO, AUDIO -> kind == Markup.VAST;
            case NATIVE -> kind == Markup.NATIVE;
            default -> true;
        };
        if (!right) {
            pass.report("ORTB-MARKUP-TYPE", adm, "mtype says " + TYPES.get(declared.getAsInt())
                    + ", and the markup is " + kind.label() + ".");
        }
    }

    private void vast(JsonElement bid, XmlElement root, RtbPass pass) {
        protocol(bid, root, pass);
        OptionalInt seconds = bid.integer("dur");
        List<Duration> durations = durations(root).toList();
        if (seconds.isPresent() && !durations.isEmpty()
                && durations.stream().noneMatch(d -> Math.abs(d.toMillis() - seconds.getAsInt() * 1000L) < 1000)) {
            pass.report("ORTB-MARKUP-DURATION", bid.member("dur").orElseThrow(), "dur is " + seconds.getAsInt()
                    + " s, and the ad lasts " + durations.getFirst().toMillis() / 1000.0 + " s.");
        }
    }

    private void protocol(JsonElement bid, XmlElement root, RtbPass pass) {
        Optional<String> declared = bid.member("protocol").map(JsonElement::integer).filter(OptionalInt::isPresent)
                .flatMap(p -> catalogue.list("MediaSubtype").meaning(p.getAsInt()));
        Optional<String> actual = protocol(root);
        if (declared.isPresent() && actual.isPresent() && !declared.equals(actual)) {
            pass.report("ORTB-MARKUP-PROTOCOL", bid.member("protocol").orElseThrow(), "protocol says "
                    + declared.get() + ", and the markup is " + actual.get() + ".");
        }
    }

    /** What the list of protocols calls a document. */
    static Optional<String> protocol(XmlElement root) {
        return root.attribute("version").map(String::strip).filter(v -> v.matches("\\d\\.\\d")).map(version ->
                "VAST " + version + (all(root, "Wrapper").findAny().isPresent() ? " wrapper" : ""));
    }

    static Stream<Duration> durations(XmlElement root) {
        return all(root, "Duration").flatMap(d -> VastTime.parse(d.text()).stream());
    }

    static Stream<XmlElement> all(XmlElement element, String name) {
        return Stream.concat(element.name().equals(name) ? Stream.of(element) : Stream.empty(),
                element.children().stream().flatMap(child -> all(child, name)));
    }
}
