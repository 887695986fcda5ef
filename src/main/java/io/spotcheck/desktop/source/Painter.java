package io.spotcheck.desktop.source;

import io.spotcheck.desktop.source.Hits.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.util.Subscription;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * Colours the paragraphs of a text that can be seen, and some around them: what is searched for lies over what the
 * tokens are. However long the text is, each stroke of it costs the same.
 */
final class Painter {

    private static final int AROUND = 40;
    private static final Collection<String> PLAIN = List.of();
    private static final Collection<String> FOUND = List.of("found");
    private static final Collection<String> CURRENT = List.of("found-current");

    private final CodeArea area;
    private final Subscription listening;
    private Optional<Layers> layers = Optional.empty();
    private Hits hits = Hits.NONE;
    private boolean asked;

    /** Where the paragraphs of an area lie in its text, and the coloured runs there. */
    interface Layers {

        /** The offset at which a paragraph begins. */
        int start(int paragraph);

        /** The coloured runs, in the order of the text. */
        List<Token> tokens();
    }

    Painter(CodeArea area) {
        this.area = area;
        var dirty = area.viewportDirtyEvents().subscribe(_ -> ask());
        listening = dirty::unsubscribe;
    }

    /** From now on the text has these runs. */
    void show(Layers now) {
        layers = Optional.of(now);
        paint();
    }

    /** The text changed, and nobody knows its runs yet: all keeps its colour. */
    void forget() {
        layers = Optional.empty();
        hits = Hits.NONE;
    }

    /** From now on this has been found. */
    void highlight(Hits now) {
        if (!now.equals(hits)) {
            hits = now;
            paint();
        }
    }

    void dispose() {
        listening.unsubscribe();
        layers = Optional.empty();
    }

    /** A text that is being laid out must not be changed: paints when that is done. */
    private void ask() {
        if (!asked) {
            asked = true;
            Platform.runLater(() -> {
                asked = false;
                paint();
            });
        }
    }

    private void paint() {
        if (layers.isEmpty() || area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        int count = area.getParagraphs().size();
        int first = Math.max(0, area.firstVisibleParToAllParIndex() - AROUND);
        int last = Math.min(count - 1, area.lastVisibleParToAllParIndex() + AROUND);
        for (int i = first; i <= last; i++) {
            int length = area.getParagraphLength(i);
            if (length > 0) {
                StyleSpans<Collection<String>> wanted = spans(layers.get(), layers.get().start(i), length);
                if (!wanted.equals(area.getParagraph(i).getStyleSpans())) {
                    area.setStyleSpans(i, 0, wanted);
                }
            }
        }
    }

    private StyleSpans<Collection<String>> spans(Layers now, int start, int length) {
        List<Token> tokens = now.tokens();
        StyleSpans<Collection<String>> base =
                StyledSource.spans(start, start + length, tokens, firstAfter(tokens, start));
        List<Hit> here = hits.within(start, start + length);
        return here.isEmpty() ? base : base.overlay(spans(here, start, length), Painter::both);
    }

    private StyleSpans<Collection<String>> spans(List<Hit> here, int start, int length) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (Hit hit : here) {
            int from = Math.max(at, hit.start() - start);
            int to = Math.min(length, hit.end() - start);
            if (from > at) {
                spans.add(PLAIN, from - at);
            }
            spans.add(hits.isCurrent(hit) ? CURRENT : FOUND, to - from);
            at = to;
        }
        if (at < length) {
            spans.add(PLAIN, length - at);
        }
        return spans.create();
    }

    private static Collection<String> both(Collection<String> below, Collection<String> over) {
        if (over.isEmpty()) {
            return below;
        }
        var all = new ArrayList<>(below);
        all.addAll(over);
        return List.copyOf(all);
    }

    private static int firstAfter(List<Token> tokens, int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
