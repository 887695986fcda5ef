package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Rule;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.protocol.vast.catalogue.VersionSet;
import io.spotcheck.resolution.Severity;

/**
 * A rule and the versions in which it matters less, because only the others forbid what it finds.
 *
 * @param rule   the rule
 * @param milder the versions in which it is a warning
 */
record VastRule(Rule rule, VersionSet milder) {

    VastRule(Rule rule) {
        this(rule, VersionSet.NONE);
    }

    Severity severity(VastVersion version) {
        return milder.contains(version) ? Severity.WARNING : rule.severity();
    }
}
