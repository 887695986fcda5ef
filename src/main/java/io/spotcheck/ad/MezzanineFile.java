package io.spotcheck.ad;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A raw file from which others are made; it is never played itself (VAST 4.3 §3.9.2).
 *
 * @param url      where it is
 * @param type     its MIME type
 * @param width    in pixels
 * @param height   in pixels
 * @param delivery {@code progressive} or {@code streaming}
 * @param codec    the codec, as declared
 */
public record MezzanineFile(String url, Optional<String> type, OptionalInt width, OptionalInt height,
                            Optional<String> delivery, Optional<String> codec) {
}
