package io.spotcheck.protocol.openrtb.nativead;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import io.spotcheck.protocol.openrtb.nativead.NativeAd.Asset;
import io.spotcheck.protocol.openrtb.nativead.NativeAd.EventTracker;
import io.spotcheck.protocol.openrtb.nativead.NativeAd.Link;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads native markup of versions 1.0 to 1.2. Safe for use by many threads. */
public final class NativeReader {

    private static final String SPEC = "OpenRTB Native 1.2 ";
    private static final int SCRIPT = 2;
    /** §7.6, list Event Types. */
    private static final Map<Integer, String> EVENTS = Map.of(1, "impression", 2, "viewable-mrc50", 3,
            "viewable-mrc100", 4, "viewable-video50");
    private static final Pattern SCRIPT_SOURCE = Pattern.compile("\\bsrc\\s*=\\s*[\"']?([^\"'\\s>]+)",
            Pattern.CASE_INSENSITIVE);

    private final JsonReader json = new JsonReader();

    /**
     * What was read.
     *
     * @param ad       the ad
     * @param findings what is doubtful about it
     */
    public record Result(NativeAd ad, List<Finding> findings) {

        /** Copies the list. */
        public Result {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads the markup of a native ad.
     *
     * @throws MalformedNativeException if it is not one
     */
    public Result read(String text) throws MalformedNativeException {
        return reading(text).result();
    }

    /**
     * Reads the assets that an {@code assetsurl} gives (Native 1.2 §6.3): an object with assets and nothing else that
     * must be there. A link that stands among them by itself is that of the ad.
     *
     * @throws MalformedNativeException if there are none
     */
    public Result readAssets(String text) throws MalformedNativeException {
        return reading(text).assetsAlone();
    }

    private Reading reading(String text) throws MalformedNativeException {
        JsonElement document;
        try {
            document = json.read(text);
        } catch (MalformedJsonException broken) {
            throw new MalformedNativeException("The native markup is not JSON: " + broken.getMessage(),
                    broken.location());
        }
        // Before version 1.1 the ad was the one member of another object (§5.1).
        JsonElement root = document.member("native").filter(JsonElement::isObject).orElse(document);
        if (!root.isObject()) {
            throw new MalformedNativeException("Native markup is an object.", root.location());
        }
        return new Reading(root);
    }

    private static final class Reading {

        private final JsonElement root;
        private final List<Finding> findings = new ArrayList<>();

        private Reading(JsonElement root) {
            this.root = root;
        }

        private Result result() throws MalformedNativeException {
            Optional<String> assetsUrl = address("assetsurl");
            Optional<String> dcoUrl = address("dcourl");
            var assets = new ArrayList<Asset>();
            for (JsonElement asset : root.items("assets")) {
                asset(asset).ifPresent(assets::add);
            }
            if (assets.isEmpty() && assetsUrl.isEmpty() && dcoUrl.isEmpty()) {
                throw new MalformedNativeException("The native ad has no assets.",
                        root.member("assets").orElse(root).location());
            }
            Optional<Link> link = root.member("link").flatMap(this::link);
            if (link.isEmpty()) {
                doubt("OPENRTB-NATIVE-LINK-MISSING", "The native ad does not say where a click leads.", root, "§5.1");
            }
            return new Result(new NativeAd(root.string("ver"), link, assets, assetsUrl, dcoUrl, trackers(),
                    root.string("privacy")), findings);
        }

        private Result assetsAlone() throws MalformedNativeException {
            var assets = new ArrayList<Asset>();
            Optional<Link> link = root.member("link").flatMap(this::link);
            for (JsonElement asset : root.items("assets")) {
                if (asset.members().size() == 1 && asset.has("link")) {
                    link = link.or(() -> asset.member("link").flatMap(this::link));
                } else {
                    asset(asset).ifPresent(assets::add);
                }
            }
            if (assets.isEmpty()) {
                throw new MalformedNativeException("There are no assets.",
                        root.member("assets").orElse(root).location());
            }
            return new Result(new NativeAd(root.string("ver"), link, assets, Optional.empty(), Optional.empty(),
                    trackers(), root.string("privacy")), findings);
        }

        private Optional<String> address(String name) {
            return root.string(name).map(String::strip).filter(url -> !url.isEmpty());
        }

        private Optional<Asset> asset(JsonElement asset) {
            OptionalInt id = asset.integer("id");
            Optional<Link> link = asset.member("link").flatMap(this::link);
            Location at = asset.location();
            Optional<Asset> read = asset.member("title").flatMap(t -> t.string("text"))
                    .<Asset>map(text -> new Asset.Title(id, text, link, at))
                    .or(() -> asset.member("img").flatMap(i -> i.string("url").map(url ->
                            new Asset.Image(id, url.strip(), i.integer("type"), i.integer("w"), i.integer("h"),
                                    link, at))))
                    .or(() -> asset.member("video").flatMap(v -> v.string("vasttag"))
                            .map(vast -> new Asset.Video(id, vast, link, at)))
                    .or(() -> asset.member("data").flatMap(d -> d.string("value").map(value ->
                            new Asset.Data(id, value, d.integer("type"), link, at))));
            if (read.isEmpty()) {
                doubt("OPENRTB-NATIVE-ASSET-EMPTY", "The asset has no title, picture, video or data.", asset, "§5.2");
            }
            return read;
        }

        private Optional<Link> link(JsonElement link) {
            var trackers = new ArrayList<EventTracker>();
            link.items("clicktrackers").forEach(t -> t.string().filter(url -> !url.isBlank()).ifPresent(url ->
                    trackers.add(new EventTracker("clickTracking", url.strip(), false, t.location()))));
            return link.string("url").map(url -> new Link(url.strip(), trackers, link.string("fallback")));
        }

        private List<EventTracker> trackers() {
            var trackers = new ArrayList<EventTracker>();
            for (JsonElement tracker : root.items("eventtrackers")) {
                int event = tracker.integer("event").orElse(0);
                boolean custom = tracker.integer("method").orElse(1) > SCRIPT;
                Optional<String> url = tracker.string("url").map(String::strip).filter(u -> !u.isEmpty());
                if (custom && url.isEmpty()) {
                    // A method of the parties' own need not have one (§5.8).
                    continue;
                }
                if (event < 1 || url.isEmpty()) {
                    doubt("OPENRTB-NATIVE-TRACKER", "The event tracker does not say "
                            + (event < 1 ? "which event it is for." : "whom to tell."), tracker, "§5.8");
                } else {
                    trackers.add(new EventTracker(EVENTS.getOrDefault(event, "native-event-" + event), url.get(),
                            tracker.integer("method").orElse(1) == SCRIPT, tracker.location()));
                }
            }
            for (JsonElement tracker : root.items("imptrackers")) {
                tracker.string().filter(u -> !u.isBlank()).ifPresent(url ->
                        trackers.add(new EventTracker("impression", url.strip(), false, tracker.location())));
            }
            root.member("jstracker").flatMap(this::script).ifPresent(trackers::add);
            return trackers;
        }

        /** A script element, whose source is loaded at the impression. */
        private Optional<EventTracker> script(JsonElement tracker) {
            Matcher source = SCRIPT_SOURCE.matcher(tracker.text());
            String url = source.find() ? source.group(1) : tracker.text().strip();
            if (!url.startsWith("http")) {
                doubt("OPENRTB-NATIVE-SCRIPT", "The script of jstracker stands in the ad itself; it has no address "
                        + "that could be called.", tracker, "§5.1");
                return Optional.empty();
            }
            return Optional.of(new EventTracker("impression", url, true, tracker.location()));
        }

        private void doubt(String rule, String message, JsonElement at, String section) {
            findings.add(Finding.of(rule, Severity.WARNING, message).at(at.location()).by(SPEC + section));
        }
    }
}
