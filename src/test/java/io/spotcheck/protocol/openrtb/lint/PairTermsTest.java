package io.spotcheck.protocol.openrtb.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.json.JsonElement;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the terms of an impression allow is no error, and what they forbid is one, where it stands. */
class PairTermsTest {

    private static final String REQUEST = """
            {"id": "r", "imp": [{"id": "1", %s}]%s}""";
    private static final String RESPONSE = """
            {"id": "r", "cur": "USD", "seatbid": [{"bid": [{"id": "b", "impid": "1", "price": 1, "mtype": 2, %s}]}]}""";

    private final RtbLinter linter = new RtbLinter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "video": {"mimes": ["video/mp4"], "maxduration": 15, "maxextended": 15}      | `` | "dur": 30
            "video": {"mimes": ["video/mp4"], "maxduration": 15, "maxextended": -1}      | `` | "dur": 300
            "video": {"mimes": ["video/mp4"], "rqddurs": [15, 30]}                       | `` | "dur": 30
            "video": {"mimes": ["video/mp4"], "mincpmpersec": 0.05}                      | `` | "dur": 20
            "video": {"mimes": ["video/mp4"], "mincpmpersec": 0.5}, "bidfloor": 1        | `` | "crid": "c"
            "video": {"mimes": ["video/mp4"], "durfloors": [{"maxdur": 9, "bidfloor": 5}]} | `` | "dur": 10
            "video": {"mimes": ["video/mp4"], "durfloors": [{"maxdur": 15, "bidfloor": 5}, {"mindur": 5, "bidfloor": 1}]} | `` | "dur": 10
            "video": {"mimes": ["video/mp4"]}, "bidfloor": 9, "bidfloorcur": "EUR"       | `` | "crid": "c"
            "video": {"mimes": ["video/mp4"]}, "bidfloor": 9, "pmp": {"deals": [{"id": "d", "bidfloor": 0.5}]} | `` | "dealid": "d"
            "video": {"mimes": ["video/mp4"]}                          | , "wlangb": ["en"]     | "langb": "en-GB"
            "video": {"mimes": ["video/mp4"]}                          | , "wlangb": ["en-GB"]  | "language": "en"
            "video": {"mimes": ["video/mp4"]}                          | , "wlang": ["en"]      | "language": "xx"
            "video": {"mimes": ["video/mp4"]}                          | , "badv": ["rand.example"] | "adomain": ["brand.example"]
            "video": {"mimes": ["video/mp4"]}                          | , "bcat": ["IAB7"]     | "cat": ["IAB70"]
            "video": {"mimes": ["video/mp4"], "api": [7]}              | ``                     | "apis": [2, 7]
            "video": {"mimes": ["video/mp4"]}, "secure": 0             | ``                     | "adm": "<VAST version='4.2'><Error>http://t.example</Error></VAST>"
            "video": {"mimes": ["video/mp4"]}, "banner": {"battr": [1]} | ``                    | "attr": [1]
            """)
    void isAllowed(String imp, String more, String bid) {
        assertThat(errors(imp, more, bid)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "video": {"mimes": ["video/mp4"], "maxduration": 15, "maxextended": 10} | ``    | "dur": 30          | /dur
            "video": {"mimes": ["video/mp4"], "poddur": 20}            | ``                     | "dur": 30          | /dur
            "video": {"mimes": ["video/mp4"], "mincpmpersec": 0.06}    | ``                     | "dur": 20          | /price
            "video": {"mimes": ["video/mp4"]}, "bidfloor": 0.2, "pmp": {"deals": [{"id": "d", "bidfloor": 2}]} | `` | "dealid": "d" | /price
            "video": {"mimes": ["video/mp4"]}, "bidfloor": 2, "pmp": {"deals": [{"id": "d"}]} | `` | "dealid": "d" | /price
            "video": {"mimes": ["video/mp4"]}                          | , "wlangb": ["en-GB"]  | "langb": "en-US"   | /langb
            "video": {"mimes": ["video/mp4"]}                          | , "wlang": ["en"]      | "langb": "fr-CA"   | /langb
            "video": {"mimes": ["video/mp4"]}                          | , "badv": ["Brand.example"] | "adomain": ["shop.brand.example"] | /adomain/0
            "video": {"mimes": ["video/mp4"]}                          | , "bcat": ["IAB7"]     | "cat": ["IAB7-1"]  | /cat/0
            "video": {"mimes": ["video/mp4"], "protocols": [2, 3]}     | ``                     | "protocol": 13     | /protocol
            "video": {"mimes": ["video/mp4"], "protocols": [2, 3]}     | ``                     | "protocol": 3, "adm": "<VAST version='4.2'><Error>https://t.example/[ERRORCODE]</Error></VAST>" | /adm
            "video": {"mimes": ["video/mp4"], "battr": [1]}            | ``                     | "attr": [1]        | /attr/0
            """)
    void isForbidden(String imp, String more, String bid, String path) {
        assertThat(errors(imp, more, bid)).singleElement().satisfies(finding ->
                assertThat(finding.location().orElseThrow().path()).isEqualTo("/seatbid/0/bid/0" + path));
    }

    private List<Finding> errors(String imp, String more, String bid) {
        JsonElement request = RtbSamples.json(REQUEST.formatted(imp, more));
        return linter.lint(request, RtbSamples.json(RESPONSE.formatted(bid))).stream()
                .filter(f -> f.severity() == Severity.ERROR && f.rule().startsWith("ORTB")).toList();
    }
}
