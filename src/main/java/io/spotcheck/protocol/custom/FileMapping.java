package io.spotcheck.protocol.custom;

import java.util.Optional;

/**
 * The option {@code files} of a creative: the renditions of a film, each seen from its own part.
 *
 * @param each    {@code each}: where the list is, needed
 * @param url     {@code url}: where it is, needed
 * @param type    {@code type}: its media type, such as {@code video/mp4}
 * @param bitrate {@code bitrate}: in kbit/s
 * @param width   {@code width}: in pixels
 * @param height  {@code height}: in pixels
 * @param codec   {@code codec}: as declared
 */
record FileMapping(String each, ValueMapping url, Optional<ValueMapping> type, Optional<ValueMapping> bitrate,
                   Optional<ValueMapping> width, Optional<ValueMapping> height, Optional<ValueMapping> codec) {

    /**
     * Reads the option.
     *
     * @throws IllegalArgumentException if it is wrong; it says which part
     */
    static FileMapping of(Section files, AnswerFormat format) {
        files.only("each", "url", "type", "bitrate", "width", "height", "codec");
        String each = files.text("each").orElseThrow(() ->
                Section.wrong(files.path("each"), "is missing: it says where the list of files is"));
        format.check(files.path("each"), each);
        return new FileMapping(each, ValueMapping.of(files, "url", format).orElseThrow(() ->
                Section.wrong(files.path("url"), "is missing: a file needs it")),
                ValueMapping.of(files, "type", format), ValueMapping.of(files, "bitrate", format),
                ValueMapping.of(files, "width", format), ValueMapping.of(files, "height", format),
                ValueMapping.of(files, "codec", format));
    }
}
