package io.spotcheck.desktop.source;

import io.spotcheck.desktop.session.Linting;
import io.spotcheck.lint.Correction;
import io.spotcheck.lint.Edit;
import io.spotcheck.lint.Fix;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Source.Syntax;
import io.spotcheck.validation.ValidatedDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/** A document that is being edited, and what the lint says of it as it is now. Line ends are line feeds. */
public final class EditorModel {

    /** Longer lines take longer to lay out than anybody waits for a letter. */
    static final int LONGEST_LINE = 8_000;

    /** What a document is called that has no name yet. */
    private static final String NAME = "edited";

    private final StringProperty draft;
    private final Linting linting;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ReadOnlyBooleanWrapper unwieldy = new ReadOnlyBooleanWrapper(this, "unwieldy", false);
    private final ReadOnlyObjectWrapper<Optional<ValidatedDocument>> judged =
            new ReadOnlyObjectWrapper<>(this, "judged", Optional.empty());
    private final Subscription listening;
    private String judgedText = "";
    /** Every move of the caret asks for them. */
    private Map<Integer, List<Finding>> sorted = Map.of();
    private Optional<ValidatedDocument> sortedOf = Optional.empty();

    /** An editor of this text. */
    public EditorModel(StringProperty draft, Linting linting) {
        this.draft = draft;
        this.linting = linting;
        listening = draft.subscribe(now -> {
            String bare = normal(now);
            if (!bare.equals(text.get())) {
                take(bare);
            }
        });
    }

    /** The text as it is now. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What the lint said last. */
    public ReadOnlyObjectProperty<Optional<ValidatedDocument>> judgedProperty() {
        return judged.getReadOnlyProperty();
    }

    /** What it is written in. */
    public Syntax syntax() {
        String start = text.get().stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? Syntax.JSON : Syntax.XML;
    }

    /** Somebody wrote: this is the text now. */
    public void edited(String now) {
        take(now);
        draft.set(now);
    }

    /** Whether a line is too long to be edited. Changes before the text does. */
    public ReadOnlyBooleanProperty unwieldyProperty() {
        return unwieldy.getReadOnlyProperty();
    }

    /** Puts every element or member on a line of its own. */
    public void breakLines() {
        edited(LineBreaks.in(text.get(), syntax()));
    }

    private void take(String now) {
        unwieldy.set(hasLongLine(now));
        text.set(now);
    }

    private static boolean hasLongLine(String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            if (end - start > LONGEST_LINE) {
                return true;
            }
            start = end + 1;
        }
        return text.length() - start > LONGEST_LINE;
    }

    /** Has the text judged as it is now, in the background. */
    public void check() {
        String now = text.get();
        if (now.isBlank()) {
            judgedText = now;
            judged.set(Optional.empty());
            return;
        }
        if (now.equals(judgedText) && judged.get().isPresent()) {
            return;
        }
        linting.judge(NAME, now, document -> {
            // What is said of a text that is gone would point to wrong places.
            if (now.equals(text.get())) {
                judgedText = now;
                judged.set(Optional.of(document));
            }
        });
    }

    /** What was found, by line, the most severe first. */
    public Map<Integer, List<Finding>> findings() {
        if (sortedOf != judged.get()) {
            sortedOf = judged.get();
            sorted = sort();
        }
        return sorted;
    }

    private Map<Integer, List<Finding>> sort() {
        var byLine = new TreeMap<Integer, List<Finding>>();
        judged.get().stream().flatMap(d -> d.findings().stream()).forEach(finding ->
                finding.location().ifPresent(l -> byLine.computeIfAbsent(l.line(), _ -> new ArrayList<>())
                        .add(finding)));
        byLine.values().forEach(list -> list.sort(Comparator.comparing(Finding::severity)));
        return Collections.unmodifiableMap(byLine);
    }

    /** How a finding is mended in the text as it is now. */
    public Optional<Fix> fixOf(Finding finding) {
        return fixes().stream().filter(fix -> fix.finding().equals(finding)).findFirst();
    }

    /** What can be mended in the text as it is now; nothing while it has not been judged. */
    public List<Fix> fixes() {
        return judgedText.equals(text.get()) ? judged.get().map(ValidatedDocument::fixes).orElse(List.of()) : List.of();
    }

    /** The edits that mend these, in the order of the text. */
    public List<Edit> editsOf(List<Fix> fixes) {
        return Correction.of(text.get(), fixes).edits();
    }

    /** Ends all listening. */
    public void dispose() {
        listening.unsubscribe();
    }

    private static String normal(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
