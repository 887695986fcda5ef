package io.spotcheck.ad;

/**
 * A creative's identifier in a registry (VAST 4.3 §3.7.1).
 *
 * @param registry the registry, such as {@code ad-id.org}
 * @param value    the identifier
 */
public record UniversalAdId(String registry, String value) {
}
