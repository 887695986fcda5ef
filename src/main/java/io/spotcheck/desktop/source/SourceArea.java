package io.spotcheck.desktop.source;

import io.spotcheck.desktop.source.Hits.Hit;
import io.spotcheck.desktop.source.SourceText.Place;
import io.spotcheck.desktop.source.SourceText.Position;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;

/** The text itself: coloured, with line numbers and marks in the gutter, the selected line on a ground of its own. */
final class SourceArea implements Searched {

    private static final Set<KeyCode> MOVES = Set.of(KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT,
            KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.HOME, KeyCode.END);
    private static final List<String> CURRENT = List.of("current-line");

    private final CodeArea area = new CodeArea();
    private final VirtualizedScrollPane<CodeArea> root = new VirtualizedScrollPane<>(area);
    private final Painter painter = new Painter(area);
    private BiConsumer<Integer, Integer> onPick = (_, _) -> { };
    private Optional<SourceText> text = Optional.empty();
    private Map<Integer, List<Finding>> findings = Map.of();
    private OptionalInt current = OptionalInt.empty();

    SourceArea() {
        area.getStyleClass().add("source");
        area.setEditable(false);
        // A caret that blinks where nobody types would repaint the window for ever.
        area.focusedProperty().subscribe(focused ->
                area.setShowCaret(focused ? CaretVisibility.ON : CaretVisibility.OFF));
        // Nothing is ever undone in a text that nobody can edit.
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setParagraphGraphicFactory(this::gutter);
        area.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getButton() == MouseButton.PRIMARY && area.getSelection().getLength() == 0) {
                pick();
            }
        });
        area.addEventHandler(KeyEvent.KEY_RELEASED, key -> {
            if (MOVES.contains(key.getCode()) && area.getSelection().getLength() == 0) {
                pick();
            }
        });
    }

    Region root() {
        return root;
    }

    BooleanProperty wrapProperty() {
        return area.wrapTextProperty();
    }

    /** Who hears the line and column, from 1, that a person chose. */
    void onPick(BiConsumer<Integer, Integer> listener) {
        onPick = listener;
    }

    Optional<SourceText> text() {
        return text;
    }

    void show(StyledSource styled) {
        painter.forget();
        current = OptionalInt.empty();
        text = Optional.of(styled.text());
        area.replace(0, area.getLength(), styled.document());
        area.moveTo(0);
        area.showParagraphAtTop(0);
        area.scrollXToPixel(0);
        painter.show(new Painter.Layers() {
            @Override
            public int start(int paragraph) {
                return styled.text().start(Math.min(paragraph, styled.text().paragraphs() - 1));
            }

            @Override
            public List<Token> tokens() {
                return styled.text().tokens();
            }
        });
    }

    void clear() {
        painter.forget();
        current = OptionalInt.empty();
        text = Optional.empty();
        area.clear();
    }

    /** Puts marks into the gutter. */
    void mark(Map<Integer, List<Finding>> byLine) {
        if (!findings.equals(byLine)) {
            findings = byLine;
            area.setParagraphGraphicFactory(this::gutter);
        }
    }

    /** Puts the line of a place on its own ground, and scrolls to it when it cannot be seen. */
    void reveal(Optional<Location> location) {
        current.ifPresent(paragraph -> ground(paragraph, List.of()));
        current = OptionalInt.empty();
        if (text.isPresent() && location.isPresent()) {
            Place place = text.get().place(location.get().line(), location.get().column());
            current = OptionalInt.of(place.paragraph());
            ground(place.paragraph(), CURRENT);
            if (area.getCurrentParagraph() != place.paragraph()) {
                area.moveTo(place.paragraph(), 0);
            }
            scrollTo(place.paragraph());
        }
    }

    @Override
    public String content() {
        return text.map(shown -> shown.source().text()).orElse("");
    }

    @Override
    public int selectionStart() {
        return text.map(shown -> shown.offset(caret())).orElse(0);
    }

    @Override
    public String selectedText() {
        return area.getSelectedText();
    }

    @Override
    public void select(Hit hit) {
        text.ifPresent(shown -> {
            Place start = shown.at(hit.start());
            Place end = shown.at(hit.end());
            area.selectRange(start.paragraph(), start.column(), end.paragraph(), end.column());
            scrollTo(start.paragraph());
            area.requestFollowCaret();
        });
    }

    @Override
    public void highlight(Hits hits) {
        painter.highlight(hits);
    }

    @Override
    public int lineCount() {
        return text.map(SourceText::lines).orElse(0);
    }

    @Override
    public void goTo(int line, int column) {
        text.ifPresent(shown -> {
            Place place = shown.place(line, column);
            area.moveTo(place.paragraph(), place.column());
            scrollTo(place.paragraph());
            pick();
        });
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /** The offset of the caret in the document's text. */
    int caretOffset() {
        return text.map(shown -> Math.min(shown.source().text().length(),
                shown.start(Math.min(area.getCurrentParagraph(), shown.paragraphs() - 1)) + area.getCaretColumn()))
                .orElse(0);
    }

    /** Where the caret is on the screen, when it can be seen. */
    Optional<Bounds> caretBounds() {
        return area.getCaretBounds();
    }

    /** Who hears that the caret moved. */
    Subscription onCaret(Runnable listener) {
        return area.caretPositionProperty().subscribe(_ -> listener.run());
    }

    /** The place of the caret, or where the selection begins. */
    Place caret() {
        var place = area.offsetToPosition(area.getSelection().getStart(),
                org.fxmisc.richtext.model.TwoDimensional.Bias.Forward);
        return new Place(place.getMajor(), place.getMinor());
    }

    /** The first line that can be seen, from 1; 0 when there is none. */
    int firstVisibleLine() {
        return text.isEmpty() || area.getVisibleParagraphs().isEmpty() ? 0
                : text.get().line(area.firstVisibleParToAllParIndex());
    }

    void dispose() {
        painter.dispose();
        area.dispose();
    }

    private void ground(int paragraph, Collection<String> style) {
        area.setParagraphStyle(paragraph, style);
        area.recreateParagraphGraphic(paragraph);
    }

    private void scrollTo(int paragraph) {
        boolean seen = area.getHeight() > 0 && !area.getVisibleParagraphs().isEmpty()
                && paragraph > area.firstVisibleParToAllParIndex() && paragraph < area.lastVisibleParToAllParIndex();
        if (!seen) {
            area.showParagraphAtCenter(paragraph);
        }
    }

    private void pick() {
        text.ifPresent(shown -> {
            Position position = shown.position(new Place(area.getCurrentParagraph(), area.getCaretColumn()));
            onPick.accept(position.line(), position.column());
        });
    }

    private Node gutter(int paragraph) {
        boolean isCurrent = current.equals(OptionalInt.of(paragraph));
        Optional<SourceText> shown = text.filter(t -> paragraph < t.paragraphs());
        if (shown.isEmpty()) {
            return Gutter.of("", 1, List.of(), isCurrent);
        }
        boolean continues = shown.get().continues(paragraph);
        int line = shown.get().line(paragraph);
        return Gutter.of(continues ? "↪" : String.valueOf(line), shown.get().lines(),
                continues ? List.of() : findings.getOrDefault(line, List.of()), isCurrent);
    }
}
