package io.spotcheck.ad;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {

    @Test
    void aRequestOfASlotAndAUserIsEnough() {
        assertThat(rules(valid())).isEmpty();
    }

    @Test
    void aFullRequestOfGoodValuesIsValid() {
        assertThat(rules(valid().ipAddress("203.0.113.7").deviceType(DeviceType.TV).contentUrl("https://a.example/v")
                .contentDuration(Duration.ofMinutes(90)).playheadPosition(Duration.ofMinutes(3)).playerSize(1920, 1080)
                .geo(new Geo(Optional.of("DE"), Optional.of("BE"), Optional.of("Berlin"), Optional.of("10115"),
                        OptionalDouble.of(52.5), OptionalDouble.of(13.4))).extension("gdpr", 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void aBlankSlotOrUserIsNone(String blank) {
        assertThat(rules(valid().slotId(blank))).containsExactly("REQUEST-SLOT-ID");
        assertThat(rules(valid().userId(blank))).containsExactly("REQUEST-USER-ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "255.255.255.255", "203.0.113.7", "10.0.0.1", "::", "::1", "2001:db8::1",
        "2001:DB8:0:0:8:800:200C:417A", "fe80::1", "::ffff:192.0.2.128", "64:ff9b::192.0.2.33", "1::8",
        "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8"})
    void anAddressOfEitherKindIsGood(String address) {
        assertThat(rules(valid().ipAddress(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "256.1.1.1", "1.2.3", "1.2.3.4.5", "1.2.3.4.", ".1.2.3.4", "1..2.3", "01.2.3.4",
        "1.2.3.4\n", " 1.2.3.4", "1.2.3.-4", "0x7f.0.0.1", "2130706433", "1.2.3.4:80", "localhost", "a.example", ":",
        ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::1", "[::1]", "fe80::1%eth0", "::1/64", "::1 ",
        "::256.1.1.1", "1.2.3.4::", "١.٢.٣.٤"})
    void whatIsNoAddressIsNone(String address) {
        assertThat(rules(valid().ipAddress(address))).containsExactly("REQUEST-IP-ADDRESS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example", "http://a.example/v?x=1#y", "https://ü.example/ö",
        "app://com.example.tv/42", "https://[2001:db8::1]:8080/"})
    void anAbsoluteContentUrlIsGood(String url) {
        assertThat(rules(valid().contentUrl(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a.example/v", "/v", "//a.example/v", "https://", "https:", "https://a b/", "://a",
        "1http://a.example"})
    void anyOtherContentUrlIsNot(String url) {
        assertThat(rules(valid().contentUrl(url))).containsExactly("REQUEST-CONTENT-URL");
    }

    @Test
    void theContentHasALength() {
        assertThat(rules(valid().contentDuration(Duration.ofNanos(1)))).isEmpty();
        assertThat(rules(valid().contentDuration(Duration.ZERO))).containsExactly("REQUEST-CONTENT-DURATION");
        assertThat(rules(valid().contentDuration(Duration.ofNanos(-1)))).containsExactly("REQUEST-CONTENT-DURATION");
    }

    @Test
    void thePlayheadStandsWithinTheContent() {
        Duration hour = Duration.ofHours(1);

        assertThat(rules(valid().playheadPosition(Duration.ZERO))).isEmpty();
        assertThat(rules(valid().playheadPosition(hour))).as("the content's end is not known").isEmpty();
        assertThat(rules(valid().contentDuration(hour).playheadPosition(hour))).isEmpty();
        assertThat(rules(valid().contentDuration(hour).playheadPosition(hour.plusNanos(1))))
                .containsExactly("REQUEST-PLAYHEAD-POSITION");
        assertThat(rules(valid().playheadPosition(Duration.ofNanos(-1)))).containsExactly("REQUEST-PLAYHEAD-POSITION");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "65535, 65535, true", "0, 1, false", "1, 0, false", "65536, 1, false", "1, 65536, false",
        "-1, 1, false"})
    void eachSideOfThePlayerIsFrom1To65535(int width, int height, boolean good) {
        assertThat(rules(valid().playerSize(width, height)))
                .isEqualTo(good ? List.of() : List.of("REQUEST-PLAYER-SIZE"));
    }

    @ParameterizedTest
    @CsvSource({"DE, true", "deu, true", "'', false", "D, false", "DEUT, false", "D1, false", "'DE ', false",
        "ÄÖ, false"})
    void aCountryHasTwoOrThreeLetters(String country, boolean good) {
        assertThat(rules(valid().geo(Geo.ofCountry(country))))
                .isEqualTo(good ? List.of() : List.of("REQUEST-GEO-COUNTRY"));
    }

    @ParameterizedTest
    @CsvSource({"90, true", "-90, true", "0, true", "90.0001, false", "-90.0001, false", "NaN, false",
        "Infinity, false"})
    void aLatitudeGoesFromPoleToPole(double degrees, boolean good) {
        assertThat(rules(valid().geo(at(OptionalDouble.of(degrees), OptionalDouble.empty()))))
                .isEqualTo(good ? List.of() : List.of("REQUEST-GEO-LATITUDE"));
    }

    @ParameterizedTest
    @CsvSource({"180, true", "-180, true", "180.0001, false", "-180.0001, false", "NaN, false", "-Infinity, false"})
    void aLongitudeGoesOnceAround(double degrees, boolean good) {
        assertThat(rules(valid().geo(at(OptionalDouble.empty(), OptionalDouble.of(degrees)))))
                .isEqualTo(good ? List.of() : List.of("REQUEST-GEO-LONGITUDE"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        AdRequest request = valid().slotId("").userId("").ipAddress("x").contentUrl("x").contentDuration(Duration.ZERO)
                .playheadPosition(Duration.ofSeconds(-1)).playerSize(0, 0).geo(Geo.ofCountry("?")).build();

        assertThat(RequestRules.check(request)).extracting(Finding::rule).containsExactly("REQUEST-SLOT-ID",
                "REQUEST-USER-ID", "REQUEST-IP-ADDRESS", "REQUEST-CONTENT-URL", "REQUEST-CONTENT-DURATION",
                "REQUEST-PLAYHEAD-POSITION", "REQUEST-PLAYER-SIZE", "REQUEST-GEO-COUNTRY");
        assertThat(RequestRules.check(request)).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).isNotBlank().endsWith(".");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceTypeIsFoundByItsName(DeviceType type) {
        assertThat(DeviceType.of(type.wireName())).contains(type);
        assertThat(DeviceType.of(" " + type.name() + " ")).contains(type);
        assertThat(DeviceType.of(type.wireName() + "x")).isEmpty();
    }

    @Test
    void aSizeIsReadAsItIsWritten() {
        assertThat(Dimensions.parse("640x360")).contains(new Dimensions(640, 360));
        assertThat(Dimensions.parse(" 640 × 360 ")).contains(new Dimensions(640, 360));
        assertThat(Dimensions.parse(new Dimensions(1, 99_999).toString())).contains(new Dimensions(1, 99_999));
        assertThat(List.of("", "640", "640x", "x360", "-1x2", "640x360x1", "640.5x360", "123456x1"))
                .allSatisfy(text -> assertThat(Dimensions.parse(text)).as(text).isEmpty());
    }

    private static Geo at(OptionalDouble latitude, OptionalDouble longitude) {
        return new Geo(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), latitude, longitude);
    }

    private static AdRequest.Builder valid() {
        return AdRequest.builder("pre-roll", "user-1");
    }

    private static List<String> rules(AdRequest.Builder request) {
        return RequestRules.check(request.build()).stream().map(Finding::rule).toList();
    }
}
