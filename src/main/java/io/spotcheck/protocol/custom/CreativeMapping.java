package io.spotcheck.protocol.custom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry of the option {@code creatives} of an ad. What it shows is one of {@code url}, {@code html} and
 * {@code files}; everything else may be left out.
 *
 * @param each         {@code each}: where a list of such creatives is; the places below are then seen from each of
 *                     them. When left out, there is one, and the places are seen from the ad
 * @param kind         {@code kind}: {@code linear}, {@code nonlinear} or {@code companion}; when left out, images and
 *                     markup lie over the content, and everything else is linear
 * @param id           {@code id}: its identifier
 * @param url          {@code url}: the film, image or page
 * @param html         {@code html}: markup
 * @param files        {@code files}: several renditions of a film
 * @param type         {@code type}: the media type of {@code url}, such as {@code video/mp4}
 * @param duration     {@code duration}: how long it plays, with its {@code unit}
 * @param skipOffset   {@code skipOffset}: when it may be skipped, with its {@code unit}
 * @param width        {@code width}: in pixels
 * @param height       {@code height}: in pixels
 * @param bitrate      {@code bitrate}: of {@code url}, in kbit/s
 * @param clickThrough {@code clickThrough}: where a click leads
 * @param tracking     {@code tracking}: see {@link TrackingMapping}
 * @param option       the path of the entry
 */
record CreativeMapping(Optional<String> each, Optional<Kind> kind, Optional<ValueMapping> id,
                       Optional<ValueMapping> url, Optional<ValueMapping> html, Optional<FileMapping> files,
                       Optional<ValueMapping> type, Optional<ValueMapping> duration,
                       Optional<ValueMapping> skipOffset, Optional<ValueMapping> width,
                       Optional<ValueMapping> height, Optional<ValueMapping> bitrate,
                       Optional<ValueMapping> clickThrough, List<TrackingMapping> tracking, String option) {

    /** What a creative is. */
    enum Kind {
        /** In the place of the content. */
        LINEAR,
        /** Over the content. */
        NONLINEAR,
        /** Beside the player. */
        COMPANION
    }

    CreativeMapping {
        tracking = List.copyOf(tracking);
    }

    /**
     * Reads the entry.
     *
     * @throws IllegalArgumentException if it is wrong; it says which part
     */
    static CreativeMapping of(Section creative, AnswerFormat format) {
        creative.only("each", "kind", "id", "url", "html", "files", "type", "duration", "skipOffset", "width", "height",
                "bitrate", "clickThrough", "tracking");
        if (List.of("url", "html", "files").stream().filter(creative::has).count() != 1) {
            throw Section.wrong(creative.path(), "must have one of url, html and files");
        }
        Optional<Kind> kind = creative.text("kind").map(name -> kind(creative.path("kind"), name));
        if (creative.has("files") && kind.filter(k -> k != Kind.LINEAR).isPresent()) {
            throw Section.wrong(creative.path("files"), "is for linear creatives");
        }
        Optional<String> each = creative.text("each");
        each.ifPresent(place -> format.check(creative.path("each"), place));
        return new CreativeMapping(each, kind, ValueMapping.of(creative, "id", format),
                ValueMapping.of(creative, "url", format), ValueMapping.of(creative, "html", format),
                creative.section("files").map(files -> FileMapping.of(files, format)),
                ValueMapping.of(creative, "type", format), ValueMapping.of(creative, "duration", format),
                ValueMapping.of(creative, "skipOffset", format), ValueMapping.of(creative, "width", format),
                ValueMapping.of(creative, "height", format), ValueMapping.of(creative, "bitrate", format),
                ValueMapping.of(creative, "clickThrough", format), TrackingMapping.of(creative, format),
                creative.path());
    }

    private static Kind kind(String option, String name) {
        return switch (name) {
            case "linear", "nonlinear", "companion" -> Kind.valueOf(name.toUpperCase(Locale.ROOT));
            default -> throw Section.wrong(option, "must be linear, nonlinear or companion");
        };
    }
}
