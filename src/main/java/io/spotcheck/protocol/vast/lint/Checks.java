package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which checks look at which elements. */
final class Checks {

    private final VastCatalogue catalogue;
    private final Map<ElementType, List<Check>> byType = new IdentityHashMap<>();

    private Checks(VastCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Checks standard(VastCatalogue catalogue) {
        var checks = new Checks(catalogue);
        DocumentChecks.addTo(checks);
        AdChecks.addTo(checks);
        WrapperChecks.addTo(checks);
        CreativeChecks.addTo(checks);
        LinearChecks.addTo(checks);
        TrackingChecks.addTo(checks);
        MediaFileChecks.addTo(checks);
        InteractiveChecks.addTo(checks);
        IconChecks.addTo(checks);
        ResourceChecks.addTo(checks);
        VerificationChecks.addTo(checks);
        ExtensionChecks.addTo(checks);
        return checks;
    }

    /** Adds a check for the elements of a name, in whatever place. */
    void on(String name, Check check) {
        catalogue.named(name).forEach(type -> add(type, check));
    }

    /** Adds a check for one element of the catalogue. */
    void onType(String id, Check check) {
        add(catalogue.element(id).orElseThrow(() -> new IllegalArgumentException(id)), check);
    }

    private void add(ElementType type, Check check) {
        byType.computeIfAbsent(type, t -> new ArrayList<>()).add(check);
    }

    List<Check> of(ElementType type) {
        return byType.getOrDefault(type, List.of());
    }
}
