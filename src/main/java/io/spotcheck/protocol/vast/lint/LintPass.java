package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One walk over one document: its version, its text, and what has been found so far. */
final class LintPass {

    private static final Comparator<Finding> DOCUMENT_ORDER = Comparator.comparing(f -> f.location().orElseThrow(),
            Comparator.comparingInt(Location::line).thenComparingInt(Location::column));

    private final VastRules rules;
    private final VastVersion version;
    private final String text;
    private final List<Finding> findings = new ArrayList<>();

    LintPass(VastRules rules, VastVersion version, String text) {
        this.rules = rules;
        this.version = version;
        this.text = text;
    }

    /** The version by which the document is judged. */
    VastVersion version() {
        return version;
    }

    boolean isAtLeast(VastVersion other) {
        return version.isAtLeast(other);
    }

    /** An element as it is written, with its tags. */
    String source(XmlElement element) {
        return text.substring(element.start(), Math.min(element.end(), text.length()));
    }

    void report(String rule, XmlElement at, String message) {
        VastRule known = rules.rule(rule);
        add(known, known.severity(version), at.location(), message);
    }

    void report(String rule, Location at, String message) {
        VastRule known = rules.rule(rule);
        add(known, known.severity(version), at, message);
    }

    private void add(VastRule rule, Severity severity, Location at, String message) {
        findings.add(new Finding(rule.rule().id(), severity, message, Optional.of(at),
                Optional.of(rule.rule().spec())));
    }

    /** What has been found, in the order of the document. */
    List<Finding> findings() {
        findings.sort(DOCUMENT_ORDER);
        return List.copyOf(findings);
    }
}
