package io.spotcheck.desktop.session;

import io.spotcheck.lint.Fix;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/** What the lint says of the documents of a tab's answer. The property changes on the JavaFX thread. */
public interface LiveLint {

    /** What was said so far: nothing until the answer and its lint are there. */
    ReadOnlyObjectProperty<Report> reportProperty();

    /**
     * What was said.
     *
     * @param documents by the node of each document that has findings
     * @param problem   why the team's settings were not heeded
     */
    record Report(Map<Integer, Linted> documents, Optional<String> problem) {

        /** Copies the map. */
        public Report {
            documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
        }

        /** Nothing was said. */
        public static Report none() {
            return new Report(Map.of(), Optional.empty());
        }

        /** How many findings have this severity. */
        public int count(Severity severity) {
            return (int) documents.values().stream().flatMap(d -> d.findings().stream())
                    .filter(f -> f.severity() == severity).count();
        }

        /** What was said of a document. */
        public Optional<Linted> of(int nodeId) {
            return Optional.ofNullable(documents.get(nodeId));
        }
    }

    /**
     * What was said of one document.
     *
     * @param findings what is wrong with it
     * @param fixes    how some of that is mended
     */
    record Linted(List<Finding> findings, List<Fix> fixes) {

        /** Copies the lists. */
        public Linted {
            findings = List.copyOf(findings);
            fixes = List.copyOf(fixes);
        }

        /** How a finding is mended. */
        public Optional<Fix> fixOf(Finding finding) {
            return fixes.stream().filter(fix -> fix.finding().equals(finding)).findFirst();
        }
    }
}
