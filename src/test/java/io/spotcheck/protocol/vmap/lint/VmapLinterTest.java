package io.spotcheck.protocol.vmap.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.spotcheck.lint.Correction;
import io.spotcheck.lint.Rule;
import io.spotcheck.protocol.vast.lint.VastLinter;
import io.spotcheck.resolution.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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

    static Stream<Arguments> mendings() {
        return Stream.of(
                arguments("timeOffset=\"end\"", "timeOffset=\"End\""),
                arguments("timeOffset=\"end\"", "timeOffset=\" end\""),
                arguments("timeOffset=\"end\"", "timeoffset=\"end\""),
                arguments("timeOffset=\"00:10:00.500\"", "timeOffset=\"0:10:0.500\""),
                arguments("75%", "75 %"),
                arguments("repeatAfter=\"00:10:00\"", "repeatAfter=\"0:10:00\""),
                arguments("breakType=\"linear,display\"", "breakType=\"Linear, DISPLAY\""),
                arguments("allowMultipleAds=\"false\"", "allowMultipleAds=\"False\""),
                arguments("templateType=\"vast2\"", "templateType=\"VAST2\""),
                arguments("event=\"breakEnd\"", "event=\"breakend\""),
                arguments("[ERROR_CODE]", "[ERRORCODE]"),
                arguments("https://ads.northlight.tv/break/start", "http://ads.northlight.tv/break/start"),
                arguments("/break/end", "/break\n   /end"),
                arguments("http://www.iab.net/videosuite/vmap", "http://www.iab.net/vmap-1.0"),
                arguments("http://www.iab.net/videosuite/vmap", "https://www.iab.net/videosuite/vmap/"),
                arguments("<![CDATA[https://ads.northlight.tv/post]]>", "https://ads.northlight.tv/post"),
                arguments("<![CDATA[https://ads.northlight.tv/post]]>", " <![CDATA[https://ads.northlight.tv/post]]>\n"),
                arguments("<vmap:AdTagURI templateType=\"vast3\"><![CDATA[https://ads.northlight.tv/post]]></vmap:AdTagURI>",
                        "<AdTagUri templateType=\"vast3\"><![CDATA[https://ads.northlight.tv/post]]></AdTagUri>"));
    }

    @ParameterizedTest
    @MethodSource("mendings")
    void mendsWhatIsMechanicalInTheSchedule(String right, String wrong) {
        String text = RuleSamples.complete().replace(right, wrong);
        assertThat(text).contains(wrong);

        String mended = text;
        for (int round = 0; round < 5; round++) {
            mended = Correction.of(mended, LINTER.inspect(mended).fixes()).text();
        }

        assertThat(mended).isEqualTo(wrong.startsWith(" <![CDATA[") ? text : RuleSamples.complete());
    }

    @Test
    void takesVastOutOfItsCdataSection() {
        String text = RuleSamples.complete().replace(
                "<vmap:AdTagURI templateType=\"vast3\"><![CDATA[https://ads.northlight.tv/post]]></vmap:AdTagURI>",
                "<vmap:VASTAdData>\n<![CDATA[<?xml version=\"1.0\"?>\n<VAST version=\"3.0\"/>]]></vmap:VASTAdData>");

        assertThat(Correction.of(text, LINTER.inspect(text).fixes()).text())
                .contains("<vmap:VASTAdData>\n<VAST version=\"3.0\"/></vmap:VASTAdData>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ads.northlight.tv:8080/x", "http://localhost/x", "http://10.0.0.1/x",
            "https://ads.northlight.tv/a https://ads.northlight.tv/b"})
    void leavesAddressesAloneOfWhichNobodyKnowsWhatIsMeant(String url) {
        String text = RuleSamples.complete().replace("https://ads.northlight.tv/post", url);

        assertThat(LINTER.inspect(text).findings()).isNotEmpty();
        assertThat(LINTER.inspect(text).fixes()).isEmpty();
    }

    @Test
    void tellsTheLineOfTheAttributeAndOfTheText() {
        String text = RuleSamples.complete().replace("<vmap:AdBreak timeOffset=\"end\" breakType=\"linear\"",
                "<vmap:AdBreak timeOffset=\"end\"\n   breakType=\"video\"");
        assertThat(LINTER.lint(text)).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("VMAP-BREAKTYPE-UNKNOWN");
            assertThat(f.location().orElseThrow().line()).isEqualTo(
                    (int) text.substring(0, text.indexOf("breakType=\"video\"")).lines().count());
            assertThat(f.location().orElseThrow().column()).isEqualTo(4);
        });

        String stray = RuleSamples.complete().replace("</vmap:AdSource>\n  </vmap:AdBreak>\n</vmap:VMAP>",
                "</vmap:AdSource>\n    lamp\n  </vmap:AdBreak>\n</vmap:VMAP>");
        assertThat(LINTER.lint(stray)).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("VMAP-TEXT-STRAY");
            assertThat(f.location().orElseThrow().line()).isEqualTo(
                    (int) stray.substring(0, stray.indexOf("lamp\n  </vmap")).lines().count());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "start/00:10:00 | 00:30:00          | 1", "start/00:10:00 | 00:35:00          | 0",
        "00:05:00/00:10:00 | 00:25:00       | 1", "00:25:00 | 00:05:00/00:10:00       | 1",
        "start/00:10:00 | 00:05:00/00:05:00 | 1", "00:01:00/00:10:00 | 00:02:00/00:10:00 | 0",
        "start/00:10:00 | 50%               | 0", "start/00:10:00 | start/00:10:00    | 0",
    })
    void repetitionsThatMeetAnotherBreakAreTold(String first, String second, int told) {
        String breaks = Stream.of(first, second).map(b -> b.strip().split("/")).map(b -> "<AdBreak breakType=\"linear\""
                + " timeOffset=\"" + b[0] + "\"" + (b.length > 1 ? " repeatAfter=\"" + b[1] + "\"" : "") + "/>")
                .collect(Collectors.joining());

        assertThat(LINTER.lint("<VMAP version=\"1.0\">" + breaks + "</VMAP>"))
                .filteredOn(f -> f.rule().equals("VMAP-REPEATAFTER-OVERLAP")).hasSize(told);
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
