package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.lint.LintReport;
import io.spotcheck.lint.Rule;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import io.spotcheck.protocol.openrtb.catalogue.Release.Family;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One walk over one document: its version, and what has been found so far. A document that stands in a text of another
 * has a pass of its own, which reports to the same list with the place of that text.
 */
final class RtbPass {

    private final RtbRules rules;
    private final Release openrtb;
    private final Release nativeAd;
    private final @Nullable JsonElement host;
    private final List<Finding> findings;

    private RtbPass(RtbRules rules, Release openrtb, Release nativeAd, @Nullable JsonElement host,
                    List<Finding> findings) {
        this.rules = rules;
        this.openrtb = openrtb;
        this.nativeAd = nativeAd;
        this.host = host;
        this.findings = findings;
    }

    /** A pass over a document of a release of OpenRTB, or over a native ad. */
    RtbPass(RtbRules rules, Release release) {
        this(rules, release.family() == Family.OPENRTB ? release : Release.LATEST_OPENRTB,
                release.family() == Family.NATIVE ? release : Release.LATEST_NATIVE, null, new ArrayList<>());
    }

    /** A pass over a native ad that is written in a text of this document. */
    RtbPass within(JsonElement text, Release nativeRelease) {
        return new RtbPass(rules, openrtb, nativeRelease, text, findings);
    }

    /** The release by which objects of a specification are judged. */
    Release release(Family family) {
        return family == Family.NATIVE ? nativeAd : openrtb;
    }

    /** Whether the document is judged by this release or a later one. */
    boolean isAtLeast(Release release) {
        return release(release.family()).isAtLeast(release);
    }

    void report(String rule, JsonElement at, String message) {
        Rule known = rules.rule(rule);
        add(known, at, message, known.spec());
    }

    /** Reports by the section of an object, for rules that hold in all of them. */
    void report(String rule, JsonElement at, String message, String spec) {
        add(rules.rule(rule), at, message, spec);
    }

    private void add(Rule rule, JsonElement at, String message, String spec) {
        Location place = at.location();
        if (host != null) {
            Location outer = host.location();
            place = new Location(outer.line(), outer.column(), outer.path() + place.path());
        }
        findings.add(new Finding(rule.id(), rule.severity(), message, Optional.of(place), Optional.of(spec)));
    }

    /** Takes over what the lint of a document in a text of this one has found. */
    void adopt(JsonElement text, Finding finding) {
        Location outer = text.location();
        String pointer = host == null ? outer.path() : host.pointer() + outer.path();
        Location base = host == null ? outer : host.location();
        Location inner = finding.location().orElse(new Location(1, 1, ""));
        String message = inner.line() > 1 ? "Line " + inner.line() + " of the markup: " + finding.message()
                : finding.message();
        findings.add(new Finding(finding.rule(), finding.severity(), message,
                Optional.of(new Location(base.line(), base.column(), pointer + inner.path())), finding.spec()));
    }

    /** What has been found, in the order of the document. */
    List<Finding> findings() {
        return LintReport.sorted(findings, List.of()).findings();
    }
}
