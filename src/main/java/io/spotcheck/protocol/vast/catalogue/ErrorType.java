package io.spotcheck.protocol.vast.catalogue;

import java.util.Optional;

import java.util.Locale;

/**
 * An error that a player can report (VAST 4.3 §2.3.6).
 *
 * @param code       its number, from 100 to 902
 * @param meaning    what happened, in one plain sentence
 * @param moment     when it occurs
 * @param versions   the versions that know it
 * @param deprecated the versions that discourage it
 * @param why        why Spotcheck never comes to its moment; empty when it does
 */
public record ErrorType(int code, String meaning, Moment moment, VersionSet versions, VersionSet deprecated,
                        Optional<String> why) {

    /** Checks that a moment that never comes has its reason, and no other has one. */
    public ErrorType {
        if (why.isPresent() != (moment == Moment.OTHER)) {
            throw new IllegalArgumentException("a reason is for a moment that never comes, also at " + code);
        }
    }

    /** When an error occurs. */
    public enum Moment {
        /** While tags are asked for, documents read and ads held against the request. */
        RESOLUTION,
        /** When the ad is shown; the preview reports it. */
        PLAYBACK,
        /** When something happens that Spotcheck does not do. */
        OTHER;

        static Moment parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public String toString() {
        return code + ": " + meaning;
    }
}
