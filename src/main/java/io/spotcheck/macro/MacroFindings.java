package io.spotcheck.macro;

import io.spotcheck.macro.MacroUse.Outcome;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says what a person should know about the macros of a URL. */
public final class MacroFindings {

    private static final String SECTION = "VAST 4.3 §6.1";
    private static final String TABLE = "VAST 4.3 §6.2";

    private MacroFindings() {
    }

    /**
     * What is to be said: names that nobody knows, macros outside their context, required ones without a value and
     * values of the wrong form are warnings; {@code -1} for an optional one, and macros of other systems that were
     * filled, are only told.
     */
    public static List<Finding> of(Substitution done) {
        var findings = new ArrayList<Finding>();
        List<MacroUse> uses = done.uses();
        tell(findings, uses, use -> use.outcome() == Outcome.NAME_UNKNOWN, names ->
                Finding.of("MACRO-UNKNOWN", Severity.WARNING, "Nobody knows " + names + "; it stays as it is."));
        tell(findings, uses, use -> use.outcome() == Outcome.ENCODED, names ->
                Finding.of("MACRO-ENCODED", Severity.WARNING, "The brackets of " + names
                        + " are percent-encoded, so nobody sees a macro there; it stays as it is.").by(SECTION));
        tell(findings, uses, use -> use.outcome() == Outcome.OUT_OF_CONTEXT, names ->
                Finding.of("MACRO-CONTEXT", Severity.WARNING, "Players fill no " + names
                        + " in such a URL; it stays as it is.").by(TABLE));
        tell(findings, uses, use -> use.outcome() == Outcome.VALUE_UNKNOWN && use.required(), names ->
                Finding.of("MACRO-REQUIRED", Severity.WARNING, "Players must have a value for " + names
                        + ". Give the request one; until then it is -1.").by(TABLE));
        tell(findings, uses, use -> use.outcome() == Outcome.VALUE_UNKNOWN && !use.required(), names ->
                Finding.of("MACRO-UNFILLED", Severity.INFO, "Nobody gave a value for " + names
                        + "; -1 says so.").by(SECTION));
        tell(findings, uses, use -> use.outcome() == Outcome.FILLED && !use.isStandard(), names ->
                Finding.of("MACRO-LEGACY", Severity.INFO, names + ": filled, although VAST writes no macro so."));
        uses.stream().flatMap(use -> use.objection().stream()).distinct().forEach(objection ->
                findings.add(Finding.of("MACRO-VALUE", Severity.WARNING, objection).by(TABLE)));
        return findings;
    }

    private static void tell(List<Finding> findings, List<MacroUse> uses, Predicate<MacroUse> which,
                             Function<String, Finding> finding) {
        String names = uses.stream().filter(which).map(MacroUse::written).distinct().collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            findings.add(finding.apply(names));
        }
    }
}
