package io.spotcheck.protocol.openrtb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class OpenRtbOptionsTest {

    @Test
    void saysHowBiddersAreAskedAndTheAuctionIsHeld() {
        OpenRtbOptions options = OpenRtbOptions.of(Map.of("bidders", "together", "gzip", true, "rates", Map.of("EUR", 1.1),
                "increment", "0.05", "dealsFirst", "true", "discount", 10, "nextBest", false, "priceEncryption",
                Map.of("name", "ENC", "encryptionKey", "AQID", "integrityKey", "BAUG")));

        assertThat(options.together()).isTrue();
        assertThat(options.gzip()).isTrue();
        assertThat(options.nextBest()).isFalse();
        assertThat(options.policy().increment()).isEqualByComparingTo("0.05");
        assertThat(options.policy().dealsFirst()).isTrue();
        assertThat(options.policy().discount()).isEqualByComparingTo("10");
        assertThat(options.policy().rates().convert(BigDecimal.TEN, "EUR", "USD").orElseThrow()).isEqualByComparingTo("11");
        assertThat(options.encoders()).extracting(e -> e.name()).containsExactly("ENC");
    }

    @Test
    void saysWhatIsWrong() {
        wrong(Map.of("colour", 1), "OpenRTB has no option “colour”; it has bidders,");
        wrong(Map.of("bidders", "some"), "“fallback” or “together”, not “some”");
        wrong(Map.of("gzip", "yes"), "“gzip” is true or false");
        wrong(Map.of("rates", List.of()), "maps currencies to their worth");
        wrong(Map.of("rates", Map.of("EURO", 1)), "“EURO” is not a currency of ISO 4217");
        wrong(Map.of("rates", Map.of("EUR", 0)), "worth more than zero");
        wrong(Map.of("increment", -1), "cannot be negative");
        wrong(Map.of("discount", 101), "from 0 to 100 percent");
        wrong(Map.of("increment", "much"), "“increment” is a number, not “much”");
        wrong(Map.of("imp", "video"), "“imp” is an object or a list of them");
        wrong(Map.of("priceEncryption", Map.of("name", "E")), "has a name, an encryptionKey and an integrityKey");
        wrong(Map.of("priceEncryption", Map.of("name", "E", "encryptionKey", "%", "integrityKey", "AQID")),
                "written in Base64");
        wrong(Map.of("request", Map.of("id", "1", "imp", List.of()), "at", 1), "put “at” into it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"at": "two"}    | “at” is a whole number, not “two”; it is 1 (first price), 2 (second price plus), or 500 and
            {"at": 9}        | “at” cannot be 9; it is 1 (first price)
            {"at": 1.5}      | “at” is a whole number, not 1.5
            {"tmax": "fast"} | “tmax” is a whole number, not “fast”
            {"test": true}   | “test” is 0 or 1, not true
            {"cur": "USD"}   | “cur” is a list, not “USD”
            {"cur": ["usd"]} | “cur[0]” is a currency of ISO 4217 such as USD, not “usd”
            {"site": {"page": 5}} | “site.page” is a text, not 5; put it in quotes
            {"site": "x"}    | “site” is an object, not “x”
            {"regs": {"gdpr": "yes"}} | “regs.gdpr” is 0 or 1, not “yes”
            {"user": {"eids": {}}} | “user.eids” is a list, not an object
            {"schain": "x"}  | “source.schain” is an object, not “x”
            {"imp": {"video": 5}} | “imp.video” is an object, not 5
            {"imp": [{}, {"video": {"mimes": "video/mp4"}}]} | “imp[1].video.mimes” is a list, not “video/mp4”
            {"imp": {"bidfloor": "cheap"}} | “imp.bidfloor” is a number, not “cheap”
            {"imp": {"bidfloor": -1}} | “imp.bidfloor” is 0 at least, not -1
            {"imp": {"video": {"protocols": [99]}}} | “imp.video.protocols[0]” cannot be 99; see AdCOM 1.0
            {"imp": {"pmp": {"deals": [null]}}} | “imp.pmp.deals[0]” is an object, not “null”
            {"request": "{"} | the bid request is not JSON at 1:2: The document ends before the object that begins in line 1 is closed
            """)
    void fieldsHaveValuesThatTheyCanHave(String options, String words) {
        wrong(parsed(options), words);
    }

    @Test
    void fieldsThatNobodyKnowsAndNativeRequestsAsObjectsAreTaken() {
        OpenRtbOptions options = OpenRtbOptions.of(parsed("""
                {"at": 501, "site": {"id": "1", "own": 5, "ext": {"a": []}}, "imp": [{"native": {"request": {"ver": "1.2"}}}],
                 "device": {"lmt": 1.0, "ua": null}, "user": null, "bcat": null}"""));

        assertThat(options.template().imps()).hasSize(1);
        assertThat(options.template().fields()).doesNotContainKeys("user", "bcat");
        assertThat(OpenRtbOptions.of(parsed("{\"imp\": [{\"native\": null, \"tagid\": null}]}")).template().imps())
                .containsExactly(Map.of("native", Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parsed(String json) {
        return JsonMapper.shared().readValue(json, Map.class);
    }

    private static void wrong(Map<String, Object> options, String words) {
        assertThatIllegalArgumentException().isThrownBy(() -> OpenRtbOptions.of(options)).withMessageContaining(words);
    }
}
