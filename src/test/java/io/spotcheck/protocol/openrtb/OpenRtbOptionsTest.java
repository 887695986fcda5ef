package io.spotcheck.protocol.openrtb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

    private static void wrong(Map<String, Object> options, String words) {
        assertThatIllegalArgumentException().isThrownBy(() -> OpenRtbOptions.of(options)).withMessageContaining(words);
    }
}
