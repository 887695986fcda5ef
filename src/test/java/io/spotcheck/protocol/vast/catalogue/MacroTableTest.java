package io.spotcheck.protocol.vast.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.spotcheck.macro.MacroContext;
import io.spotcheck.macro.MacroRule;
import io.spotcheck.macro.MacroVocabulary.Notation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MacroTableTest {

    /** The table as it is published, when it lies beside the repository. */
    private static final Path PUBLISHED = Path.of("../shared/corpus/schema/vast-macros.json");

    private final MacroTable table = MacroTable.standard();

    @Test
    void hasAllMacrosOfThePublishedTableWithTheirContextsAndKinds() throws Exception {
        Path published = Files.exists(PUBLISHED) ? PUBLISHED : Path.of("..").resolve(PUBLISHED);
        assumeTrue(Files.exists(published), "the published table of macros is not here");
        JsonNode macros = JsonMapper.shared().readTree(Files.readString(published)).get("macros");
        assertThat(macros.size()).isEqualTo(table.macros().size()).isEqualTo(59);
        for (JsonNode macro : macros) {
            String name = macro.get("name").asString();
            MacroRule rule = table.rule(name).orElseThrow();
            String type = macro.get("datatype").asString();
            assertThat(rule.contexts()).as("the contexts of " + name)
                    .isEqualTo(contexts(macro.get("contexts").asString()));
            assertThat(rule.list()).as("whether " + name + " is a list")
                    .isEqualTo(type.startsWith("Array") || name.equals("LATLONG"));
            assertThat(rule.required()).as("whether " + name + " is required")
                    .isEqualTo(macro.get("support").asString().equals("Required"));
        }
    }

    /** {@code src/MACROS.md} says what the table says; {@code -Dspotcheck.macros.write=true} writes it anew. */
    @Test
    void itsPageIsUpToDate() throws Exception {
        Path page = Path.of("src", "MACROS.md");
        String expected = MacrosDocument.write(table);
        if (Boolean.getBoolean("spotcheck.macros.write")) {
            Files.writeString(page, expected);
        }
        assertThat(Files.readString(page)).as("src/MACROS.md is stale; run this test with -Dspotcheck.macros.write=true")
                .isEqualTo(expected);
    }

    private static Set<MacroContext> contexts(String published) {
        var contexts = EnumSet.noneOf(MacroContext.class);
        for (String one : published.toLowerCase(Locale.ROOT).split(",")) {
            contexts.add(one.contains("request") ? MacroContext.REQUEST : one.contains("click") ? MacroContext.CLICK
                    : one.contains("error") ? MacroContext.ERROR : one.contains("verification")
                    ? MacroContext.VERIFICATION : MacroContext.TRACKING);
        }
        return contexts;
    }

    @Test
    void everyOtherNameStandsForAMacroOfItsOwn() {
        for (String foreign : new String[] {"RANDOM", "random", "timestamp", "CACHEBUSTER", "ERROR_CODE", "IP"}) {
            assertThat(table.standardFor(foreign).flatMap(table::rule)).as(foreign).isPresent();
            assertThat(table.rule(foreign)).as(foreign + " is no macro of VAST").isEmpty();
        }
        assertThat(table.standardFor("CACHEBUSTING")).isEmpty();
        assertThat(table.notations()).first().isEqualTo(new Notation("[", "]", true));
    }

    @Test
    void whatThePlayerSaysOfItselfFitsTheTable() {
        assertThat(table.player().all()).isNotEmpty();
        table.player().byName().forEach((name, value) -> {
            MacroRule rule = table.rule(name).orElseThrow();
            assertThat(value.isEmpty() ? new String[0] : value.split(",")).as(name)
                    .allMatch(element -> rule.values().isEmpty() ? rule.format().accepts(element)
                            : rule.values().contains(element));
        });
        assertThat(table.player().value("VASTVERSIONS")).contains("2,5,3,6,7,8,11,12,13,14,15,16");
    }
}
