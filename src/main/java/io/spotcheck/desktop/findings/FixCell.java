package io.spotcheck.desktop.findings;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.findings.FindingsModel.Group;
import io.spotcheck.desktop.findings.FindingsModel.Line;
import io.spotcheck.desktop.wording.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** The button that mends what was found, where the lint can: one finding, or all of a rule. */
final class FixCell extends TableCell<Line, Line> {

    private static final Messages TEXTS = Messages.of(FixCell.class);

    private final FindingsModel model;
    private final Button button = new Button();

    FixCell(FindingsModel model) {
        this.model = model;
        button.getStyleClass().addAll("quiet", "small", "fix");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setTooltip(Columns.tooltip(TEXTS.get("fix.hint")));
        button.setOnAction(_ -> model.fix(getItem()));
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        int fixable = empty || line == null ? 0 : model.fixable(line);
        button.setText(line instanceof Group && fixable > 1 ? TEXTS.get("fix.all", fixable) : TEXTS.get("fix"));
        setGraphic(fixable == 0 ? null : button);
    }
}
