package io.spotcheck.protocol.openrtb.request;

import java.util.Arrays;
import java.util.Optional;

/** The versions that a bid request can be written in. */
public enum OpenRtbVersion {
    /** OpenRTB 2.5 of December 2016: later fields stand in {@code ext} or nowhere. */
    V2_5("2.5"),
    /** OpenRTB 2.6, through 2.6-202606. */
    V2_6("2.6");

    private final String number;

    OpenRtbVersion(String number) {
        this.number = number;
    }

    /** The number as the header {@code x-openrtb-version} has it (OpenRTB 2.6 §2.5). */
    public String number() {
        return number;
    }

    /** The version of this number; {@code 2.6-202606} is 2.6. */
    public static Optional<OpenRtbVersion> of(String text) {
        String plain = text.strip().replaceFirst("-\\d{6}$", "");
        return Arrays.stream(values()).filter(v -> v.number.equals(plain)).findFirst();
    }
}
