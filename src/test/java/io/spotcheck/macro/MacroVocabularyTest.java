package io.spotcheck.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.spotcheck.macro.MacroUse.Outcome;
import io.spotcheck.protocol.vast.catalogue.MacroTable;
import io.spotcheck.protocol.vast.catalogue.MacroType;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine with the macros of VAST. */
class MacroVocabularyTest {

    private static final MacroTable TABLE = MacroTable.standard();

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:34:56.789Z"), ZoneId.of("+02:00"));
    private final MacroEngine engine = new MacroEngine(clock, () -> 1234);

    static List<String> names() {
        return TABLE.macros().stream().map(MacroType::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMacroIsFilledInItsContextsAndStaysAsItIsInTheOthers(String name) {
        MacroRule rule = TABLE.rule(name).orElseThrow();
        for (MacroContext context : MacroContext.values()) {
            Substitution done = fill("https://a.example/?x=[" + name + "]&y", MacroValues.none().with(name, "1"),
                    context);

            if (context.isAmong(rule.contexts())) {
                assertThat(done.after()).as(context + "").isEqualTo("https://a.example/?x=1&y");
                assertThat(done.unfilled()).isEmpty();
            } else {
                assertThat(done.after()).as(context + "").isEqualTo(done.before());
                assertThat(done.unfilled()).containsExactly(name);
                assertThat(MacroFindings.of(done)).singleElement().satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("MACRO-CONTEXT");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("[" + name + "]");
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMacroWithoutAValueBecomesMinusOne(String name) {
        MacroRule rule = TABLE.rule(name).orElseThrow();
        MacroContext context = rule.contexts().iterator().next();
        if (name.equals("TIMESTAMP") || name.equals("CACHEBUSTING")) {
            assertThat(fill("[" + name + "]", MacroValues.none(), context).filled()).containsKey(name);
            return;
        }

        Substitution done = fill("https://a.example/?x=[" + name + "]", MacroValues.none(), context);

        assertThat(done.after()).isEqualTo("https://a.example/?x=-1");
        assertThat(done.unfilled()).containsExactly(name);
        assertThat(done.filled()).isEmpty();
        assertThat(MacroFindings.of(done)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(rule.required() ? Severity.WARNING : Severity.INFO);
            assertThat(finding.message()).contains("[" + name + "]").contains("-1");
        });
    }

    @Test
    void aValueThatMustNotBeSharedBecomesMinusTwo() {
        Substitution done = fill("?i=[IFA]&l=[LATLONG]", MacroValues.none().withheld("IFA").withheld("LATLONG"));

        assertThat(done.after()).isEqualTo("?i=-2&l=-2");
        assertThat(done.unfilled()).isEmpty();
        assertThat(MacroFindings.of(done)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MEDIAMIME     | video/mp4,application/x-mpegURL | video%2Fmp4,application%2Fx-mpegURL
            LATLONG       | 51.004703,3.754806              | 51.004703,3.754806
            PLAYERSIZE    | 640,360                         | 640,360
            ADCATEGORIES  | IAB1-6, IAB1-7                  | IAB1-6,IAB1-7
            EXTENSIONS    | abc/def,y=z                     | abc%2Fdef,y%3Dz
            DEVICEUA      | Player/5.0 (a, like b)          | Player%2F5.0%20(a%2C%20like%20b)
            CONTENTID     | my.example 12,3                 | my.example%2012%2C3
            DEVICEIP      | 2001:0db8::7334                 | 2001%3A0db8%3A%3A7334
            MEDIAPLAYHEAD | 00:05:21.123                    | 00%3A05%3A21.123
            """)
    void listsAreEncodedElementByElementAndEverythingElseAsAWhole(String name, String value, String encoded) {
        Substitution done = fill("?v=[" + name + "]", MacroValues.none().with(name, value), MacroContext.REQUEST);

        assertThat(done.after()).isEqualTo("?v=" + encoded);
        assertThat(done.filled()).containsEntry(name, value);
        assertThat(MacroFindings.of(done)).isEmpty();
    }

    @Test
    void anElementThatHoldsACommaIsStillOneElement() {
        MacroValues values = MacroValues.none().with("UNIVERSALADID", List.of("a.example 1,2", "b.example 3"));

        assertThat(fill("?u=[UNIVERSALADID]", values).after()).isEqualTo("?u=a.example%201%2C2,b.example%203");
        assertThat(fill("?u=[PLAYERSTATE]", MacroValues.none().with("PLAYERSTATE", List.of())).after())
                .as("an empty list is known to be empty").isEqualTo("?u=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[RANDOM]", "[random]", "[timestamp]", "[CACHEBUSTER]", "[cachebuster]", "[CB]",
        "%%CACHEBUSTER%%", "%%RANDOM%%", "${CACHEBUSTER}", "${RANDOM}", "%%CACHEBUSTING%%", "${CACHEBUSTING}",
        "{{CACHEBUSTER}}", "{random}"})
    void macrosOfOtherSystemsAreFilledAsWhatTheyStandFor(String written) {
        Substitution done = fill("https://a.example/" + written + "/?ord=" + written + "#x", MacroValues.none());

        assertThat(done.after()).isEqualTo("https://a.example/00001234/?ord=00001234#x");
        assertThat(MacroFindings.of(done)).extracting(Finding::rule, Finding::severity)
                .containsExactly(tuple("MACRO-LEGACY", Severity.INFO));
    }

    @Test
    void theTimestampOfOtherSystemsIsThatOfVast() {
        assertThat(fill("${TIMESTAMP}/%%TIMESTAMP%%", MacroValues.none()).after())
                .isEqualTo("2026-03-01T14%3A34%3A56.789%2B02%3A00/2026-03-01T14%3A34%3A56.789%2B02%3A00");
    }

    @Test
    void theRulesOfTheMacroHoldForItsOtherNamesToo() {
        Substitution done = fill("?c=[ERROR_CODE]", MacroValues.none().with("ERRORCODE", "303"));

        assertThat(done.after()).isEqualTo("?c=[ERROR_CODE]");
        assertThat(done.uses()).singleElement().extracting(MacroUse::outcome).isEqualTo(Outcome.OUT_OF_CONTEXT);
        assertThat(fill("?c=[ERROR_CODE]", MacroValues.none().with("ERRORCODE", "303"), MacroContext.ERROR).after())
                .isEqualTo("?c=303");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[NOSUCHMACRO]", "[MY_MACRO]", "${AUCTION_PRICE}", "%%PATTERN:url%%",
        "${AUCTION_PRICE:B64}"})
    void aNameThatNobodyKnowsStaysAndIsAWarning(String written) {
        Substitution done = fill("https://a.example/?p=" + written + "&q", MacroValues.none());

        assertThat(done.after()).isEqualTo(done.before());
        assertThat(done.unfilled()).hasSize(1);
        assertThat(MacroFindings.of(done)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("MACRO-UNKNOWN");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).contains(written);
        });
    }

    @Test
    void aNameThatOnlyTheCallerKnowsIsFilled() {
        MacroValues values = MacroValues.none().with("MY_MACRO", "a b").with("AUCTION_PRICE", "1.25").with("CB", "own");

        assertThat(fill("[MY_MACRO]/${AUCTION_PRICE}/[CB]", values).after()).isEqualTo("a%20b/1.25/own");
    }

    @ParameterizedTest
    @CsvSource({"BREAKPOSITION,first", "BREAKPOSITION,7", "PLAYERSIZE,640", "PLAYERSIZE,'640,360,1'", "ADCOUNT,one",
        "TRANSACTIONID,42", "MEDIAPLAYHEAD,5.5", "CONTENTURI,video", "LIMITADTRACKING,yes", "CONTENTID,42"})
    void aValueOfTheWrongFormIsSentAndIsAWarning(String name, String value) {
        Substitution done = fill("?v=[" + name + "]", MacroValues.none().with(name, value), MacroContext.REQUEST);

        assertThat(done.after()).doesNotContain("[");
        assertThat(MacroFindings.of(done)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("MACRO-VALUE");
            assertThat(finding.message()).contains("[" + name + "]");
        });
    }

    @Test
    void eachKindOfFindingIsToldOnceForAUrl() {
        Substitution done = fill("[NOPE][NOPE2][IFA][CLICKPOS][IFA]", MacroValues.none());

        assertThat(MacroFindings.of(done)).extracting(Finding::rule)
                .containsExactly("MACRO-UNKNOWN", "MACRO-CONTEXT", "MACRO-UNFILLED");
        assertThat(done.unfilled()).containsExactly("NOPE", "NOPE2", "IFA", "CLICKPOS");
        assertThat(done.uses()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/?filter[name]=1&filter[0]=2&f[]=3&g[a-b]=4", "https://[::1]:80/?a=[1]",
        "https://a.example/?a=100%%&b=%%20%%&c=%%%&d=$%7BX%7D&e=${}&f=$&g={X}&h={{sandbox}}",
        "https://a.example/?%5Bx%5D=1&%5BNOPE%5D=2&%5BCACHEBUSTING"})
    void whatOnlyLooksLikeAMacroStaysByteForByte(String url) {
        assertThat(fill(url, MacroValues.none()).after()).isEqualTo(url);
        assertThat(fill(url, MacroValues.none()).uses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%5BCACHEBUSTING%5D", "%5bERRORCODE%5d"})
    void aMacroWithEncodedBracketsIsNoneAndIsTold(String written) {
        Substitution done = fill("https://a.example/?c=" + written + "&d", MacroValues.none().with("ERRORCODE", "1"));

        assertThat(done.after()).isEqualTo(done.before());
        assertThat(done.unfilled()).hasSize(1);
        assertThat(MacroFindings.of(done)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("MACRO-ENCODED");
            assertThat(finding.message()).contains(written);
        });
    }

    @Test
    void everythingAroundMacrosSurvivesByteForByte() {
        String[] pieces = {"a=1", "a=1", "&", "&&", "=", "?", "#", "#f?x", "%20", "%zz", "%", "%%", "+", " ", "\"", "'",
            "<", ">", "[", "]", "[]", "[[", "{", "}", "${", "$", "|", "\\", "^", "`", "ü", "日本", "😀", "\u0001", ";",
            "//", "/../", ":", "@", "!", "*", "(", ")", ",", "\t", "$1", "\\0", "[x]", "https://b.example/?u=", "A",
            "_"};
        String[] macros = {"[CACHEBUSTING]", "[ERRORCODE]", "%%RANDOM%%", "${CACHEBUSTER}", "[random]"};
        var random = new Random(59);
        for (int round = 0; round < 5_000; round++) {
            var url = new StringBuilder("https://a.example/");
            var expected = new StringBuilder("https://a.example/");
            var between = new ArrayList<String>();
            for (int i = 0; i < 12; i++) {
                String piece = pieces[random.nextInt(pieces.length)];
                // A piece of the notation right before a macro could make another macro of both.
                if (random.nextInt(4) == 0) {
                    String macro = macros[random.nextInt(macros.length)];
                    url.append('/').append(macro).append('/');
                    expected.append('/').append(macro.equals("[ERRORCODE]") ? "303" : "00001234").append('/');
                }
                between.add(piece);
                url.append(piece).append('.');
                expected.append(piece).append('.');
            }
            assertThat(fill(url.toString(), MacroValues.none().with("ERRORCODE", "303"), MacroContext.ERROR).after())
                    .as("the pieces " + between).isEqualTo(expected.toString());
        }
    }

    private Substitution fill(String url, MacroValues values) {
        return fill(url, values, MacroContext.TRACKING);
    }

    private Substitution fill(String url, MacroValues values, MacroContext context) {
        return engine.substitute(url, values, TABLE, context);
    }
}
