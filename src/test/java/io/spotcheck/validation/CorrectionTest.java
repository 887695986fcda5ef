package io.spotcheck.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.lint.Correction;
import io.spotcheck.lint.Level;
import io.spotcheck.lint.LintSettings;
import io.spotcheck.lint.Suppression;
import io.spotcheck.resolution.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mechanical faults are mended, and nothing else changes. */
class CorrectionTest {

    private static final String WRAPPER = """
            <?xml version='1.0'?>\r
            <VAST version="3.0"><!-- http://comment -->\r
              <Ad  id = "a" ><Wrapper>\r
                <AdSystem>Northlight &#38; Sons</AdSystem>\r
                <VASTAdTagURI>\thttp://next.northlight.tv/?a=1&amp;b=2 </VASTAdTagURI>\r
                <Impression><![CDATA[http://count.northlight.tv/i]]></Impression>\r
                <Creatives><Creative><Linear><TrackingEvents>\r
                  <Tracking\tevent = 'firstquartile' ><![CDATA[https://count.northlight.tv/q]]></Tracking>\r
                </TrackingEvents></Linear></Creative></Creatives>\r
              </Wrapper></Ad>\r
            </VAST>\r
            """;

    private final DocumentValidator validator = new DocumentValidator();

    @Test
    void changesOnlyThePlacesOfTheFaults() {
        CorrectedText corrected = validator.correct("wrapper.xml", WRAPPER, LintSettings.standard());
        assertThat(corrected.text()).isEqualTo(WRAPPER
                .replace("\thttp://next.northlight.tv/?a=1&amp;b=2 ",
                        "\t<![CDATA[https://next.northlight.tv/?a=1&b=2]]> ")
                .replace("http://count", "https://count")
                .replace("firstquartile", "firstQuartile"));
        assertThat(corrected.isChanged()).isTrue();
        assertThat(corrected.fixed()).extracting(Finding::rule).containsExactlyInAnyOrder("VAST-URL-NOT-HTTPS",
                "VAST-URL-NOT-HTTPS", "VAST-URL-NOT-CDATA", "VAST-TRACKING-EVENT-CASE");
        assertThat(corrected.left().fixes()).isEmpty();
        assertThat(validator.correct("wrapper.xml", corrected.text(), LintSettings.standard()).isChanged()).isFalse();
    }

    @Test
    void mendsOneFindingAlone() {
        ValidatedDocument document = validator.validate("wrapper.xml", WRAPPER, LintSettings.standard());
        assertThat(document.fixes()).allSatisfy(fix -> assertThat(document.findings()).contains(fix.finding()));
        var events = document.fixes().stream().filter(f -> f.finding().rule().equals("VAST-TRACKING-EVENT-CASE"))
                .toList();
        assertThat(Correction.of(WRAPPER, events).text())
                .isEqualTo(WRAPPER.replace("firstquartile", "firstQuartile"));
    }

    @Test
    void leavesAloneWhatTheTeamLivesWith() {
        var settings = new LintSettings(Map.of("VAST-URL-NOT-HTTPS", Level.OFF), List.of(new Suppression(
                "VAST-TRACKING-EVENT-CASE", Optional.of("/VAST/Ad"), "The player of the stadium wants it so.")));
        assertThat(validator.correct("wrapper.xml", WRAPPER, settings).text()).isEqualTo(WRAPPER
                .replace("http://next.northlight.tv/?a=1&amp;b=2", "<![CDATA[http://next.northlight.tv/?a=1&b=2]]>"));
    }
}
