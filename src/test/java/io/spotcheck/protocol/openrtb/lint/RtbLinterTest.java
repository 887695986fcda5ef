package io.spotcheck.protocol.openrtb.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.json.JsonElement;
import io.spotcheck.lint.Rule;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule finds what it is for, where it is, and nothing in a document that has no fault. */
class RtbLinterTest {

    private static final RtbLinter LINTER = new RtbLinter();
    private static final List<String> COMPLETE = RtbSamples.COMPLETE;

    static Stream<RtbSamples.Sample> handWritten() {
        return RtbSamples.handWritten().stream();
    }

    @ParameterizedTest
    @FieldSource("COMPLETE")
    void findsNothingInACompleteDocument(String document) {
        assertThat(LINTER.lint(RtbSamples.text(document))).isEmpty();
    }

    @Test
    void findsNothingInAResponseThatSuitsItsRequest() {
        assertThat(LINTER.lint(RtbSamples.json(RtbSamples.text("request-2.6")),
                RtbSamples.json(RtbSamples.text("response")))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("handWritten")
    void findsTheSampleOfTheRule(RtbSamples.Sample sample) {
        List<Finding> findings = sample.findings();
        assertThat(findings).as(sample + ": " + rules(findings)).anySatisfy(f -> {
            assertThat(f.rule()).isEqualTo(sample.rule());
            assertThat(f.location()).isPresent();
            assertThat(f.location().get().path()).isEqualTo(sample.path().equals("DEEP")
                    ? "/0".repeat(127) : sample.path());
            assertThat(f.spec()).isPresent();
        });
    }

    @Test
    void findsEachFaultThatTheCatalogueKnowsWhereItIs() {
        List<CatalogueFaults.Fault> faults = COMPLETE.stream().flatMap(d -> CatalogueFaults.in(d).stream()).toList();
        assertThat(faults).hasSizeGreaterThan(700);
        assertThat(faults).allSatisfy(fault -> assertThat(LINTER.lint(fault.text())).anySatisfy(f -> {
            Location place = f.location().orElseThrow();
            assertThat(f.rule()).isEqualTo(fault.rule());
            assertThat(place.path()).isEqualTo(fault.path());
            Location value = RtbSamples.json(fault.text()).at(fault.path()).orElseThrow().location();
            assertThat(place).isEqualTo(value);
        }));
    }

    @Test
    void hasASampleForEveryRule() {
        Set<String> covered = COMPLETE.stream().flatMap(d -> CatalogueFaults.in(d).stream())
                .map(CatalogueFaults.Fault::rule).collect(Collectors.toCollection(TreeSet::new));
        handWritten().map(RtbSamples.Sample::rule).forEach(covered::add);
        Set<String> all = RtbRules.book().rules().stream().map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(all).hasSizeGreaterThan(250);
        all.removeAll(covered);
        assertThat(all).as("rules without a sample").isEmpty();
    }

    @Test
    void putsWhatIsWrongWithVastWhereItsTextIs() {
        String spoilt = RtbSamples.text("response").replace("<AdTitle>Lamps</AdTitle>", "");
        assertThat(LINTER.lint(spoilt)).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("VAST-INLINE-ADTITLE-MISSING");
            assertThat(f.location().orElseThrow().path()).isEqualTo("/seatbid/0/bid/0/adm/VAST/Ad/InLine");
            assertThat(f.location().orElseThrow().line()).isEqualTo(RtbSamples.json(spoilt)
                    .at("/seatbid/0/bid/0/adm").orElseThrow().location().line());
        });
    }

    @Test
    void saysNothingOfFieldsThatNobodyKnowsAndOfWhatIsInExt() {
        String text = RtbSamples.text("request-2.6").replace("\"allimps\"",
                "\"harbourlights\": {\"imp\": 7}, \"ext\": {\"imp\": 7, \"tmax\": \"x\"}, \"allimps\"");
        assertThat(LINTER.lint(text)).isEmpty();
    }

    @Test
    void judgesTenMegabytesInSeconds() {
        String bid = RtbSamples.json(RtbSamples.text("response")).at("/seatbid/0/bid/0")
                .map(b -> RtbSamples.text("response").substring(b.start(), b.end())).orElseThrow();
        var large = new StringBuilder("{\"id\": \"req-26\", \"seatbid\": [{\"seat\": \"harbour\", \"bid\": [");
        for (int i = 0; large.length() < 10_000_000; i++) {
            large.append(i == 0 ? "" : ",").append(bid.replace("\"id\": \"b1\"", "\"id\": \"" + i + "\""));
        }
        String text = large.append("]}]}").toString();
        JsonElement request = RtbSamples.json(RtbSamples.text("request-2.6"));
        // The thread's own time: on a busy machine the clock on the wall says nothing.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        assertThat(LINTER.lint(request, RtbSamples.json(text))).isEmpty();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": 1e99999999999, \"imp\": [{\"bidfloor\": 1e99999999999, \"exp\": 1e999999999}]}",
        "{\"imp\": [null, 7, [], \"x\", {\"video\": {\"mimes\": {}, \"protocols\": [null]}}]}",
        "{\"seatbid\": [null, {\"bid\": [null, {\"adm\": 7, \"nurl\": []}]}]}",
        "{\"native\": {\"assets\": [null, {\"img\": 7}], \"link\": 7}}"})
    void survivesWhatNobodyExpects(String text) {
        assertThat(LINTER.lint(text)).isNotEmpty();
        assertThat(LINTER.lint(RtbSamples.json(text), RtbSamples.json(text))).isNotEmpty();
    }

    @Test
    void survivesTextsOfGreatLength() {
        String sections = "DBABMA" + "~a".repeat(200_000);
        String tag = "en" + "-a".repeat(200_000);
        String text = RtbSamples.text("request-2.6").replaceFirst("DBABMA~[A-Z]+", sections)
                .replace("en-GB", tag);
        assertThat(LINTER.lint(text)).extracting(Finding::rule).containsExactly("ORTB-FORMAT-LANGTAG");
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(f -> f.rule() + " at " + f.location().orElseThrow()).toList();
    }
}
