package io.spotcheck.protocol.openrtb.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuctionMacrosTest {

    private static final AuctionMacros MACROS = new AuctionMacros(List.of(new Base64Encoder()));

    @Test
    void knowsEveryMacroOfTheSpecification() {
        var values = new HashMap<String, String>();
        AuctionMacros.NAMES.forEach(name -> values.put(name, name.toLowerCase(Locale.ROOT)));
        String text = String.join("&", AuctionMacros.NAMES.stream().map(n -> "${AUCTION_" + n + "}").toList());

        AuctionMacros.Filled filled = MACROS.fill(text, values, List.of());

        assertThat(AuctionMacros.NAMES).hasSize(14);
        assertThat(filled.text()).isEqualTo("id&bid_id&imp_id&seat_id&ad_id&price&currency&mbr&loss&min_to_win"
                + "&multiplier&imp_ts&discount_pct&discount_cpm");
        assertThat(filled.leftovers()).isEmpty();
    }

    @Test
    void aMacroWithoutAValueGoesAway() {
        assertThat(MACROS.fill("p=${AUCTION_PRICE}&q=${AUCTION_PRICE:B64}", Map.of(), List.of()).text())
                .isEqualTo("p=&q=");
    }

    @Test
    void whatNobodyKnowsStaysAndIsTold() {
        AuctionMacros.Filled filled = MACROS.fill("${AUCTION_MOON} ${AUCTION_PRICE:XYZ} ${other} ${AUCTION_ID}",
                Map.of("ID", "1", "PRICE", "2"), List.of());

        assertThat(filled.text()).isEqualTo("${AUCTION_MOON} ${AUCTION_PRICE:XYZ} ${other} 1");
        assertThat(filled.leftovers()).containsExactly("${AUCTION_MOON}", "${AUCTION_PRICE:XYZ}");
    }

    /** OpenRTB 2.6 §4.4: what is not written like a macro is none. */
    @Test
    void aMacroInSmallLettersStaysAndIsTold() {
        AuctionMacros.Filled filled = MACROS.fill("${auction_price} ${AUCTION_price} ${AUCTION PRICE:B64}",
                Map.of("PRICE", "2"), List.of());

        assertThat(filled.text()).isEqualTo("${auction_price} ${AUCTION_price} Mg==");
        assertThat(filled.leftovers()).containsExactly("${AUCTION_price}", "${auction_price}");
    }

    @Test
    void whatComesLaterStaysAndIsNotTold() {
        AuctionMacros.Filled filled = MACROS.fill("${AUCTION_IMP_TS}-${AUCTION_ID}", Map.of("ID", "1"),
                List.of(AuctionMacros.IMPRESSION_TIME));

        assertThat(filled).isEqualTo(new AuctionMacros.Filled("${AUCTION_IMP_TS}-1", List.of()));
    }

    @Test
    void theMacrosOfVersion3AreFilledToo() {
        assertThat(MACROS.fill("${OPENRTB_PRICE:B64} ${OPENRTB_ITEM_ID} ${OPENRTB_MEDIA_ID} ${OPENRTB_ITEM_QTY}",
                Map.of("PRICE", "1.5", "IMP_ID", "7", "AD_ID", "a", "MULTIPLIER", "3"), List.of()).text())
                .isEqualTo("MS41 7 a 3");
    }

    @Test
    void aValueGoesInAsItIs() {
        assertThat(MACROS.fill("${AUCTION_ID}", Map.of("ID", "a $1 \\ & b"), List.of()).text()).isEqualTo("a $1 \\ & b");
    }

    /** Keys, vector and results that Google publishes with its scheme. */
    @Test
    void pricesAreEncryptedAsGoogleDoes() {
        byte[] encryption = Base64.getUrlDecoder().decode("skU7Ax_NL5pPAFyKdkfZjZz2-VhIN8bjj1rVFOaJ_5o");
        byte[] integrity = Base64.getUrlDecoder().decode("arO23ykdNqUQ5LEoQ0FVmPkBd7xB5CO89PDZlSjpFxo");
        var scheme = new PriceEncryption("G", encryption, integrity,
                () -> "abc123def456ghi7".getBytes(StandardCharsets.US_ASCII));

        assertThat(scheme.encrypt(new BigDecimal("0.0001"))).isEqualTo("YWJjMTIzZGVmNDU2Z2hpN7fhCuPemCce_6msaw");
        assertThat(scheme.encrypt(new BigDecimal("0.0019"))).isEqualTo("YWJjMTIzZGVmNDU2Z2hpN7fhCuPemCAWJRxOgA");
        assertThat(scheme.decrypt("YWJjMTIzZGVmNDU2Z2hpN7fhCuPemC32prpWWw").orElseThrow())
                .isEqualByComparingTo("0.0027");
        assertThat(scheme.decrypt("YWJjMTIzZGVmNDU2Z2hpN7fhCuPemC32prpXWw")).isEmpty();
        assertThat(scheme.decrypt("short")).isEmpty();
    }

    @Test
    void eachEncryptionLooksDifferentAndReadsTheSame() {
        var scheme = new PriceEncryption("ENC", new byte[] {1, 2, 3}, new byte[] {4, 5, 6});
        var macros = new AuctionMacros(List.of(scheme));

        String one = macros.fill("${AUCTION_PRICE:ENC}", Map.of("PRICE", "9.43"), List.of()).text();
        String two = macros.fill("${AUCTION_PRICE:ENC}", Map.of("PRICE", "9.43"), List.of()).text();

        assertThat(one).isNotEqualTo(two);
        assertThat(scheme.decrypt(one).orElseThrow()).isEqualByComparingTo("9.43").isEqualByComparingTo(
                scheme.decrypt(two).orElseThrow());
        assertThat(macros.fill("${AUCTION_SEAT_ID:ENC}", Map.of("SEAT_ID", "me"), List.of()).leftovers()).hasSize(1);
    }
}
