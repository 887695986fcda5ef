package io.spotcheck.desktop.source;

import io.spotcheck.desktop.wording.Messages;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** Where a person says to which line of the text to go. */
final class LineBar {

    private static final Messages TEXTS = Messages.of(LineBar.class);
    private static final Pattern PLACE = Pattern.compile("\\s*(\\d{1,9})\\s*(?:[:,]\\s*(\\d{1,9})\\s*)?");
    private static final double FIELD_WIDTH = 112;

    private final Supplier<Searched> area;
    private final TextField line = new TextField();
    private final Label range = new Label();
    private final HBox root;

    /**
     * A place as somebody wrote it.
     *
     * @param line   from 1
     * @param column from 1
     */
    record Place(int line, int column) {

        /** Reads {@code 12} or {@code 12:5}. */
        static Optional<Place> parse(String written) {
            Matcher matcher = PLACE.matcher(written);
            return matcher.matches() ? Optional.of(new Place(Math.max(1, Integer.parseInt(matcher.group(1))),
                    matcher.group(2) == null ? 1 : Math.max(1, Integer.parseInt(matcher.group(2)))))
                    : Optional.empty();
        }
    }

    LineBar(Supplier<Searched> area) {
        this.area = area;
        var title = new Label(TEXTS.get("line"));
        title.getStyleClass().addAll("small", "muted");
        title.setMinWidth(Label.USE_PREF_SIZE);
        title.setLabelFor(line);
        line.setId("go-to-line");
        line.setPromptText(TEXTS.get("line.prompt"));
        line.setPrefWidth(FIELD_WIDTH);
        line.setMinWidth(FIELD_WIDTH);
        range.getStyleClass().addAll("small", "muted");
        range.setMinWidth(0);
        root = new HBox(title, line, range);
        root.getStyleClass().addAll("pane-bar", "find-bar");
        root.setVisible(false);
        root.managedProperty().bind(root.visibleProperty());
        line.textProperty().subscribe((_, _) -> tell());
        line.focusedProperty().subscribe((was, now) -> {
            if (was && !now) {
                root.setVisible(false);
            }
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    Node root() {
        return root;
    }

    void open() {
        line.clear();
        tell();
        root.setVisible(true);
        line.requestFocus();
    }

    private void keyPressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            Place.parse(line.getText()).ifPresent(place -> {
                area.get().goTo(place.line(), place.column());
                area.get().requestFocus();
            });
        } else if (key.getCode() == KeyCode.ESCAPE) {
            area.get().requestFocus();
        } else {
            return;
        }
        key.consume();
    }

    private void tell() {
        boolean wrong = !line.getText().isBlank() && Place.parse(line.getText()).isEmpty();
        range.setText(wrong ? TEXTS.get("line.wrong") : TEXTS.get("line.range", area.get().lineCount()));
    }
}
