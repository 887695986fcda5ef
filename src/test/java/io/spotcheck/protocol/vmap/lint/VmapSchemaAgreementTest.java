package io.spotcheck.protocol.vmap.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.corpus.Corpus;
import io.spotcheck.protocol.vast.lint.VastLinter;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import io.spotcheck.xml.XmlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our verdict agrees with the official schema, or a section says why it does not. */
class VmapSchemaAgreementTest {


    /** Faults that the schema does not see, mostly because it takes any text there: the section that makes us right. */
    private static final Map<String, String> STRICTER = Map.ofEntries(
            Map.entry("VMAP-TIMEOFFSET-INVALID", "VMAP 1.0.1 §2.3.1"),
            Map.entry("VMAP-TIMEOFFSET-CASE", "VMAP 1.0.1 §2.3.1"),
            Map.entry("VMAP-TIMEOFFSET-PERCENT-RANGE", "VMAP 1.0.1 §2.3.1"),
            Map.entry("VMAP-TIMEOFFSET-POSITION-ZERO", "VMAP 1.0.1 §2.3.1"),
            Map.entry("VMAP-BREAKTYPE-UNKNOWN", "VMAP 1.0.1 §2.3.1"),
            Map.entry("VMAP-BREAKTYPE-CASE", "VMAP 1.0.1 §2.3.1"),
            Map.entry("VMAP-BREAKTYPE-BLANK", "VMAP 1.0.1 §2.3.1"),
            Map.entry("VMAP-REPEATAFTER-INVALID", "VMAP 1.0.1 §2.3.1"),
            Map.entry("VMAP-ADTAGURI-EMPTY", "VMAP 1.0.1 §2.3.2"),
            // “it must define the source”, where each kind of source in the schema may be there no times.
            Map.entry("VMAP-ADSOURCE-EMPTY", "VMAP 1.0.1 §2.3.2"));

    /** What the schema forbids and the text allows, or asks for only: the section that makes us right. */
    private static final Map<String, String> MILDER = Map.ofEntries(
            // “should use the namespace”, and servers “should only output” it.
            Map.entry("VMAP-NAMESPACE-MISSING", "VMAP 1.0.1 §2.2"),
            Map.entry("VMAP-NAMESPACE-OLD", "VMAP 1.0.1 §6"),
            // “may contain any of the following elements”.
            Map.entry("VMAP-ELEMENT-ORDER", "VMAP 1.0.1 §2.3.1"),
            // “an identifier for the ad source”.
            Map.entry("VMAP-ADSOURCE-ID-NOT-NUMBER", "VMAP 1.0.1 §2.3.2"),
            // “any string identifying a proprietary template”, and vast alone.
            Map.entry("VMAP-TEMPLATETYPE-UNKNOWN", "VMAP 1.0.1 §2.3.2"),
            Map.entry("VMAP-TEMPLATETYPE-NEWER", "VMAP 1.0.1 §2.3.2"),
            Map.entry("VMAP-TEMPLATETYPE-CASE", "VMAP 1.0.1 §2.3.2"),
            Map.entry("VMAP-CUSTOMADDATA-VAST", "VMAP 1.0.1 §2.3.2"),
            // The text is silent on attributes of what it leaves to others.
            Map.entry("VMAP-EXTENSION-ATTRIBUTE", "VMAP 1.0.1 §2.7"));

    private final VmapLinter linter = new VmapLinter(new VastLinter());

    @BeforeAll
    static void corpusIsThere() {
        Corpus.assumeFolder("schema");
        Corpus.assumeFolder("vmap");
    }

    @Test
    void agreesOnEachFaultInACompleteSchedule() throws IOException {
        var schema = new ScheduleSchema(Corpus.SCHEMAS);
        var stricter = new TreeSet<String>();
        var milder = new TreeSet<String>();

        assertThat(schema.faultyLines(RuleSamples.complete())).isEmpty();
        for (RuleSamples.Sample sample : RuleSamples.all()) {
            boolean ours = errors(sample.found()).isEmpty();
            boolean theirs = schema.faultyLines(sample.found()).isEmpty();
            if (ours != theirs) {
                (ours ? milder : stricter).add(sample.rule());
            }
        }

        assertThat(stricter).isEqualTo(new TreeSet<>(STRICTER.keySet()));
        assertThat(milder).isEqualTo(new TreeSet<>(MILDER.keySet()));
    }

    @Test
    void namesTheSectionOfEachDifference() {
        assertThat(VmapRules.book().rules()).filteredOn(rule -> STRICTER.containsKey(rule.id()))
                .hasSize(STRICTER.size()).allSatisfy(rule -> {
                    assertThat(rule.severity()).isEqualTo(Severity.ERROR);
                    assertThat(rule.spec()).isEqualTo(STRICTER.get(rule.id()));
                });
        assertThat(VmapRules.book().rules()).filteredOn(rule -> MILDER.containsKey(rule.id()))
                .hasSize(MILDER.size()).allSatisfy(rule -> {
                    assertThat(rule.severity()).isNotEqualTo(Severity.ERROR);
                    assertThat(rule.spec()).isEqualTo(MILDER.get(rule.id()));
                });
    }

    @Test
    void agreesOnEveryRealSchedule() throws IOException {
        var schema = new ScheduleSchema(Corpus.SCHEMAS);
        var compared = new ArrayList<Path>();
        for (Path file : Corpus.files("vmap", ".xml")) {
            String text = XmlText.decode(Files.readAllBytes(file), Optional.empty());
            if (!text.contains("VMAP")) {
                // One is VAST, and others are broken on purpose: they have another root.
                continue;
            }
            compared.add(file);
            List<Integer> theirs = schema.faultyLines(text);
            List<Finding> ours = linter.lint(text);
            if (errors(text).isEmpty()) {
                assertThat(ours).as(file.toString()).filteredOn(f -> MILDER.containsKey(f.rule()))
                        .extracting(f -> f.location().orElseThrow().line()).containsAll(theirs);
            } else {
                assertThat(theirs).as(file + " " + errors(text)).isNotEmpty();
            }
        }
        assertThat(compared).hasSizeGreaterThan(15);
    }

    private List<Finding> errors(String text) {
        return linter.lint(text).stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }
}
