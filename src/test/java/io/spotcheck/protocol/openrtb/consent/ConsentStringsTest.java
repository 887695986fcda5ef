package io.spotcheck.protocol.openrtb.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import io.spotcheck.resolution.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentStringsTest {

    private static final String TCF = "COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA";
    private static final String GPP = "DBACNYA~CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA~1YNN";

    @ParameterizedTest
    @ValueSource(strings = {"'user': {'consent': '%s'}", "'user': {'ext': {'consent': '%s'}}"})
    void aTcfStringIsReadWhereEitherVersionHasIt(String where) throws MalformedJsonException {
        ConsentStrings consent = of(where.formatted(TCF));

        assertThat(consent.findings()).isEmpty();
        assertThat(consent.facts()).containsEntry("tcf version", "2").containsEntry("tcf language", "EN")
                .containsEntry("tcf cmp", "27, version 0").containsEntry("tcf purposes consented", "1, 2, 3")
                .containsEntry("tcf vendors consented", "2, 6, 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'regs': {'gpp': '%s'}", "'regs': {'ext': {'gpp': '%s'}}"})
    void aGppStringIsReadSectionBySection(String where) throws MalformedJsonException {
        ConsentStrings consent = of(where.formatted(GPP));

        assertThat(consent.findings()).isEmpty();
        assertThat(consent.facts()).containsEntry("gpp sections", "2 tcfeuv2, 6 uspv1")
                .containsEntry("gpp tcfeuv2 cmp id", "31").containsEntry("gpp uspv1 notice", "Y");
    }

    @Test
    void aUsPrivacyStringIsReadInWords() throws MalformedJsonException {
        assertThat(of("'regs': {'us_privacy': '1YN-'}").facts()).containsEntry("us privacy notice", "yes")
                .containsEntry("us privacy opt-out of sale", "no")
                .containsEntry("us privacy limited service provider", "does not apply");
    }

    @Test
    void aBrokenStringIsAFindingWithItsPlace() throws MalformedJsonException {
        ConsentStrings consent = of("'user': {'consent': '!'}, 'regs': {'gpp': 'broken', 'us_privacy': '2YNN'}");

        assertThat(consent.facts()).isEmpty();
        assertThat(consent.findings()).extracting(Finding::rule).containsExactly("OPENRTB-CONSENT-TCF",
                "OPENRTB-CONSENT-GPP", "OPENRTB-CONSENT-US-PRIVACY");
        assertThat(consent.findings()).extracting(f -> f.location().orElseThrow().path())
                .containsExactly("/user/consent", "/regs/gpp", "/regs/us_privacy");
    }

    @Test
    void withoutStringsThereIsNothingToSay() throws MalformedJsonException {
        assertThat(of("'user': {'consent': ''}")).isEqualTo(new ConsentStrings(Map.of(), List.of()));
    }

    private static ConsentStrings of(String members) throws MalformedJsonException {
        return ConsentStrings.of(new JsonReader().read(("{" + members + "}").replace('\'', '"')));
    }
}
