package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.Edit;
import io.spotcheck.lint.Fix;
import io.spotcheck.lint.LintReport;
import io.spotcheck.lint.MarkupEdits;
import io.spotcheck.lint.Rule;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlMarkup;
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

    /** How an element's fault is mended; no edits where that cannot be told for certain. */
    @FunctionalInterface
    interface Mending {

        List<Edit> edits(MarkupEdits element);
    }

    void report(String rule, XmlElement at, String message) {
        report(rule, at.location(), message);
    }

    void report(String rule, XmlElement at, String message, Mending mending) {
        report(rule, at, message);
        mend(mending.edits(new MarkupEdits(at, text)));
    }

    /** Reports at an attribute, which stands on a line of its own in many documents. */
    void reportAt(String rule, XmlElement element, String attribute, String message) {
        report(rule, XmlMarkup.of(element, text).location(attribute).orElseGet(element::location), message);
    }

    void reportAt(String rule, XmlElement element, String attribute, String message, Mending mending) {
        reportAt(rule, element, attribute, message);
        mend(mending.edits(new MarkupEdits(element, text)));
    }

    /** Reports at the first character of the text directly in an element. */
    void reportAtText(String rule, XmlElement element, String message) {
        XmlMarkup markup = XmlMarkup.of(element, text);
        report(rule, markup.text().map(map -> markup.location(map.span(0, 1).start()))
                .orElseGet(element::location), message);
    }

    private void report(String rule, Location at, String message) {
        Rule known = VmapRules.book().rule(rule)
                .orElseThrow(() -> new IllegalStateException("There is no rule " + rule + "."));
        findings.add(new Finding(known.id(), known.severity(), message, Optional.of(at), Optional.of(known.spec())));
    }

    private void mend(List<Edit> edits) {
        if (!edits.isEmpty()) {
            fixes.add(new Fix(findings.getLast(), edits));
        }
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
