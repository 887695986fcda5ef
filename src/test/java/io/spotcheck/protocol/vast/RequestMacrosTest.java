package io.spotcheck.protocol.vast;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.Category;
import io.spotcheck.macro.MacroContext;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroFindings;
import io.spotcheck.macro.MacroValue;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.macro.Substitution;
import io.spotcheck.protocol.vast.catalogue.MacroTable;
import io.spotcheck.protocol.vast.catalogue.MacroType;
import io.spotcheck.upstream.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestMacrosTest {

    private static final AdRequest PLAIN = AdRequest.builder("pre-roll", "user").build();

    private final Session session = new Session();

    @Test
    void thePlayerSaysWhatItCanDoAndTheResolutionHasOneIdentifier() {
        MacroValues known = RequestMacros.known(PLAIN, session, false);

        assertThat(known.value("TRANSACTIONID")).contains(session.id().toString());
        assertThat(known.value("SERVERSIDE")).contains("0");
        assertThat(known.value("SERVERUA")).isEmpty();
        assertThat(known.value("CLIENTUA")).get().asString().startsWith("Spotcheck");
        assertThat(known.value("MEDIAMIME")).get().asString().contains("video/mp4");
        assertThat(known.value("VASTVERSIONS")).get().asString().contains("15");
        assertThat(known.value("APIFRAMEWORKS")).contains("");
        assertThat(RequestMacros.known(PLAIN, new Session(), false).value("TRANSACTIONID"))
                .isNotEqualTo(known.value("TRANSACTIONID"));
    }

    @Test
    void aServerSaysThatItSpeaksForADevice() {
        MacroValues known = RequestMacros.known(PLAIN.toBuilder().ipAddress("192.0.2.7")
                .extension("userAgent", "TV/1").build(), session, true);

        assertThat(known.value("SERVERSIDE")).contains("1");
        assertThat(known.value("SERVERUA")).get().asString().startsWith("Spotcheck");
        assertThat(known.value("DEVICEIP")).contains("192.0.2.7");
        assertThat(known.value("DEVICEUA")).contains("TV/1");
    }

    @Test
    void whatARequestSaysIsStrongerThanWhatThePlayerSays() {
        AdRequest request = PLAIN.toBuilder().extensions(Map.of("VASTVERSIONS", List.of(11, 12), "SERVERSIDE", 2,
                "mediaMime", "video/webm", "TRANSACTIONID", "123e4567-e89b-12d3-a456-426655440000")).build();
        MacroValues known = RequestMacros.known(request, session, false);

        assertThat(known.valueOf("VASTVERSIONS")).contains(new MacroValue.Elements(List.of("11", "12")));
        assertThat(known.value("SERVERSIDE")).contains("2");
        assertThat(known.value("MEDIAMIME")).contains("video/webm");
        assertThat(known.value("TRANSACTIONID")).contains("123e4567-e89b-12d3-a456-426655440000");
    }

    @Test
    void fieldsOfARequestFillTheMacrosThatTheTableNames() {
        AdRequest request = PLAIN.toBuilder().extensions(Map.of("ifa", "6d92078a", "limitAdTracking", true,
                "gdpr", true, "coppa", 0, "gdprConsent", "BOLq", "pageUrl", "https://www.my.example/a?b",
                "appBundle", "com.example.app", "gppSectionIds", List.of(2, 6), "adCategories", "IAB1-6,IAB1-7"))
                .extension("contentId", "my.example 42").build();

        assertThat(RequestMacros.of(request).byName()).containsExactlyInAnyOrderEntriesOf(Map.of("IFA", "6d92078a",
                "LIMITADTRACKING", "1", "REGULATIONS", "gdpr", "GDPRCONSENT", "BOLq",
                "PAGEURL", "https://www.my.example/a?b", "DOMAIN", "www.my.example", "APPBUNDLE", "com.example.app",
                "GPPSECTIONID", "2,6", "ADCATEGORIES", "IAB1-6,IAB1-7", "CONTENTID", "my.example 42"));
    }

    @ParameterizedTest
    @CsvSource({"true,1", "FALSE,0", "no,0", "1,1", "-2,-2", "maybe,maybe"})
    void flagsMayBeWrittenInWords(String written, String value) {
        assertThat(RequestMacros.of(PLAIN.toBuilder().extension("limitAdTracking", written).build()).byName())
                .isEqualTo(Map.of("LIMITADTRACKING", value));
    }

    @Test
    void aFieldOfTheMacrosOwnNameWins() {
        AdRequest request = PLAIN.toBuilder().ipAddress("192.0.2.7").extension("DEVICEIP", "-2")
                .extension("MINE", "x").extension("lower", "y").build();

        assertThat(RequestMacros.of(request).byName()).isEqualTo(Map.of("DEVICEIP", "-2", "MINE", "x"));
    }

    @Test
    void whatAnAdServerIsToldIsWhatItsAdsAreHeldAgainstByAnyOfItsNames() {
        AdRequest request = PLAIN.toBuilder().extensions(Map.of("blockedAdCategories", List.of("IAB1-1"),
                "breakMaxAds", 2, "mediaMime", "video/webm")).build();

        Terms terms = Terms.of(request);

        assertThat(terms.blocked()).extracting(Category::value).containsExactly("IAB1-1");
        assertThat(terms.mostAds()).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,2", "59,2", "60,3"})
    void thePlayheadTellsThePositionOfTheBreak(int seconds, String position) {
        AdRequest request = PLAIN.toBuilder().playheadPosition(Duration.ofSeconds(seconds))
                .contentDuration(Duration.ofSeconds(60)).build();

        assertThat(RequestMacros.of(request).value("BREAKPOSITION")).contains(position);
        assertThat(RequestMacros.of(request.toBuilder().extension("breakPosition", 4).build())
                .value("BREAKPOSITION")).contains("4");
    }

    @Test
    void everyMacroThatARequestMayFillCanBeFilledByItsOwnName() {
        var fields = MacroTable.standard().macros().stream().collect(Collectors.toMap(MacroType::name, _ -> "1"));
        MacroValues values = RequestMacros.of(PLAIN.toBuilder().extensions(fields).build());
        String all = MacroTable.standard().macros().stream().map(m -> "[" + m.name() + "]")
                .collect(Collectors.joining("&"));

        Substitution done = new MacroEngine().substitute(all, values, MacroTable.standard(), MacroContext.REQUEST);

        assertThat(done.uses()).hasSize(59);
        assertThat(done.unfilled()).containsExactlyInAnyOrder("UNIVERSALADID", "PLAYERSTATE", "ADPLAYHEAD", "ASSETURI",
                "PODSEQUENCE", "ADSERVINGID", "CLICKPOS", "ERRORCODE", "REASON");
        assertThat(MacroFindings.of(done)).anySatisfy(f -> assertThat(f.rule()).isEqualTo("MACRO-CONTEXT"));
    }
}
