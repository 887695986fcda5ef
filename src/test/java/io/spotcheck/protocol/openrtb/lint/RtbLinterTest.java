package io.spotcheck.protocol.openrtb.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.lint.Rule;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(f -> f.rule() + " at " + f.location().orElseThrow()).toList();
    }
}
