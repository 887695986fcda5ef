package io.spotcheck.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacroEngineTest {

    private final AtomicInteger next = new AtomicInteger(7);
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:34:56.789Z"), ZoneId.of("+02:00"));
    private final MacroEngine engine = new MacroEngine(clock, next::getAndIncrement);

    @Test
    void theUrlIsKeptBeforeAndAfter() {
        Substitution done = fill("https://a.example/?c=[ERRORCODE]&x=1", MacroValues.none().with("ERRORCODE", "303"));

        assertThat(done.before()).isEqualTo("https://a.example/?c=[ERRORCODE]&x=1");
        assertThat(done.after()).isEqualTo("https://a.example/?c=303&x=1");
        assertThat(done.filled()).containsExactly(Map.entry("ERRORCODE", "303"));
        assertThat(done.unfilled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://a.example/p%20a%2Fth;v=1//../x/?a=1&a=2&a&b=&&c=%7B%22k%22%3A[0]%7D&d=a+b#frag?x=%zz",
        "https://ü.example/ö?q=日本語&e=\uD83D\uDE00 |{}\"<>\\^`",
        "https://a.example/?m=[lower]&n=[Mixed]&o=[]&p=[1ST]&q=[A B]&r=[[&s=]]&t=${MACRO}&u=%5BCACHEBUSTING%5D",
        "https://a.example/?dollar=$1\\1&group=$0",
        ""})
    void everythingThatIsNoMacroSurvivesByteForByte(String url) {
        assertThat(fill(url).after()).isEqualTo(url);
        assertThat(fill(url).unfilled()).isEmpty();

        String around = url + "[ERRORCODE]" + url;
        assertThat(fill(around, MacroValues.none().with("ERRORCODE", "1")).after()).isEqualTo(url + "1" + url);
    }

    @Test
    void theCacheBusterHasEightDigits() {
        assertThat(fill("https://a.example/?[CACHEBUSTING]").after()).isEqualTo("https://a.example/?00000007");

        next.set(99_999_999);
        assertThat(fill("https://a.example/?[CACHEBUSTING]").after()).isEqualTo("https://a.example/?99999999");
    }

    @Test
    void theDefaultEngineGivesEightDigitsToo() {
        assertThat(new MacroEngine().substitute("[CACHEBUSTING]", MacroValues.none()).after()).matches("\\d{8}");
    }

    @Test
    void allCacheBustersOfOneUrlAreTheSameNumberAndThoseOfTheNextAnother() {
        assertThat(fill("[CACHEBUSTING]/[CACHEBUSTING]").after()).isEqualTo("00000007/00000007");
        assertThat(fill("[CACHEBUSTING]/[CACHEBUSTING]").after()).isEqualTo("00000008/00000008");
    }

    @Test
    void theTimestampIsIso8601WithZoneAndEncoded() {
        Substitution done = fill("https://a.example/?t=[TIMESTAMP]");

        assertThat(done.filled()).containsEntry("TIMESTAMP", "2026-03-01T14:34:56.789+02:00");
        assertThat(done.after()).isEqualTo("https://a.example/?t=2026-03-01T14%3A34%3A56.789%2B02%3A00");
    }

    @Test
    void givenValuesAreStrongerThanTheEnginesOwn() {
        MacroValues values = MacroValues.none().with("CACHEBUSTING", "1").with("TIMESTAMP", "now");

        assertThat(fill("[CACHEBUSTING]-[TIMESTAMP]", values).after()).isEqualTo("1-now");
        assertThat(next).as("no number is drawn in vain").hasValue(7);
    }

    @Test
    void whatNobodyFillsStaysAndIsNamed() {
        Substitution done = fill("https://a.example/?a=[ADCOUNT]&b=[CACHEBUSTING]&c=[REGULATIONS]");

        assertThat(done.after()).isEqualTo("https://a.example/?a=[ADCOUNT]&b=00000007&c=[REGULATIONS]");
        assertThat(done.unfilled()).containsExactly("ADCOUNT", "REGULATIONS");
        assertThat(done.filled()).containsOnlyKeys("CACHEBUSTING");
    }

    @Test
    void anEmptyValueFillsAMacro() {
        Substitution done = fill("?a=[IFA]&b", MacroValues.none().with("IFA", ""));

        assertThat(done.after()).isEqualTo("?a=&b");
        assertThat(done.unfilled()).isEmpty();
    }

    @Test
    void namesAreComparedWithTheirCase() {
        MacroValues values = MacroValues.none().with("cachebusting", "1").with("errorcode", "2");

        assertThat(fill("[cachebusting]/[ERRORCODE]", values).after()).isEqualTo("[cachebusting]/[ERRORCODE]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a b                  | a%20b
            a+b                  | a%2Bb
            50%                  | 50%25
            https://x.y/?a=1&b=2 | https%3A%2F%2Fx.y%2F%3Fa%3D1%26b%3D2
            ü€                   | %C3%BC%E2%82%AC
            safe-._~             | safe-._~
            [CACHEBUSTING]       | %5BCACHEBUSTING%5D
            $1\\                  | %241%5C
            """)
    void valuesAreEncoded(String value, String encoded) {
        assertThat(fill("?v=[CONTENTURI]&w", MacroValues.none().with("CONTENTURI", value)).after())
                .isEqualTo("?v=" + encoded + "&w");
    }

    @Test
    void aValueThatLooksLikeAMacroIsNotFilledAgain() {
        MacroValues values = MacroValues.none().with("A", "[B]").with("B", "secret");

        assertThat(fill("[A][B]", values).after()).isEqualTo("%5BB%5Dsecret");
    }

    @Test
    void laterValuesReplaceEarlierOnesAndNobodyElsesChange() {
        var mutable = new HashMap<>(Map.of("A", "1"));
        var base = new MacroValues(mutable);
        mutable.put("A", "changed");

        MacroValues more = base.with("A", "2").with(MacroValues.none().with("B", "3").with("A", "4"));

        assertThat(base.value("A")).contains("1");
        assertThat(more.value("A")).contains("4");
        assertThat(more.value("B")).contains("3");
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> more.byName().put("C", "5"));
    }

    @Test
    void theOrderOfTheFilledIsThatOfTheUrl() {
        MacroValues values = MacroValues.none().with("A", "1").with("B", "2").with("C", "3");

        assertThat(List.copyOf(fill("[C][A][B][A]", values).filled().keySet())).containsExactly("C", "A", "B");
    }

    private Substitution fill(String url) {
        return fill(url, MacroValues.none());
    }

    private Substitution fill(String url, MacroValues values) {
        return engine.substitute(url, values);
    }
}
