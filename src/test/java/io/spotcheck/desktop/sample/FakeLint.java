package io.spotcheck.desktop.sample;

import io.spotcheck.desktop.session.LiveLint;
import io.spotcheck.lint.Fix;
import io.spotcheck.resolution.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A lint that says what a test wants. */
public final class FakeLint implements LiveLint {

    private final ReadOnlyObjectWrapper<Report> report = new ReadOnlyObjectWrapper<>(Report.none());

    /** Says this of a document. */
    public void say(int nodeId, List<Finding> findings, List<Fix> fixes) {
        report.set(new Report(Map.of(nodeId, new Linted(findings, fixes)), Optional.empty()));
    }

    @Override
    public ReadOnlyObjectProperty<Report> reportProperty() {
        return report.getReadOnlyProperty();
    }
}
