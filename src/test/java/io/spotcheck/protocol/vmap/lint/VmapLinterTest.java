package io.spotcheck.protocol.vmap.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.lint.Rule;
import io.spotcheck.protocol.vast.lint.VastLinter;
import io.spotcheck.resolution.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule finds what it is for, where it is, and nothing where there is no fault. */
class VmapLinterTest {

    private static final VmapLinter LINTER = new VmapLinter(new VastLinter());

    static List<RuleSamples.Sample> samples() {
        return RuleSamples.all();
    }

    @Test
    void findsNothingInACompleteSchedule() {
        assertThat(LINTER.lint(RuleSamples.complete())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void findsTheSampleOfTheRuleAndLeavesTheOtherAlone(RuleSamples.Sample sample) {
        List<Finding> findings = LINTER.lint(sample.found());

        assertThat(findings).as(findings.toString()).anySatisfy(f -> {
            assertThat(f.rule()).isEqualTo(sample.rule());
            assertThat(f.location().orElseThrow().path()).isEqualTo(sample.path());
            assertThat(f.spec()).isPresent();
        });
        assertThat(LINTER.lint(sample.fine())).extracting(Finding::rule).doesNotContain(sample.rule());
    }

    @Test
    void hasASampleForEveryRule() {
        Set<String> all = VmapRules.book().rules().stream().map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(all).hasSizeGreaterThan(80);
        assertThat(RuleSamples.all()).extracting(RuleSamples.Sample::rule).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void judgesTheVastInsideAtItsPlaceInTheSchedule() {
        String text = RuleSamples.complete().replace("<Duration>00:00:06</Duration>", "<Duration>6</Duration>");

        assertThat(LINTER.lint(text)).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("VAST-DURATION-INVALID");
            assertThat(f.location().orElseThrow().line()).isEqualTo(16);
            assertThat(f.location().orElseThrow().path())
                    .startsWith("/VMAP/AdBreak[1]/AdSource/VASTAdData/VAST/Ad/InLine/");
        });
    }

    @Test
    void mendsWhatIsMechanicalInTheVastInside() {
        String text = RuleSamples.complete().replace("<Tracking event=\"midpoint\">", "<Tracking event=\"midPoint\">");

        assertThat(LINTER.inspect(text).fixes()).singleElement().satisfies(fix ->
                assertThat(fix.finding().location().orElseThrow().line()).isEqualTo(20));
    }

    @Test
    void whatIsNoXmlIsJudgedByTheRulesOnXml() {
        assertThat(LINTER.lint("<vmap:VMAP version=\"1.0\"><vmap:AdBreak")).singleElement()
                .extracting(Finding::rule).isEqualTo("XML-MALFORMED");
        assertThat(LINTER.lint("\n" + RuleSamples.complete())).singleElement()
                .extracting(Finding::rule).isEqualTo("XML-DECLARATION-LATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "90", "-00:00:01", "1:00:00", "00:00:60", "start,end", "50 %", "#", "#-1", "", "%"})
    void anOffsetThatIsNoneOfTheFormsIsAnError(String offset) {
        assertThat(LINTER.lint(RuleSamples.complete().replace("75%", offset))).extracting(Finding::rule)
                .contains("VMAP-TIMEOFFSET-INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "end", "00:00:01", "10:00:00.001", "1%", "99%", "#1", "#200"})
    void anOffsetOfEachFormIsNone(String offset) {
        String text = "<vmap:VMAP xmlns:vmap=\"http://www.iab.net/videosuite/vmap\" version=\"1.0\">"
                + "<vmap:AdBreak timeOffset=\"" + offset + "\" breakType=\"linear\">"
                + "<vmap:AdSource followRedirects=\"true\"><vmap:AdTagURI templateType=\"vast3\"><![CDATA[https://ads.northlight.tv/x]]></vmap:AdTagURI>"
                + "</vmap:AdSource></vmap:AdBreak></vmap:VMAP>";

        assertThat(LINTER.lint(text)).isEmpty();
    }
}
