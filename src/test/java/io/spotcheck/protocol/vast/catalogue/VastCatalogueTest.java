package io.spotcheck.protocol.vast.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotcheck.macro.MacroContext;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VastCatalogueTest {

    private final VastCatalogue catalogue = VastCatalogue.standard();

    @Test
    void knowsWhereEachElementStands() {
        assertThat(catalogue.root().parents()).isEmpty();
        assertThat(catalogue.elements()).filteredOn(e -> e != catalogue.root())
                .allSatisfy(e -> assertThat(e.parents()).as(e.id()).isNotEmpty());
        assertThat(catalogue.elements()).allSatisfy(e -> {
            assertThat(e.about()).endsWith(".");
            assertThat(e.section()).matches("[1-9](\\.[0-9]+)*");
        });
        assertThat(catalogue.named("Linear")).hasSize(2);
    }

    @Test
    void knowsCardinalitiesByVersion() {
        ChildType id = catalogue.element("Creative").flatMap(c -> c.child("UniversalAdId")).orElseThrow();
        assertThat(id.occurs(VastVersion.V3_0)).isEmpty();
        assertThat(id.occurs(VastVersion.V4_1)).contains(new Occurs(1, false));
        assertThat(id.occurs(VastVersion.V4_2)).contains(new Occurs(1, true));
        assertThat(id.in()).hasToString("4.0+");
    }

    @Test
    void knowsEventsThatWentAndCameBack() {
        EventType close = catalogue.event("closeLinear").orElseThrow();
        assertThat(close.in()).hasToString("3.0, 4.1+");
        assertThat(close.in().firstAfter(VastVersion.V4_0)).contains(VastVersion.V4_1);
        assertThat(close.in().lastBefore(VastVersion.V4_0)).contains(VastVersion.V3_0);
        assertThat(catalogue.event("close-linear")).isEqualTo(Optional.empty());
    }

    @Test
    void knowsAllMacrosOfTheTable() {
        MacroTable macros = MacroTable.standard();
        assertThat(macros.macros()).hasSize(59);
        assertThat(macros.macro("ERRORCODE").orElseThrow().contexts()).containsExactly(MacroContext.ERROR);
        assertThat(macros.standardFor("CACHEBUSTER")).contains("CACHEBUSTING");
    }

    @Test
    void refusesVersionsThatDoNotExist() {
        assertThat(VersionSet.parse("2.0-3.0 and 4.2+")).hasToString("2.0–3.0, 4.2+");
        assertThatThrownBy(() -> VersionSet.parse("3.5+")).hasMessageContaining("3.5");
    }
}
