package io.spotcheck.ad;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the viewer is.
 *
 * @param country    ISO 3166-1 code, two or three letters
 * @param region     ISO 3166-2 code or name of the region
 * @param city       the city's name
 * @param postalCode the postal code
 * @param latitude   degrees from -90 (south) to 90
 * @param longitude  degrees from -180 (west) to 180
 */
public record Geo(Optional<String> country, Optional<String> region, Optional<String> city,
                  Optional<String> postalCode, OptionalDouble latitude, OptionalDouble longitude) {

    private static final Geo NOWHERE = new Geo(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** Nothing known. */
    public static Geo unknown() {
        return NOWHERE;
    }

    /** Only the country known. */
    public static Geo ofCountry(String country) {
        return new Geo(Optional.of(country), Optional.empty(), Optional.empty(), Optional.empty(),
                OptionalDouble.empty(), OptionalDouble.empty());
    }
}
