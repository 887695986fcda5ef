package io.spotcheck.desktop.sample;

import io.spotcheck.desktop.session.Linting;
import io.spotcheck.desktop.session.UiThread;
import io.spotcheck.desktop.source.SourceModel.Document;
import io.spotcheck.desktop.source.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** A workshop that writes down what was kept. */
public final class FakeWorkshop implements Workshop {

    /** The texts that were kept, in order. */
    public final List<String> kept = new ArrayList<>();
    /** The documents of which a copy was to be edited. */
    public final List<Document> copied = new ArrayList<>();
    /** Whether the tab has a document of its own. */
    public final BooleanProperty ownsOne = new SimpleBooleanProperty(false);
    /** What becomes of every document. */
    public Target target = Target.COPY;

    private final StringProperty draft = new SimpleStringProperty("");
    private final BooleanProperty editing = new SimpleBooleanProperty(false);
    private final Linting linting;

    /** A workshop on the JavaFX thread. */
    public FakeWorkshop() {
        this(UiThread.javaFx());
    }

    /** A workshop on this thread. */
    public FakeWorkshop(UiThread ui) {
        linting = new Linting(ui, Optional::empty);
    }

    @Override
    public Target targetOf(Document document) {
        return target;
    }

    @Override
    public void keep(Document document, String changed) {
        kept.add(changed);
    }

    @Override
    public void edit(Document document) {
        copied.add(document);
    }

    @Override
    public StringProperty draft() {
        return draft;
    }

    @Override
    public ObservableValue<Boolean> hasDraft() {
        return ownsOne;
    }

    @Override
    public BooleanProperty editingProperty() {
        return editing;
    }

    @Override
    public Linting linting() {
        return linting;
    }
}
