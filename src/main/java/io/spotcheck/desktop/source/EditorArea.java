package io.spotcheck.desktop.source;

import io.spotcheck.desktop.session.UiThread;
import io.spotcheck.desktop.source.Hits.Hit;
import io.spotcheck.desktop.source.assist.Completion;
import io.spotcheck.desktop.source.assist.Proposal;
import io.spotcheck.lint.Edit;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/** The text of a document that is being edited: coloured and judged a moment after each change, completed on demand. */
final class EditorArea implements Searched {

    /** Keys of completion, as in every editor. */
    static final KeyCombination COMPLETE = new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);

    private static final Pattern INDENT = Pattern.compile("^[ \\t]*");

    private final EditorModel model;
    private final UiThread ui = UiThread.javaFx();
    private final CodeArea area = new CodeArea();
    private final VirtualizedScrollPane<CodeArea> root = new VirtualizedScrollPane<>(area);
    private final Painter painter = new Painter(area);
    private final PauseTransition colouring = new PauseTransition(Duration.millis(60));
    private final PauseTransition judging = new PauseTransition(Duration.millis(350));
    private final ProposalList proposals = new ProposalList(this::take);
    private final Subscription listening;
    private Map<Integer, List<Finding>> findings = Map.of();
    private Runnable onColoured = () -> { };
    private boolean loading;
    private boolean writing;

    EditorArea(EditorModel model) {
        this.model = model;
        area.getStyleClass().addAll("source", "editor");
        area.setId("editor");
        area.setParagraphGraphicFactory(this::gutter);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                proposals.hide();
            }
        });
        colouring.setOnFinished(_ -> colour());
        judging.setOnFinished(_ -> model.check());
        listening = Subscription.combine(
                model.textProperty().subscribe(this::load),
                area.textProperty().subscribe((_, now) -> changed(now)),
                model.judgedProperty().subscribe(_ -> mark()));
    }

    Region root() {
        return root;
    }

    /** The list of what can be written; lies over the text while it is open. */
    ProposalList proposals() {
        return proposals;
    }

    BooleanProperty wrapProperty() {
        return area.wrapTextProperty();
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    @Override
    public String content() {
        return area.getText();
    }

    @Override
    public int selectionStart() {
        return area.getSelection().getStart();
    }

    @Override
    public String selectedText() {
        return area.getSelectedText();
    }

    @Override
    public void select(Hit hit) {
        if (hit.end() <= area.getLength()) {
            area.selectRange(hit.start(), hit.end());
            show(area.getCurrentParagraph());
        }
    }

    @Override
    public void highlight(Hits hits) {
        painter.highlight(hits);
    }

    @Override
    public int lineCount() {
        return area.getParagraphs().size();
    }

    @Override
    public void goTo(int line, int column) {
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, Math.clamp(column - 1L, 0, area.getParagraphLength(paragraph)));
        show(paragraph);
    }

    /** Who hears that the text is another one, a moment after somebody wrote. */
    void onColoured(Runnable listener) {
        onColoured = listener;
    }

    /** The offset of the caret. */
    int caretOffset() {
        return area.getCaretPosition();
    }

    /** The caret's line, from 1. */
    int caretLine() {
        return area.getCurrentParagraph() + 1;
    }

    Optional<Bounds> caretBounds() {
        return area.getCaretBounds();
    }

    Subscription onCaret(Runnable listener) {
        return area.caretPositionProperty().subscribe(_ -> listener.run());
    }

    /** Puts the caret to a place and scrolls there, unless it is in that line already. */
    void reveal(Location place) {
        if (area.getCurrentParagraph() != Math.min(place.line(), area.getParagraphs().size()) - 1) {
            goTo(place.line(), place.column());
        }
    }

    private void show(int paragraph) {
        boolean seen = !area.getVisibleParagraphs().isEmpty() && paragraph > area.firstVisibleParToAllParIndex()
                && paragraph < area.lastVisibleParToAllParIndex();
        if (!seen && area.getHeight() > 0) {
            area.showParagraphAtCenter(paragraph);
        }
        area.requestFollowCaret();
    }

    /** Makes edits, which can be taken back together. */
    void apply(List<Edit> edits) {
        if (edits.isEmpty()) {
            return;
        }
        // One change, however many edits: it is laid out and judged once, and taken back at once.
        int from = edits.getFirst().start();
        int to = edits.getLast().end();
        int caret = area.getCaretPosition();
        int top = area.getVisibleParagraphs().isEmpty() ? 0 : area.firstVisibleParToAllParIndex();
        var mended = new StringBuilder(area.getText(from, to));
        int moved = caret;
        for (Edit edit : edits.reversed()) {
            mended.replace(edit.start() - from, edit.end() - from, edit.text());
            moved += edit.end() <= caret ? edit.text().length() - (edit.end() - edit.start()) : 0;
        }
        area.replaceText(from, to, mended.toString());
        area.moveTo(Math.clamp(moved, 0, area.getLength()));
        if (edits.size() > 1) {
            area.showParagraphAtTop(Math.min(top, area.getParagraphs().size() - 1));
        }
    }

    void dispose() {
        listening.unsubscribe();
        colouring.stop();
        judging.stop();
        painter.dispose();
        area.dispose();
    }

    private void load(String all) {
        // A line that nobody can edit would only be laid out, for minutes.
        String text = model.unwieldyProperty().get() ? "" : all;
        if (writing) {
            // An area that is telling of a change takes no other one.
            if (!text.equals(all)) {
                Platform.runLater(() -> load(model.textProperty().get()));
            }
            return;
        }
        if (!area.getText().equals(text)) {
            loading = true;
            area.replaceText(text);
            area.getUndoManager().forgetHistory();
            area.moveTo(0);
            area.showParagraphAtTop(0);
            loading = false;
        }
    }

    private void changed(String now) {
        if (loading && now.isEmpty()) {
            return;
        }
        painter.forget();
        if (!loading) {
            writing = true;
            model.edited(now);
            writing = false;
        }
        colouring.playFromStart();
        judging.playFromStart();
        if (proposals.isOpen()) {
            complete();
        }
    }

    private void colour() {
        String now = area.getText();
        var tokenizer = Tokenizer.of(model.syntax());
        Thread.ofVirtual().name("highlight").start(() -> {
            ui.checkNot();
            List<Token> tokens = tokenizer.tokens(now);
            ui.execute(() -> {
                if (now.equals(area.getText())) {
                    paint(tokens);
                    onColoured.run();
                }
            });
        });
    }

    private void paint(List<Token> found) {
        painter.show(new Painter.Layers() {
            @Override
            public int start(int paragraph) {
                return area.getAbsolutePosition(paragraph, 0);
            }

            @Override
            public List<Token> tokens() {
                return found;
            }
        });
    }

    private void mark() {
        Map<Integer, List<Finding>> now = model.findings();
        if (!now.equals(findings)) {
            findings = now;
            area.setParagraphGraphicFactory(this::gutter);
        }
    }

    private Node gutter(int paragraph) {
        return Gutter.of(String.valueOf(paragraph + 1), area.getParagraphs().size(),
                findings.getOrDefault(paragraph + 1, List.of()), false);
    }

    private void keyPressed(KeyEvent key) {
        if (COMPLETE.match(key)) {
            complete();
        } else if (proposals.isOpen() && proposals.handles(key.getCode())) {
            proposals.press(key.getCode());
        } else if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && !key.isShiftDown()) {
            // A new line begins where the line above did.
            Matcher indent = INDENT.matcher(area.getParagraph(area.getCurrentParagraph()).getText());
            area.replaceSelection("\n" + (indent.find() ? indent.group() : ""));
            area.requestFollowCaret();
        } else if (key.getCode() == KeyCode.TAB && !key.isShiftDown() && !key.isControlDown()) {
            area.replaceSelection("  ");
        } else {
            return;
        }
        key.consume();
    }

    /** Offers what can be written at the caret. */
    void complete() {
        List<Proposal> found = Completion.at(area.getText(), area.getCaretPosition());
        proposals.show(found, area.getCaretBounds());
    }

    private void take(Proposal chosen) {
        proposals.hide();
        area.replaceText(chosen.from(), chosen.to(), chosen.insert());
        area.moveTo(chosen.from() + chosen.caret());
        area.requestFollowCaret();
        area.requestFocus();
    }
}
