package io.spotcheck.protocol.vast.document;

import io.spotcheck.ad.MediaFileDetails;
import io.spotcheck.xml.XmlElement;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rendition as declared (VAST 4.3 §3.9.1).
 *
 * @param url          where it is
 * @param type         its MIME type, empty when it is not declared
 * @param bitrate      in kbit/s; the middle of the range when only a range is declared
 * @param width        in pixels
 * @param height       in pixels
 * @param delivery     {@code progressive} or {@code streaming}
 * @param codec        the codec
 * @param apiFramework the API that it needs
 * @param details      what else it declares
 * @param element      the {@code MediaFile} element
 */
public record VastMediaFile(String url, String type, OptionalInt bitrate, OptionalInt width, OptionalInt height,
                            Optional<String> delivery, Optional<String> codec, Optional<String> apiFramework,
                            MediaFileDetails details, XmlElement element) {
}
