package io.spotcheck.ad;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of device that asks for an ad. */
public enum DeviceType {
    DESKTOP, MOBILE, TABLET, TV;

    /** The name in requests and profiles, such as {@code tv}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The device type of this wire name, in any case. */
    public static Optional<DeviceType> of(String wireName) {
        return Arrays.stream(values()).filter(d -> d.wireName().equalsIgnoreCase(wireName.strip())).findFirst();
    }
}
