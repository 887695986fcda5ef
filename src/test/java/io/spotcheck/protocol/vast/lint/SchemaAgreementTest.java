package io.spotcheck.protocol.vast.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.corpus.Corpus;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import io.spotcheck.xml.XmlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our verdict agrees with the official schema of a document's version, or a section says why it does not. */
class SchemaAgreementTest {

    private static final Pattern VERSION = Pattern.compile("<VAST[^>]*version=\"([0-9.]+)\"");

    /** Faults on which text and schema differ: the rule that finds it, and the section that makes us right. */
    private static final Map<String, String> EXPLAINED = Map.ofEntries(
            // The schemas take any text for a MIME type.
            Map.entry("VAST-MEDIAFILE-TYPE-INVALID", "VAST 4.3 §3.9.1"),
            Map.entry("VAST-MEZZANINE-TYPE-INVALID", "VAST 4.3 §3.9.2"),
            Map.entry("VAST-INTERACTIVECREATIVEFILE-TYPE-INVALID", "VAST 4.3 §3.9.3"),
            Map.entry("VAST-CLOSEDCAPTIONFILE-TYPE-INVALID", "VAST 4.3 §3.9.5"),
            Map.entry("VAST-STATICRESOURCE-CREATIVETYPE-INVALID", "VAST 4.3 §3.15.1"),
            Map.entry("VAST-SURVEY-TYPE-INVALID", "VAST 4.3 §3.4.9"),
            // “Bounded 1+”, where the schemas of 4.x allow none.
            Map.entry("VAST-ICONS-ICON-MISSING", "VAST 4.3 §3.11.1"),
            Map.entry("VAST-NONLINEARADS-NONLINEAR-MISSING", "VAST 4.3 §3.12.1"),
            // “may use other values than the ones listed”, where the schemas allow the three only.
            Map.entry("VAST-COMPANION-RENDERINGMODE-INVALID", "VAST 4.3 §3.13.1"));

    /** Errors in the tags of vast-tester that are not there to be found, and the section that makes us right. */
    private static final Map<String, String> FAULTS_OF_TESTERS = Map.of(
            "VAST-UNIVERSALADID-IDVALUE-MISSING", "VAST 4.3 §3.7.1",
            "VAST-ELEMENT-MISPLACED", "VAST 4.3 §5");

    private final VastLinter linter = new VastLinter();

    @BeforeAll
    static void corpusIsThere() {
        Corpus.assumeFolder("schema");
        Corpus.assumeFolder("vast");
    }

    @Test
    void agreesOnEverySampleOfTheIab() throws IOException {
        var schemas = new Schemas(Corpus.SCHEMAS);
        var differences = new TreeMap<String, String>();
        int compared = 0;
        for (Path file : Corpus.files("vast/iab-samples", ".xml")) {
            String text = read(file);
            Optional<VastVersion> version = version(text).filter(schemas::has);
            if (version.isEmpty()) {
                // VAST 1.x has no schema here, and no player.
                assertThat(linter.lint(text)).extracting(Finding::rule).containsExactly("VAST-ROOT-VAST1");
                continue;
            }
            compared++;
            List<String> theirs = schemas.errors(text, version.get());
            if (isValid(text) != theirs.isEmpty()) {
                differences.put(file.toString(), linter.lint(text) + " but " + theirs);
            }
        }
        assertThat(compared).isGreaterThan(60);
        assertThat(differences).isEmpty();
    }

    @Test
    void agreesOnEachFaultInACompleteDocument() {
        var schemas = new Schemas(Corpus.SCHEMAS);
        for (VastVersion version : VastVersion.values()) {
            if (schemas.has(version)) {
                assertThat(schemas.errors(CompleteDocuments.text(version), version)).isEmpty();
            }
        }
        List<CatalogueSamples.Sample> samples = CatalogueSamples.all().stream()
                .filter(s -> schemas.has(s.version())).toList();
        assertThat(samples).hasSizeGreaterThan(1000);
        assertThat(samples.stream().filter(s -> !EXPLAINED.containsKey(s.rule()))
                .filter(s -> isValid(s.text()) != schemas.errors(s.text(), s.version()).isEmpty())).isEmpty();
        assertThat(VastRules.book().rules()).filteredOn(rule -> EXPLAINED.containsKey(rule.id()))
                .hasSameSizeAs(EXPLAINED.keySet())
                .allSatisfy(rule -> assertThat(rule.spec()).isEqualTo(EXPLAINED.get(rule.id())));
    }

    @Test
    void leavesGoodTagsAloneAndFindsBrokenOnes() throws IOException {
        for (Path file : Corpus.files("vast/vast-tester", ".xml")) {
            List<Finding> errors = errors(read(file));
            if (file.endsWith("broken-tag.xml")) {
                assertThat(errors).extracting(Finding::rule)
                        .contains("VAST-INLINE-ADSERVINGID-MISSING", "VAST-CREATIVE-UNIVERSALADID-MISSING");
            } else {
                assertThat(errors).as(file.toString()).hasSizeLessThan(2).allSatisfy(error ->
                        assertThat(error.spec()).contains(FAULTS_OF_TESTERS.get(error.rule())));
            }
        }
        for (Path file : Corpus.files("vast/videojs-ima", ".xml")) {
            assertThat(errors(read(file))).as(file.toString()).isEmpty();
        }
    }

    private boolean isValid(String text) {
        return errors(text).isEmpty();
    }

    private List<Finding> errors(String text) {
        return linter.lint(text).stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }

    private static Optional<VastVersion> version(String text) {
        Matcher version = VERSION.matcher(text);
        return version.find() ? VastVersion.of(version.group(1)) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return XmlText.decode(Files.readAllBytes(file), Optional.empty());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
