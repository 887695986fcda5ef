package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.Fix;
import io.spotcheck.lint.LintReport;
import io.spotcheck.lint.Rule;
import io.spotcheck.resolution.Finding;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One walk over one schedule: its text, and what has been found so far. */
final class VmapLintPass {

    private final String text;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();

    VmapLintPass(String text) {
        this.text = text;
    }

    /** The text of the whole document. */
    String text() {
        return text;
    }

    /** Whether an element's text stands in a CDATA section. */
    boolean isCdata(XmlElement element) {
        return text.substring(element.start(), Math.min(element.end(), text.length())).contains("<![CDATA[");
    }

    void report(String rule, XmlElement at, String message) {
        Rule known = VmapRules.book().rule(rule)
                .orElseThrow(() -> new IllegalStateException("There is no rule " + rule + "."));
        findings.add(new Finding(known.id(), known.severity(), message, Optional.of(at.location()),
                Optional.of(known.spec())));
    }

    /** Adds what others found. */
    void addAll(LintReport found) {
        findings.addAll(found.findings());
        fixes.addAll(found.fixes());
    }

    /** What has been found and how it is mended, in the order of the document. */
    LintReport report() {
        return LintReport.sorted(findings, fixes);
    }
}
