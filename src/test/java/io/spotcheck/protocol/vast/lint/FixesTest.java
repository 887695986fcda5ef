package io.spotcheck.protocol.vast.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.lint.Correction;
import io.spotcheck.lint.Fix;
import io.spotcheck.lint.LintReport;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Fixes mend what they are for, in its place, and harm nothing. */
class FixesTest {

    private static final VastLinter LINTER = new VastLinter();
    private static final int ROUNDS = 10;

    private static String mended(String text) {
        String mended = text;
        for (int round = 0; round < ROUNDS; round++) {
            LintReport report = LINTER.inspect(mended);
            if (report.fixes().isEmpty()) {
                return mended;
            }
            mended = Correction.of(mended, report.fixes()).text();
        }
        throw new AssertionError("There is no end to the fixes of " + text);
    }

    static Stream<Arguments> faults() {
        return rows("faults");
    }

    static Stream<Arguments> doubts() {
        return rows("doubts");
    }

    private static Stream<Arguments> rows(String list) {
        return new YAMLMapper().readTree(CompleteDocuments.resource("fixes.yaml")).get(list).valueStream()
                .map(row -> Arguments.of(row.valueStream().map(JsonNode::stringValue).toArray()));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("faults")
    void mendsTheFaultInItsPlace(String rule, String right, String wrong, String mended) {
        String whole = CompleteDocuments.text(VastVersion.V4_2);
        assertThat(whole.contains(right)).as(right).isTrue();
        int at = whole.indexOf(right);
        String before = whole.substring(0, at);
        String after = whole.substring(at + right.length());
        assertThat(LINTER.inspect(before + wrong + after).fixes()).extracting(Fix::finding).extracting(Finding::rule)
                .contains(rule);
        assertThat(mended(before + wrong + after)).isEqualTo(before + mended + after);
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void leavesAloneWhatLeavesDoubt(String right, String wrong) {
        String whole = CompleteDocuments.text(VastVersion.V4_2);
        assertThat(whole.contains(right)).as(right).isTrue();
        String doubtful = whole.replace(right, wrong);
        assertThat(LINTER.lint(doubtful)).isNotEmpty();
        assertThat(mended(doubtful)).isEqualTo(doubtful);
    }

    @Test
    void mendsAWrongCaseOfEverything() {
        String shouted = "<vast Version='3.0'><ad ID='a'><wrapper><adsystem>N</adsystem><vastadtaguri>"
                + "https://next.northlight.tv/</vastadtaguri><impression>https://i.northlight.tv/</impression>"
                + "<creatives/></wrapper></ad></vast>";
        assertThat(mended(shouted)).isEqualTo("<VAST version='3.0'><Ad id='a'><Wrapper><AdSystem>N</AdSystem>"
                + "<VASTAdTagURI>https://next.northlight.tv/</VASTAdTagURI>"
                + "<Impression>https://i.northlight.tv/</Impression><Creatives/></Wrapper></Ad></VAST>");
        assertThat(LINTER.lint(mended(shouted))).isEmpty();
    }

    @Test
    void neverAddsAnErrorAndEndsForEverySample() {
        assertThat(CatalogueSamples.all()).allSatisfy(sample -> {
            String mended = mended(sample.text());
            assertThat(errors(mended)).hasSizeLessThanOrEqualTo(errors(sample.text()).size());
        });
    }

    private static List<Finding> errors(String text) {
        return LINTER.lint(text).stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }
}
