package io.spotcheck.cli;

import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Status;
import io.spotcheck.validation.ValidatedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what is wrong with documents: a line for each finding, as editors and CI read them, and a summary. */
final class ValidationText {

    private final Ink ink;

    ValidationText(Ink ink) {
        this.ink = ink;
    }

    List<String> lines(ValidatedDocument document) {
        return document.findings().stream().map(finding -> line(document, finding)).toList();
    }

    private String line(ValidatedDocument document, Finding finding) {
        Location place = finding.location().orElse(new Location(1, 1, ""));
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        return document.file() + ":" + place.line() + ":" + place.column() + " "
                + switch (finding.severity()) {
                    case ERROR -> ink.bad(severity);
                    case WARNING -> ink.doubtful(severity);
                    case INFO -> ink.dim(severity);
                }
                + " " + finding.rule() + " " + finding.message()
                + finding.spec().map(spec -> ink.dim(" (" + spec + ")")).orElse("");
    }

    String summary(List<ValidatedDocument> documents) {
        long valid = documents.stream().filter(ValidatedDocument::valid).count();
        int errors = count(documents, Severity.ERROR);
        int warnings = count(documents, Severity.WARNING);
        int infos = count(documents, Severity.INFO);
        var parts = new ArrayList<String>();
        parts.add(Messages.text("validate.files", documents.size()));
        parts.add(Messages.text("validate.valid", valid));
        if (errors > 0) {
            parts.add(ink.bad(Messages.text("verdict.errors", errors)));
        }
        if (warnings > 0) {
            parts.add(ink.doubtful(Messages.text("verdict.warnings", warnings)));
        }
        if (infos > 0) {
            parts.add(Messages.text("validate.info", infos));
        }
        Status status = errors > 0 ? Status.ERROR : warnings > 0 ? Status.WARNING : Status.OK;
        return ink.mark(status) + " " + String.join(ink.dim(" · "), parts);
    }

    private static int count(List<ValidatedDocument> documents, Severity severity) {
        return documents.stream().mapToInt(document -> document.count(severity)).sum();
    }
}
