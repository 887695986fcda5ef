package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What is looked at in what an impression offers: banners, video and audio, pods. */
final class PlacementChecks {

    private PlacementChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("Banner", PlacementChecks::bannerSize);
        checks.on("Banner", PlacementChecks::companion);
        checks.on("Format", PlacementChecks::format);
        checks.on("Video", PlacementChecks::skip);
        checks.on("Video", PlacementChecks::dedupe);
        for (String medium : List.of("Video", "Audio")) {
            checks.on(medium, PlacementChecks::oldMedia);
            checks.on(medium, PlacementChecks::podDurations);
        }
        checks.on("BidRequest", PlacementChecks::pods);
    }

    private static void bannerSize(JsonElement banner, RtbPass pass) {
        List<JsonElement> formats = banner.items("format");
        if (formats.isEmpty() && !banner.has("w") && !banner.has("h")) {
            pass.report("ORTB-BANNER-SIZE-MISSING", banner, "There is neither format nor w and h.");
            return;
        }
        if (banner.integer("w").equals(OptionalInt.of(0)) || banner.integer("h").equals(OptionalInt.of(0))) {
            pass.report("ORTB-BANNER-SIZE-ZERO", banner, "The banner has no size: w or h is 0.");
        } else if (!formats.isEmpty() && banner.has("w") && banner.has("h")
                && formats.stream().allMatch(f -> f.has("w"))
                && formats.stream().noneMatch(f -> f.integer("w").equals(banner.integer("w"))
                && f.integer("h").equals(banner.integer("h")))) {
            pass.report("ORTB-BANNER-SIZE-BESIDE-FORMAT", banner.member("w").orElseThrow(),
                    "The size of the banner is not among those of format.");
        }
    }

    private static void companion(JsonElement banner, RtbPass pass) {
        boolean companion = banner.parent().filter(JsonElement::isArray).isPresent();
        if (companion && !banner.has("id")) {
            pass.report("ORTB-COMPANION-ID-MISSING", banner, "A companion has no id by which it can be told.");
        } else if (!companion && banner.has("vcm")) {
            pass.report("ORTB-BANNER-VCM", banner.member("vcm").orElseThrow(),
                    "vcm says something of companions only.");
        }
    }

    private static void format(JsonElement format, RtbPass pass) {
        boolean size = format.has("w") || format.has("h");
        boolean ratio = format.has("wratio") || format.has("hratio");
        if (size && ratio) {
            pass.report("ORTB-FORMAT-BOTH", format, "The format has a size and a ratio.");
        } else if (!size && !ratio) {
            pass.report("ORTB-FORMAT-EMPTY", format, "The format has neither w and h nor wratio and hratio.");
        }
    }

    private static void skip(JsonElement video, RtbPass pass) {
        if (!video.integer("skip").equals(OptionalInt.of(1))) {
            Stream.of("skipmin", "skipafter").filter(f -> video.integer(f).orElse(0) > 0).findFirst().ifPresent(f ->
                    pass.report("ORTB-VIDEO-SKIP-OFF", video.member(f).orElseThrow(),
                            f + " says something only where skip is 1."));
        } else if (video.integer("maxduration").orElse(Integer.MAX_VALUE) <= video.integer("skipafter").orElse(0)) {
            pass.report("ORTB-VIDEO-SKIP-LATE", video.member("skipafter").orElseThrow(),
                    "Skipping begins when the longest ad is over.");
        }
    }

    private static void dedupe(JsonElement video, RtbPass pass) {
        List<JsonElement> settings = video.items("poddedupe");
        if (settings.size() > 1) {
            settings.stream().filter(s -> s.integer().equals(OptionalInt.of(5))).findFirst().ifPresent(s ->
                    pass.report("ORTB-POD-DEDUPE-NONE", s, "5 says that nothing is deduplicated, and others are "
                            + "beside it."));
        }
    }

    private static void oldMedia(JsonElement media, RtbPass pass) {
        for (JsonElement mime : media.items("mimes")) {
            String type = mime.text().toLowerCase(Locale.ROOT);
            if (type.contains("flash") || type.equals("video/x-flv")) {
                pass.report("ORTB-VIDEO-FLASH", mime, "No browser plays " + Words.shorten(mime.text())
                        + " any more.");
            }
        }
    }

    private static void podDurations(JsonElement media, RtbPass pass) {
        OptionalInt pod = media.integer("poddur");
        if (pod.isEmpty() || pod.getAsInt() == 0) {
            return;
        }
        Stream<JsonElement> longer = Stream.concat(media.member("minduration").stream(),
                media.items("rqddurs").stream()).filter(d -> d.integer().orElse(0) > pod.getAsInt());
        longer.forEach(d -> pass.report("ORTB-POD-AD-TOO-LONG", d, "An ad of " + d.text()
                + " s does not fit into the pod of " + pod.getAsInt() + " s."));
    }

    /** What impressions of one pod say of it. */
    private static void pods(JsonElement request, RtbPass pass) {
        Map<String, JsonElement> sequences = new HashMap<>();
        Map<String, JsonElement> ends = new HashMap<>();
        for (JsonElement imp : request.items("imp")) {
            Stream.of("video", "audio").flatMap(m -> imp.member(m).stream()).forEach(media ->
                    media.string("podid").ifPresent(id -> pod(media, id, sequences, ends, pass)));
        }
    }

    private static void pod(JsonElement media, String id, Map<String, JsonElement> sequences,
                            Map<String, JsonElement> ends, RtbPass pass) {
        JsonElement sequence = media.member("podseq").orElse(media);
        JsonElement other = sequences.putIfAbsent(id, sequence);
        if (other != null && number(other).compareTo(number(sequence)) != 0) {
            pass.report("ORTB-POD-SEQUENCE-DIFFERS", sequence, "The impressions of the pod “" + Words.shorten(id)
                    + "” disagree on its place in the content.");
        }
        Optional<JsonElement> slot = media.member("slotinpod")
                .filter(s -> s.integer().orElse(0) == 1 || s.integer().orElse(0) == -1);
        if (slot.isPresent() && !media.has("poddur")
                && ends.putIfAbsent(id + " " + slot.get().text(), slot.get()) != null) {
            pass.report("ORTB-POD-SLOT-TWICE", slot.get(), "Two impressions of the pod “" + Words.shorten(id)
                    + "” are promised its " + (slot.get().text().equals("1") ? "first" : "last") + " slot.");
        }
    }

    private static BigDecimal number(JsonElement sequence) {
        return sequence.number().map(BigDecimal::stripTrailingZeros).orElse(BigDecimal.ZERO);
    }
}
