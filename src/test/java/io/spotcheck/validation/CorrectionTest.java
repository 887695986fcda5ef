package io.spotcheck.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.lint.Correction;
import io.spotcheck.lint.Level;
import io.spotcheck.lint.LintSettings;
import io.spotcheck.lint.Suppression;
import io.spotcheck.resolution.Finding;
import io.spotcheck.xml.XmlText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        "<![CDATA[https://next.northlight.tv/?a=1&b=2]]>")
                .replace("http://count", "https://count")
                .replace("firstquartile", "firstQuartile"));
        assertThat(corrected.isChanged()).isTrue();
        assertThat(corrected.fixed()).extracting(Finding::rule).containsExactlyInAnyOrder("VAST-URL-NOT-HTTPS",
                "VAST-URL-NOT-HTTPS", "VAST-URL-NOT-CDATA", "VAST-URL-PADDED", "VAST-TRACKING-EVENT-CASE");
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
                .replace("\thttp://next.northlight.tv/?a=1&amp;b=2 ", "<![CDATA[http://next.northlight.tv/?a=1&b=2]]>"));
    }

    /** Bytes that mean nothing in the declared encoding survive, too. */
    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF", "UTF-16LE, ''",
            "windows-1251, ''", "ISO-8859-1, ''"})
    void keepsEveryByteElsewhere(String charset, String mark) {
        Charset encoding = Charset.forName(charset);
        String declared = mark.isEmpty() && !charset.startsWith("UTF-16") ? " encoding='" + charset + "'" : "";
        String before = "<?xml version='1.0'" + declared + "?>\r\n<VAST version='3.0'><Ad id='\u00a0'><Wrapper><AdSystem>"
                + "\u00ab\u00b0\u00bb</AdSystem><VASTAdTagURI>https://a.tv/</VASTAdTagURI><Impression>";
        String after = "</Impression>\r<!-- \u00a0\u00bb --><Creatives/></Wrapper></Ad></VAST>\n";
        byte[] stored = bytes(mark, before + "http://a.tv/?a&amp;b" + after, encoding);
        CorrectedText corrected = correct(stored);
        assertThat(corrected.applyTo(stored))
                .isEqualTo(bytes(mark, before + "<![CDATA[https://a.tv/?a&b]]>" + after, encoding));
        assertThat(corrected.fixed()).hasSize(2);
    }

    @Test
    void keepsBytesThatMeanNothing() {
        String document = "<VAST version='3.0'><Ad><Wrapper><AdSystem>caf\u00e9 \u00e9\u00e9</AdSystem><VASTAdTagURI>"
                + "http://a.tv/</VASTAdTagURI><Impression>http://b.tv/</Impression><!-- \u00ff --><Creatives/>"
                + "</Wrapper></Ad></VAST>";
        byte[] stored = document.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(correct(stored).applyTo(stored))
                .isEqualTo(document.replace("http:", "https:").getBytes(StandardCharsets.ISO_8859_1));
    }

    private CorrectedText correct(byte[] stored) {
        return validator.correct("-", XmlText.decode(stored, Optional.empty()), LintSettings.standard());
    }

    private static byte[] bytes(String mark, String text, Charset charset) {
        byte[] start = HexFormat.of().parseHex(mark);
        byte[] rest = text.getBytes(charset);
        byte[] all = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, all, start.length, rest.length);
        return all;
    }
}
