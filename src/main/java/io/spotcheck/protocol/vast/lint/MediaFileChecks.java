package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What concerns media files: how a player can choose one of them, and whether it can play it. */
final class MediaFileChecks {

    private static final int MOST_KBPS = 100_000;
    private static final int WANTED = 3;
    private static final List<String> STREAMS = List.of("application/x-mpegurl", "application/vnd.apple.mpegurl",
            "application/dash+xml", "application/vnd.ms-sstr+xml");
    private static final Map<String, String> USUAL = Map.of("video/x-mp4", "video/mp4", "video/mpeg4", "video/mp4",
            "video/m4v", "video/mp4", "video/x-webm", "video/webm", "audio/mp3", "audio/mpeg",
            "audio/x-mp3", "audio/mpeg", "application/mp4", "video/mp4", "video/h264", "video/mp4");
    /** Endings that a file of a type does not have. */
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "video/mp4", List.of(".webm", ".ogv", ".flv", ".swf", ".m3u8", ".mpd", ".mp3", ".js"),
            "video/webm", List.of(".mp4", ".m4v", ".flv", ".m3u8", ".mpd", ".mp3"),
            "application/x-mpegurl", List.of(".mp4", ".webm", ".mpd"),
            "application/dash+xml", List.of(".mp4", ".m3u8"),
            "audio/mpeg", List.of(".mp4", ".webm", ".wav", ".ogg"),
            "application/javascript", List.of(".mp4", ".webm"));

    private MediaFileChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("MediaFile", MediaFileChecks::bitrates);
        checks.on("MediaFile", MediaFileChecks::size);
        checks.on("MediaFile", MediaFileChecks::type);
        checks.on("MediaFile", MediaFileChecks::framework);
        checks.on("Mezzanine", MediaFileChecks::flash);
        checks.on("MediaFiles", MediaFileChecks::choice);
        checks.on("MediaFiles", MediaFileChecks::duplicates);
    }

    private static Optional<Long> number(XmlElement file, String attribute) {
        return file.attribute(attribute).map(String::strip).flatMap(Values::integer);
    }

    static String type(XmlElement file) {
        return file.stripped("type").toLowerCase(Locale.ROOT);
    }

    private static void bitrates(XmlElement file, LintPass pass) {
        boolean least = file.attribute("minBitrate").isPresent();
        boolean most = file.attribute("maxBitrate").isPresent();
        Optional<Long> bitrate = number(file, "bitrate");
        Optional<Long> from = number(file, "minBitrate");
        Optional<Long> to = number(file, "maxBitrate");
        if (least != most) {
            pass.report("VAST-BITRATE-PAIR", file, least ? "minBitrate stands there without maxBitrate."
                    : "maxBitrate stands there without minBitrate.");
        }
        if (file.attribute("bitrate").isPresent() && (least || most)) {
            pass.reportAt("VAST-BITRATE-BOTH", file, "bitrate",
                    "A file has either bitrate, or minBitrate and maxBitrate.");
        }
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
            pass.reportAt("VAST-BITRATE-ORDER", file, "minBitrate", "minBitrate is above maxBitrate.");
        }
        if (bitrate.or(() -> to).filter(b -> b > MOST_KBPS).isPresent()) {
            pass.report("VAST-BITRATE-UNIT", file,
                    "A bitrate is written in kilobits per second; this looks like bits.");
        } else if (bitrate.or(() -> to).filter(b -> b <= 0).isPresent()) {
            pass.report("VAST-BITRATE-ZERO", file, "The bitrate is not above zero.");
        } else if (file.attribute("bitrate").isEmpty() && !least && !most && !isInteractive(file)
                && file.attribute("delivery").filter("progressive"::equals).isPresent()) {
            pass.report("VAST-BITRATE-ABSENT", file, "Without a bitrate players cannot choose the file by its size.");
        }
    }

    private static void size(XmlElement file, LintPass pass) {
        Optional<Long> width = number(file, "width");
        Optional<Long> height = number(file, "height");
        if (width.filter(w -> w < 0).isPresent() || height.filter(h -> h < 0).isPresent()) {
            pass.report("VAST-MEDIAFILE-SIZE-NEGATIVE", file, "The width or the height is below zero.");
        } else if (type(file).startsWith("video/")
                && (width.filter(w -> w == 0).isPresent() || height.filter(h -> h == 0).isPresent())) {
            pass.report("VAST-MEDIAFILE-SIZE-ZERO", file, "A video has a width and a height; only audio has 0.");
        } else if (type(file).startsWith("audio/")
                && (width.filter(w -> w > 0).isPresent() || height.filter(h -> h > 0).isPresent())) {
            pass.report("VAST-MEDIAFILE-AUDIO-SIZE", file, "The width and height of an audio file are 0.");
        }
        if (number(file, "fileSize").filter(s -> s <= 0).isPresent()) {
            pass.reportAt("VAST-MEDIAFILE-FILESIZE-ZERO", file, "fileSize", "The file has no bytes.");
        }
    }

    private static void type(XmlElement file, LintPass pass) {
        String type = type(file);
        Optional.ofNullable(USUAL.get(type)).ifPresent(usual -> pass.reportAt("VAST-MEDIAFILE-TYPE-UNUSUAL", file,
                "type", "Players that do not know " + type + " pass the file over; write " + usual + ".",
                mend -> mend.attribute("type", usual)));
        String path = path(file.text());
        for (String ending : ENDINGS.getOrDefault(type, List.of())) {
            if (path.endsWith(ending)) {
                pass.reportAt("VAST-MEDIAFILE-TYPE-MISMATCH", file, "type",
                        "The file is declared as " + type + ", and its name ends with " + ending + ".");
            }
        }
        boolean stream = STREAMS.contains(type) || path.endsWith(".m3u8") || path.endsWith(".mpd");
        if (stream && file.stripped("delivery").equals("progressive")) {
            pass.reportAt("VAST-MEDIAFILE-DELIVERY-STREAM", file, "delivery",
                    "A file of HLS or DASH is delivered as streaming.");
        }
    }

    /** The address without what follows its path, in lower case. */
    static String path(String url) {
        int end = 0;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#' && url.charAt(end) != ';') {
            end++;
        }
        return url.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isInteractive(XmlElement file) {
        return !file.stripped("apiFramework").isEmpty() || isFlash(file)
                || type(file).contains("javascript");
    }

    static boolean isFlash(XmlElement file) {
        String type = type(file);
        String path = path(file.text());
        return type.equals("application/x-shockwave-flash") || type.equals("video/x-flv") || type.equals("video/flv")
                || path.endsWith(".swf") || path.endsWith(".flv");
    }

    private static void framework(XmlElement file, LintPass pass) {
        flash(file, pass);
        if (file.stripped("apiFramework").equalsIgnoreCase("VPAID")) {
            if (pass.isAtLeast(VastVersion.V4_1)) {
                pass.reportAt("VAST-VPAID-DEPRECATED", file, "apiFramework",
                        "VPAID is deprecated since VAST 4.1; use SIMID and OMID.");
            } else {
                pass.reportAt("VAST-VPAID", file, "apiFramework",
                        "Only players with VPAID can play this file; many have dropped it.");
            }
        }
    }

    private static void flash(XmlElement file, LintPass pass) {
        if (isFlash(file)) {
            pass.report("VAST-MEDIAFILE-FLASH", file, "No player plays Flash any more.");
        }
    }

    private static void choice(XmlElement files, LintPass pass) {
        int all = 0;
        int plain = 0;
        boolean adaptive = false;
        boolean usual = false;
        for (XmlElement file : files.children()) {
            if (!file.name().equals("MediaFile")) {
                continue;
            }
            all++;
            if (!isInteractive(file)) {
                plain++;
                String type = type(file);
                adaptive |= STREAMS.contains(type);
                usual |= type.equals("video/mp4") || type.startsWith("audio/") || type.isEmpty();
            }
        }
        if (all > 0 && plain == 0) {
            pass.report("VAST-MEDIAFILES-INTERACTIVE-ONLY", files,
                    "There is no plain video or audio for players without the API.");
        } else if (pass.isAtLeast(VastVersion.V4_0) && plain > 0 && plain < WANTED && !adaptive) {
            pass.report("VAST-MEDIAFILES-FEW", files,
                    "There should be three files, of high, medium and low quality, or one that adapts; there are "
                            + plain + ".");
        }
        if (plain > 0 && !usual && !adaptive) {
            pass.report("VAST-MEDIAFILES-NO-MP4", files, "There is no video/mp4, which nearly every player plays.");
        }
    }

    private static void duplicates(XmlElement files, LintPass pass) {
        var urls = new HashSet<String>();
        files.children("MediaFile").filter(f -> !f.text().isEmpty() && !urls.add(f.text()))
                .forEach(f -> pass.report("VAST-MEDIAFILE-DUPLICATE", f, "The same file stands here before."));
        var ids = new HashSet<String>();
        // Some servers give all files the id of the server: once is enough.
        files.children("MediaFile").filter(f -> f.attribute("id").filter(id -> !id.isBlank() && !ids.add(id))
                .isPresent()).findFirst()
                .ifPresent(f -> pass.report("VAST-MEDIAFILE-ID-DUPLICATE", f, "Another MediaFile has the same id."));
    }
}
