package io.spotcheck.desktop.source;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.source.assist.CatalogueEntry;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.lint.Fix;
import io.spotcheck.resolution.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lines below a text: what was found in the current line, each with its fix, and what its element is. */
final class InfoStrip {

    private static final Messages TEXTS = Messages.of(InfoStrip.class);
    private static final int MOST_FINDINGS = 3;

    private final VBox findings = new VBox();
    private final Label element = new Label();
    private final Button more;
    private final HBox about;
    private final VBox root;

    /** A strip that tells when somebody wants to know more of the element. */
    InfoStrip(Runnable onMore) {
        more = SourceView.quiet(new Button(TEXTS.get("about.more")), TEXTS.get("about.more.hint"));
        more.setOnAction(_ -> onMore.run());
        element.getStyleClass().addAll("small", "muted");
        element.setId("element-about");
        element.setMinWidth(0);
        element.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(element, Priority.ALWAYS);
        about = new HBox(element, more);
        about.getStyleClass().add("info-line");
        root = new VBox(findings, about);
        root.getStyleClass().add("info-strip");
        describe(Optional.empty());
    }

    Node root() {
        return root;
    }

    /** Says what was found in the current line, and offers to mend what can be mended. */
    void show(List<Finding> here, Function<Finding, Optional<Fix>> fixes, String fixHint, Consumer<Fix> onFix) {
        var lines = new ArrayList<Node>();
        for (Finding finding : here.subList(0, Math.min(here.size(), MOST_FINDINGS))) {
            lines.add(line(finding, fixes.apply(finding), fixHint, onFix));
        }
        if (here.size() > MOST_FINDINGS) {
            var rest = new Label(TEXTS.get("findings.more", here.size() - MOST_FINDINGS));
            rest.getStyleClass().addAll("small", "muted");
            lines.add(rest);
        }
        findings.getChildren().setAll(lines);
        tell();
    }

    /** Says what the element is in which the caret stands. */
    void describe(Optional<CatalogueEntry> entry) {
        element.setText(entry.map(e -> e.title() + "  ·  " + e.brief() + "  ·  " + e.section()).orElse(""));
        element.setTooltip(entry.map(e -> Columns.tooltip(e.text())).orElse(null));
        about.setVisible(entry.isPresent());
        about.setManaged(entry.isPresent());
        tell();
    }

    private void tell() {
        boolean any = about.isVisible() || !findings.getChildren().isEmpty();
        root.setVisible(any);
        root.setManaged(any);
    }

    private static Node line(Finding finding, Optional<Fix> fix, String fixHint, Consumer<Fix> onFix) {
        Mark mark = Gutter.markOf(finding.severity());
        var shape = new Label(mark.shape());
        shape.getStyleClass().addAll("small", mark.styleClass());
        shape.setMinWidth(Region.USE_PREF_SIZE);
        var message = new Label(finding.message());
        message.getStyleClass().add("small");
        message.setMinWidth(0);
        message.setMaxWidth(Double.MAX_VALUE);
        message.setTooltip(Columns.tooltip(Gutter.sentence(finding)));
        HBox.setHgrow(message, Priority.ALWAYS);
        var line = new HBox(shape, message);
        line.getStyleClass().add("info-line");
        fix.ifPresent(f -> {
            var button = SourceView.quiet(new Button(TEXTS.get("fix")), fixHint);
            button.getStyleClass().add("fix");
            button.setOnAction(_ -> onFix.accept(f));
            line.getChildren().add(button);
        });
        return line;
    }
}
