package io.spotcheck.ad;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One rendition of a linear creative.
 *
 * @param url          where it is
 * @param type         the MIME type, such as {@code video/mp4}
 * @param bitrate      in kbit/s; the middle of the range when only a range is declared
 * @param width        in pixels
 * @param height       in pixels
 * @param delivery     {@code progressive} or {@code streaming}
 * @param codec        the codec as declared
 * @param apiFramework the API that the file needs, such as {@code VPAID}
 * @param chosen       whether this is the one to play
 * @param reason       why it was chosen or passed over
 * @param details      what else is declared of it
 * @param nodeId       its node in the resolution tree
 */
public record MediaFile(String url, String type, OptionalInt bitrate, OptionalInt width, OptionalInt height,
                        Optional<String> delivery, Optional<String> codec, Optional<String> apiFramework,
                        boolean chosen, String reason, MediaFileDetails details, int nodeId) {

    /** A rendition of which no more is declared. */
    public MediaFile(String url, String type, OptionalInt bitrate, OptionalInt width, OptionalInt height,
                     Optional<String> delivery, Optional<String> codec, Optional<String> apiFramework,
                     boolean chosen, String reason, int nodeId) {
        this(url, type, bitrate, width, height, delivery, codec, apiFramework, chosen, reason,
                MediaFileDetails.none(), nodeId);
    }
}
