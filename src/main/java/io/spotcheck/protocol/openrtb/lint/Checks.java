package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which checks look at which objects. */
final class Checks {

    private final RtbCatalogue catalogue;
    private final Map<String, List<Check>> byObject = new HashMap<>();

    Checks(RtbCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Adds a check for an object of the catalogue. */
    void on(String object, Check check) {
        byObject.computeIfAbsent(catalogue.object(object).name(), o -> new ArrayList<>()).add(check);
    }

    List<Check> of(ObjectType type) {
        return byObject.getOrDefault(type.name(), List.of());
    }
}
