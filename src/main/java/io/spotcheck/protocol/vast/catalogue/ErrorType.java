package io.spotcheck.protocol.vast.catalogue;

import java.util.Locale;

/**
 * An error that a player can report (VAST 4.3 §2.3.6).
 *
 * @param code       its number, from 100 to 902
 * @param meaning    what happened, in one plain sentence
 * @param moment     when it occurs
 * @param versions   the versions that know it
 * @param deprecated the versions that discourage it
 */
public record ErrorType(int code, String meaning, Moment moment, VersionSet versions, VersionSet deprecated) {

    /** When an error occurs. */
    public enum Moment {
        /** While tags are asked for, documents read and ads held against the request. */
        RESOLUTION,
        /** When the ad is shown; a player reports it. */
        PLAYBACK,
        /** When a server prepares the ad's files. */
        SERVER;

        static Moment parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public String toString() {
        return code + ": " + meaning;
    }
}
