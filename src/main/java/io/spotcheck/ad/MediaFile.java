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
 * @param nodeId       its node in the resolution tree
 */
public record MediaFile(String url, String type, OptionalInt bitrate, OptionalInt width, OptionalInt height,
                        Optional<String> delivery, Optional<String> codec, Optional<String> apiFramework,
                        boolean chosen, String reason, int nodeId) {
}
