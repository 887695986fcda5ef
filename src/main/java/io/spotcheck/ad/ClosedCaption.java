package io.spotcheck.ad;

import java.util.Optional;

/**
 * A file of captions (VAST 4.3 §3.9.5).
 *
 * @param url      where it is
 * @param type     its MIME type
 * @param language its language, such as {@code en-US}
 */
public record ClosedCaption(String url, Optional<String> type, Optional<String> language) {
}
