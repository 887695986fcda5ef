package io.spotcheck.ad;

import java.util.Optional;

/**
 * A price that a document names (VAST 4.3 §3.4.8).
 *
 * @param value    as declared; it may be encoded
 * @param model    {@code CPM}, {@code CPC}, {@code CPE} or {@code CPV}, as declared
 * @param currency the ISO 4217 code, as declared
 * @param hop      the document that declares it: 0 is the outermost
 */
public record Pricing(String value, Optional<String> model, Optional<String> currency, int hop) {
}
