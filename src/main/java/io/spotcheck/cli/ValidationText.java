package io.spotcheck.cli;

import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Status;
import io.spotcheck.validation.CorrectedText;
import io.spotcheck.validation.ValidatedDocument;
import io.spotcheck.workspace.AnswerWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells what is wrong with documents: a line for each finding, as editors and CI read them, and a summary. */
final class ValidationText {

    private final Ink ink;

    ValidationText(Ink ink) {
        this.ink = ink;
    }

    /** What was mended, with the places before, then what is left. */
    List<String> lines(CorrectedText document, boolean dryRun) {
        String file = document.left().file();
        String mended = ink.good(Messages.text(dryRun ? "validate.fixable" : "validate.fixed"));
        return Stream.concat(document.fixed().stream().map(finding -> line(file, finding, mended)),
                document.left().findings().stream().map(finding -> line(file, finding, severity(finding)))).toList();
    }

    private String severity(Finding finding) {
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        return switch (finding.severity()) {
            case ERROR -> ink.bad(severity);
            case WARNING -> ink.doubtful(severity);
            case INFO -> ink.dim(severity);
        };
    }

    private String line(String file, Finding finding, String kind) {
        Location place = finding.location().orElse(new Location(1, 1, ""));
        return file + ":" + place.line() + ":" + place.column() + " " + kind + " " + finding.rule() + " "
                + finding.message() + finding.spec().map(spec -> ink.dim(" (" + spec + ")")).orElse("");
    }

    String summary(List<CorrectedText> corrected, boolean dryRun) {
        List<ValidatedDocument> documents = corrected.stream().map(CorrectedText::left).toList();
        int fixed = corrected.stream().mapToInt(document -> document.fixed().size()).sum();
        long valid = documents.stream().filter(ValidatedDocument::valid).count();
        int errors = count(documents, Severity.ERROR);
        int warnings = count(documents, Severity.WARNING);
        int infos = count(documents, Severity.INFO);
        var parts = new ArrayList<String>();
        parts.add(Messages.text("validate.files", documents.size()));
        parts.add(Messages.text("validate.valid", valid));
        if (fixed > 0) {
            parts.add(ink.good(Messages.text(dryRun ? "validate.fixable.count" : "validate.fixed.count", fixed)));
        }
        if (errors > 0) {
            parts.add(ink.bad(AnswerWords.errors(errors)));
        }
        if (warnings > 0) {
            parts.add(ink.doubtful(AnswerWords.warnings(warnings)));
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
