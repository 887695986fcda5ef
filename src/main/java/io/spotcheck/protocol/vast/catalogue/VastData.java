package io.spotcheck.protocol.vast.catalogue;

import io.spotcheck.protocol.SpecificationData;

/** Reads the YAML resources that say what VAST is. */
public final class VastData {

    private VastData() {
    }

    /**
     * Reads one of the resources beside the classes of {@code io.spotcheck.protocol.vast}.
     *
     * @param name the file's name, such as {@code catalogue.yaml}
     */
    public static <T> T read(String name, Class<T> type) {
        return SpecificationData.read("vast", name, type);
    }
}
