package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Rule;
import io.spotcheck.lint.RuleBook;
import io.spotcheck.resolution.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes the rules as a page for people. */
final class RulesDocument {

    private RulesDocument() {
    }

    static String write(RuleBook book) {
        var text = new StringBuilder("""
                # Rules

                What `spotcheck validate` looks for: %d rules. This page is made from the data of the rules (the rules
                and the catalogue of each protocol in `src/main/resources/io/spotcheck/protocol`) by
                `RulesDocumentTest`; change the data, not the page.

                An **error** is what the specification forbids for the version that the document declares. What only
                trips players or bidders, or looks careless, is a **warning** or an **info**. Where the text of the
                specification and the schema of a version differ, the text decides; where only the text of
                VAST requires something, it is a warning in the versions whose schema does not.

                The rules `ORTB-PAIR-…` and `NATIVE-PAIR-…` compare a response with the request that it answers
                (`validate --request REQUEST.json RESPONSE.json`).

                A team changes the level of a rule, switches it off, or lives with a finding in the file `lint.yaml` of
                its workspace, or in the one that `--settings` names:

                ```yaml
                rules:
                  VAST-URL-NOT-HTTPS: warning        # error, warning, info or off
                suppressions:
                  - rule: VAST-MEDIAFILE-FLASH
                    path: /VAST/Ad[2]                # this element and all below it; everywhere when left out
                    reason: The set-top boxes of one partner still play it.
                ```
                """.formatted(book.rules().size()));
        for (Severity severity : Severity.values()) {
            List<Rule> rules = book.rules().stream().filter(r -> r.severity() == severity)
                    .sorted(Comparator.comparing(Rule::id)).toList();
            text.append("\n## ").append(title(severity)).append(" (").append(rules.size()).append(")\n\n")
                    .append("| rule | finds | why | section |\n|---|---|---|---|\n");
            rules.forEach(rule -> text.append("| `").append(rule.id()).append("` | ").append(cell(rule.title()))
                    .append(" | ").append(cell(rule.why())).append(rule.note().isEmpty() ? "" : " ")
                    .append(cell(rule.note())).append(" | ").append(rule.spec()).append(" |\n"));
        }
        return text.toString();
    }

    private static String title(Severity severity) {
        String name = severity.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
