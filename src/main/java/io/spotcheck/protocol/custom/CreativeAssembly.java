package io.spotcheck.protocol.custom;

import io.spotcheck.ad.Creative;
import io.spotcheck.ad.Dimensions;
import io.spotcheck.ad.MediaFile;
import io.spotcheck.ad.Resource;
import io.spotcheck.ad.Timecode;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.protocol.custom.CreativeMapping.Kind;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the creatives of an ad, and writes their nodes. */
final class CreativeAssembly {

    private final Optional<Dimensions> player;
    private final OpenNode ad;
    private final List<Creative> creatives = new ArrayList<>();
    private final List<TrackingUrl> tracking = new ArrayList<>();
    private Optional<Location> unshowable = Optional.empty();

    CreativeAssembly(Optional<Dimensions> player, OpenNode ad) {
        this.player = player;
        this.ad = ad;
    }

    /** Adds the creatives that an entry describes. */
    void add(CreativeMapping mapping, Part adPart) {
        List<Part> parts = mapping.each().map(each -> new Extraction(adPart, ad).items(each, mapping.option()))
                .orElse(List.of(adPart));
        parts.forEach(part -> creative(mapping, part));
    }

    List<Creative> creatives() {
        return creatives;
    }

    List<TrackingUrl> tracking() {
        return tracking;
    }

    /** Where the first creative stands that has nothing to show. */
    Optional<Location> unshowable() {
        return unshowable;
    }

    private void creative(CreativeMapping mapping, Part part) {
        OpenNode node = ad.open(NodeKind.CREATIVE, "creative", part.location());
        var values = new Extraction(part, node);
        Optional<String> type = values.text(mapping.type());
        Kind kind = mapping.kind().orElseGet(() -> kind(mapping, type));
        Optional<Duration> duration = values.duration(mapping.duration());
        OptionalInt width = values.number(mapping.width());
        OptionalInt height = values.number(mapping.height());
        Optional<String> id = values.text(mapping.id());
        Optional<String> clickThrough = values.url(mapping.clickThrough());
        node.label(label(kind, duration, width, height));
        List<TrackingUrl> beacons = values.tracking(mapping.tracking(), switch (kind) {
            case LINEAR -> Scope.LINEAR;
            case NONLINEAR -> Scope.NON_LINEAR;
            case COMPANION -> Scope.COMPANION;
        });
        if (kind == Kind.LINEAR) {
            List<MediaFile> files = mapping.files().map(m -> files(values, m))
                    .orElseGet(() -> file(values, mapping, type.orElse(""), width, height));
            if (files.stream().noneMatch(MediaFile::chosen)) {
                nothingToShow(mapping, part, node, files.isEmpty());
                return;
            }
            Optional<String> skip = values.duration(mapping.skipOffset()).map(Timecode::of);
            creatives.add(new Creative.Linear(id, duration, skip, files, clickThrough, Optional.empty(), node.id()));
        } else {
            Optional<Resource> resource = resource(values, mapping, type);
            if (resource.isEmpty()) {
                nothingToShow(mapping, part, node, true);
                return;
            }
            creatives.add(kind == Kind.NONLINEAR
                    ? new Creative.NonLinear(id, width, height, duration, List.of(resource.get()), clickThrough,
                            Optional.empty(), node.id())
                    : new Creative.Companion(id, width, height, Optional.empty(), List.of(resource.get()),
                            clickThrough, Optional.empty(), node.id()));
        }
        tracking.addAll(beacons);
        node.succeed();
    }

    private static Kind kind(CreativeMapping mapping, Optional<String> type) {
        boolean still = mapping.html().isPresent() || type.map(t -> t.toLowerCase(Locale.ROOT))
                .filter(t -> t.startsWith("image/") || t.startsWith("text/html")).isPresent();
        return still ? Kind.NONLINEAR : Kind.LINEAR;
    }

    private void nothingToShow(CreativeMapping mapping, Part part, OpenNode node, boolean none) {
        String place = mapping.files().map(FileMapping::each).or(() -> mapping.url().flatMap(ValueMapping::at))
                .or(() -> mapping.html().flatMap(ValueMapping::at)).orElse("");
        String message = none ? "The creative has nothing to show at " + place + "."
                : "None of the creative's files can be played.";
        boolean optional = mapping.url().or(mapping::html).filter(ValueMapping::optional).isPresent();
        if (none && optional) {
            node.skip("The answer has none.");
            return;
        }
        Location where = part.nearest(place);
        node.finding(Finding.of("CUSTOM-CREATIVE-EMPTY", Severity.ERROR, message).at(where)
                .by("option " + mapping.option()));
        node.fail(message);
        unshowable = unshowable.or(() -> Optional.of(where));
    }

    private List<MediaFile> files(Extraction values, FileMapping mapping) {
        var found = new ArrayList<MediaFile>();
        var nodes = new ArrayList<OpenNode>();
        for (Part part : values.items(mapping.each(), mapping.url().option())) {
            OpenNode leaf = values.node().open(NodeKind.MEDIA_FILE, "file", part.location());
            var file = new Extraction(part, leaf);
            Optional<String> url = file.url(Optional.of(mapping.url()));
            if (url.isEmpty()) {
                leaf.fail("It has no URL.");
                continue;
            }
            nodes.add(leaf);
            found.add(new MediaFile(url.get(), file.text(mapping.type()).orElse(""), file.number(mapping.bitrate()),
                    file.number(mapping.width()), file.number(mapping.height()), Optional.empty(),
                    file.text(mapping.codec()), Optional.empty(), false, "", leaf.id()));
        }
        return chosen(found, nodes);
    }

    private List<MediaFile> file(Extraction values, CreativeMapping mapping, String type, OptionalInt width,
                                 OptionalInt height) {
        Optional<String> url = values.url(mapping.url());
        if (url.isEmpty()) {
            return List.of();
        }
        OpenNode leaf = values.node().open(NodeKind.MEDIA_FILE, url.get(),
                values.part().nearest(mapping.url().flatMap(ValueMapping::at).orElse("")));
        var file = new MediaFile(url.get(), type, values.number(mapping.bitrate()), width, height, Optional.empty(),
                Optional.empty(), Optional.empty(), false, "", leaf.id());
        return chosen(List.of(file), List.of(leaf));
    }

    /** The files with what was decided about each, which their nodes say, too. */
    private List<MediaFile> chosen(List<MediaFile> files, List<OpenNode> nodes) {
        Optional<MediaFile> best = FileChoice.choose(files, player).map(files::get);
        var decided = new ArrayList<MediaFile>(files.size());
        for (int i = 0; i < files.size(); i++) {
            MediaFile file = files.get(i);
            OpenNode leaf = nodes.get(i);
            boolean taken = best.filter(b -> b == file).isPresent();
            String reason = best.map(b -> FileChoice.reason(file, b, player))
                    .orElseGet(() -> FileChoice.reason(file, file, player));
            leaf.label(file.url());
            if (!file.type().isEmpty()) {
                leaf.fact("type", file.type());
            }
            if (file.width().isPresent() && file.height().isPresent()) {
                leaf.fact("size", file.width().getAsInt() + "x" + file.height().getAsInt());
            }
            file.bitrate().ifPresent(kbps -> leaf.fact("bitrate", kbps + " kbit/s"));
            if (taken) {
                leaf.succeed(reason);
            } else {
                leaf.skip(reason);
            }
            decided.add(new MediaFile(file.url(), file.type(), file.bitrate(), file.width(), file.height(),
                    file.delivery(), file.codec(), file.apiFramework(), taken, reason, file.nodeId()));
        }
        return decided;
    }

    private static Optional<Resource> resource(Extraction values, CreativeMapping mapping, Optional<String> type) {
        if (mapping.html().isPresent()) {
            return values.text(mapping.html()).map(html -> new Resource(Resource.Kind.HTML, Optional.empty(), html));
        }
        boolean page = type.filter(t -> t.toLowerCase(Locale.ROOT).startsWith("text/html")).isPresent();
        return values.url(mapping.url()).map(url ->
                new Resource(page ? Resource.Kind.IFRAME : Resource.Kind.STATIC, type, url));
    }

    private static String label(Kind kind, Optional<Duration> duration, OptionalInt width, OptionalInt height) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        if (kind == Kind.LINEAR) {
            return name + duration.map(d -> " " + d.toMillis() / 1000.0 + " s").map(t -> t.replace(".0 s", " s"))
                    .orElse("");
        }
        return name + (width.isPresent() && height.isPresent() ? " " + width.getAsInt() + "x" + height.getAsInt() : "");
    }
}
