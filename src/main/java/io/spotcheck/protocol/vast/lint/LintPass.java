package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Edit;
import io.spotcheck.lint.Fix;
import io.spotcheck.lint.LintReport;
import io.spotcheck.lint.MarkupEdits;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlMarkup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One walk over one document: its version, its text, and what has been found so far. */
final class LintPass {

    private final VastRules rules;
    private final VastVersion version;
    private final String text;
    private final boolean mild;
    private final List<Finding> findings;
    private final Optional<List<Fix>> fixes;
    /** The last host with which nothing was wrong: most addresses of a document have the same. */
    private String soundHost = "\0";

    /**
     * A new walk.
     *
     * @param mends whether fixes are wanted, which take time
     */
    LintPass(VastRules rules, VastVersion version, String text, boolean mends) {
        this(rules, version, text, false, new ArrayList<>(),
                mends ? Optional.of(new ArrayList<>()) : Optional.empty());
    }

    private LintPass(VastRules rules, VastVersion version, String text, boolean mild, List<Finding> findings,
                     Optional<List<Fix>> fixes) {
        this.rules = rules;
        this.version = version;
        this.text = text;
        this.mild = mild;
        this.findings = findings;
        this.fixes = fixes;
    }

    /** This walk inside of an extension: judged by that version at least, and never an error of the document. */
    LintPass inExtension(VastVersion least) {
        return new LintPass(rules, version.isAtLeast(least) ? version : least, text, true, findings, fixes);
    }

    /** The version by which the document is judged. */
    VastVersion version() {
        return version;
    }

    boolean isAtLeast(VastVersion other) {
        return version.isAtLeast(other);
    }

    void report(String rule, XmlElement at, String message) {
        report(rule, at.location(), message);
    }

    void report(String rule, XmlElement at, String message, Mending mending) {
        report(rule, at, message);
        fixes.ifPresent(wanted -> mend(mending.edits(edits(at)), wanted));
    }

    /** Reports at an attribute that is there. */
    void reportAt(String rule, XmlElement element, String attribute, String message) {
        report(rule, markup(element).location(attribute).orElseGet(element::location), message);
    }

    void reportAt(String rule, XmlElement element, String attribute, String message, Mending mending) {
        reportAt(rule, element, attribute, message);
        fixes.ifPresent(wanted -> mend(mending.edits(edits(element)), wanted));
    }

    /** Whether the address has the last host with which nothing was wrong. */
    boolean isSound(String url, int hostStart) {
        int end = hostStart + soundHost.length();
        return url.startsWith(soundHost, hostStart)
                && (end == url.length() || url.charAt(end) == '/' || url.charAt(end) == '?');
    }

    void sound(String host) {
        soundHost = host;
    }

    /** How an element is written. */
    XmlMarkup markup(XmlElement element) {
        return XmlMarkup.of(element, text);
    }

    /** The text of the document. */
    String text() {
        return text;
    }

    MarkupEdits edits(XmlElement element) {
        return new MarkupEdits(element, text);
    }

    void report(String rule, Location at, String message) {
        VastRule known = rules.rule(rule);
        Severity severity = known.severity(version);
        findings.add(new Finding(rule, mild && severity == Severity.ERROR ? Severity.WARNING : severity, message,
                Optional.of(at), Optional.of(known.rule().spec())));
    }

    void report(String rule, Location at, String message, List<Edit> edits) {
        report(rule, at, message);
        fixes.ifPresent(wanted -> mend(edits, wanted));
    }

    private void mend(List<Edit> edits, List<Fix> wanted) {
        if (!edits.isEmpty()) {
            wanted.add(new Fix(findings.getLast(), edits));
        }
    }

    /** What has been found, in the order of the document. */
    List<Finding> findings() {
        return LintReport.sorted(findings, List.of()).findings();
    }

    /** What has been found, and how it is mended. */
    LintReport report() {
        return LintReport.sorted(findings, fixes.orElse(List.of()));
    }
}
