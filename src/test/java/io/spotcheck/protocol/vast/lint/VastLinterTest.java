package io.spotcheck.protocol.vast.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.lint.Rule;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import io.spotcheck.xml.XmlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Each rule finds what it is for, where it is, and nothing in a document that has no fault. */
class VastLinterTest {

    private static final VastLinter LINTER = new VastLinter();
    private static final Map<String, List<String>> SAMPLES = samples();

    private static Map<String, List<String>> samples() {
        Map<String, List<String>> samples = new LinkedHashMap<>();
        new YAMLMapper().readTree(CompleteDocuments.resource("samples.yaml")).properties().forEach(entry ->
                samples.put(entry.getKey(), entry.getValue().valueStream().map(v -> v.stringValue()).toList()));
        return samples;
    }

    static Stream<Arguments> handWritten() {
        return SAMPLES.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @EnumSource(VastVersion.class)
    void findsNothingInACompleteDocument(VastVersion version) {
        assertThat(LINTER.lint(CompleteDocuments.text(version))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("handWritten")
    void findsTheSampleOfTheRule(String rule, List<String> sample) {
        List<Finding> findings = LINTER.lint(text(sample));
        assertThat(findings).as(rule + ": " + rules(findings))
                .anySatisfy(f -> {
                    assertThat(f.rule()).isEqualTo(rule);
                    assertThat(f.location()).isPresent();
                    assertThat(f.location().get().path()).isEqualTo(sample.get(3).replace("DEEP",
                            "/a".repeat(XmlReader.MAX_DEPTH)));
                    assertThat(f.spec()).isPresent();
                });
    }

    @Test
    void findsEachFaultThatTheCatalogueKnowsWhereItIs() {
        List<CatalogueSamples.Sample> samples = CatalogueSamples.all();
        assertThat(samples).hasSizeGreaterThan(1000);
        assertThat(samples).allSatisfy(sample -> assertThat(LINTER.lint(sample.text()))
                .anySatisfy(f -> {
                    assertThat(f.rule()).isEqualTo(sample.rule());
                    assertThat(f.location().orElseThrow().line()).isEqualTo(sample.line());
                }));
    }

    @Test
    void hasASampleForEveryRule() {
        Set<String> covered = CatalogueSamples.all().stream().map(CatalogueSamples.Sample::rule)
                .collect(Collectors.toCollection(TreeSet::new));
        covered.addAll(SAMPLES.keySet());
        Set<String> all = VastRules.book().rules().stream().map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(all).hasSizeGreaterThan(300);
        all.removeAll(covered);
        assertThat(all).as("rules without a sample").isEmpty();
    }

    @Test
    void judgesVerificationsInAnExtensionAsThoseOfVast41AndNeverAsErrors() {
        String verification = "<Verification><JavaScriptResource>http://v.northlight.tv/</JavaScriptResource><Lamp/>"
                + "</Verification>";
        String text = CompleteDocuments.text(VastVersion.V3_0).replaceFirst("<Extensions>", "<Extensions>"
                + "<Extension type=\"AdVerifications\"><AdVerifications>" + verification
                + "</AdVerifications></Extension>");
        List<Finding> findings = LINTER.lint(text);
        assertThat(findings).extracting(Finding::rule).contains("VAST-VERIFICATION-VENDOR-MISSING",
                "VAST-JAVASCRIPTRESOURCE-APIFRAMEWORK-MISSING", "VAST-RESOURCE-NOT-HTTPS", "VAST-ELEMENT-UNKNOWN");
        assertThat(findings).noneMatch(f -> f.severity() == Severity.ERROR);
    }

    @Test
    void missesNothingThatIsOnlyMisspelt() {
        assertThat(LINTER.lint("<VAST version='4.2'><ad/></VAST>")).extracting(Finding::rule)
                .contains("VAST-ELEMENT-CASE").doesNotContain("VAST-NO-AD");
    }

    @Test
    void missesNoAttributeThatIsOnlyMisspelt() {
        String text = CompleteDocuments.text(VastVersion.V4_2).replaceFirst("delivery=", "delivry=");
        assertThat(errors(text)).extracting(Finding::rule).containsExactly("VAST-ATTRIBUTE-MISSPELT");
    }

    @ParameterizedTest
    @EnumSource(VastVersion.class)
    void judgesADocumentWithoutAKnownVersionByTheOneThatItFits(VastVersion version) {
        String text = CompleteDocuments.text(version);
        String declaration = "version=\"" + version.label() + "\"";
        assertThat(errors(text.replace(declaration, "version=\"9.9\""))).extracting(Finding::rule)
                .containsExactly("VAST-VERSION-UNKNOWN");
        assertThat(errors(text.replace(declaration, ""))).extracting(Finding::rule)
                .containsExactly("VAST-VERSION-MISSING");
    }

    @ParameterizedTest
    @CsvSource({"<AdTitle>A lamp for the evening</AdTitle>,<AdTitle/>,VAST-ADTITLE-EMPTY",
        "<AdSystem version=\"1.0\">Northlight</AdSystem>,<AdSystem/>,VAST-ADSYSTEM-EMPTY"})
    void asksForWhatOnlyTheTextRequiresWhereThereIsNoSchema(String from, String to, String rule) {
        assertThat(errors(CompleteDocuments.text(VastVersion.V4_3).replace(from, to))).extracting(Finding::rule)
                .contains(rule);
        assertThat(errors(CompleteDocuments.text(VastVersion.V4_2).replace(from, to))).isEmpty();
    }

    /** What the texts and the addendum of the IAB allow, although a schema, or its draft, does not. */
    @ParameterizedTest
    @CsvSource({"3.0,<Creative id=,<Creative adID='1' id=", "3.0,<Icon program=,<Icon regs='1' program=",
        "3.0,</Linear>,</Linear><CreativeExtensions><CreativeExtension type='Mezzanine'/></CreativeExtensions>",
        "4.3,<NonLinearClickThrough>,<TrackingEvents/><NonLinearClickThrough>"})
    void letsThroughWhatTheTextsAllow(String version, String from, String to) {
        String text = CompleteDocuments.text(VastVersion.of(version).orElseThrow());
        assertThat(text).contains(from);
        assertThat(errors(text.replaceFirst(from, to))).isEmpty();
    }

    @Test
    void findsAPrefixThatNobodyDeclaresOnceInEachExtension() {
        String text = CompleteDocuments.text(VastVersion.V4_2).replaceFirst(
                "<l:Lamp xmlns:l=\"urn:lamp\" watts=\"9\"/>", "<l:Lamp><l:Bulb m:watts=\"9\" xml:lang=\"en\"/></l:Lamp>");
        assertThat(errors(text))
                .extracting(f -> f.rule() + " " + f.location().orElseThrow().path().replaceAll(".*/", ""))
                .containsExactly("XML-PREFIX-UNDECLARED Lamp", "XML-PREFIX-UNDECLARED Bulb");
        assertThat(errors("<VAST version=\"4.2\" xsi:noNamespaceSchemaLocation=\"vast.xsd\"/>"))
                .extracting(Finding::rule).containsExactly("XML-PREFIX-UNDECLARED");
    }

    private static List<Finding> errors(String text) {
        return LINTER.lint(text).stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }

    @Test
    void pointsAtTheAttribute() {
        String text = "<VAST version='4.2'>\n  <Ad id='a'\n      sequence='-1'\n      lamp='x'/></VAST>";
        assertThat(LINTER.lint(text)).filteredOn(f -> f.rule().equals("VAST-AD-SEQUENCE-INVALID"))
                .extracting(f -> f.location().orElseThrow()).containsExactly(new Location(3, 7, "/VAST/Ad"));
        assertThat(LINTER.lint(text)).filteredOn(f -> f.rule().equals("VAST-ATTRIBUTE-UNKNOWN"))
                .extracting(f -> f.location().orElseThrow()).containsExactly(new Location(4, 7, "/VAST/Ad"));
    }

    private static String text(List<String> sample) {
        String version = sample.get(0);
        String from = sample.get(1);
        String to = sample.get(2).replace("LARGE", "lamp".repeat(10_000));
        if (version.isEmpty()) {
            return to.equals("DEEP") ? "<a>".repeat(XmlReader.MAX_DEPTH + 1) : to;
        }
        String whole = CompleteDocuments.text(VastVersion.of(version).orElseThrow());
        int at = whole.indexOf(from);
        assertThat(at).as(from).isNotNegative();
        return whole.substring(0, at) + to + whole.substring(at + from.length());
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(f -> f.rule() + " at " + f.location().orElseThrow()).toList();
    }
}
