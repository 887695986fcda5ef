package io.spotcheck.desktop.source;

import io.spotcheck.desktop.session.Linting;
import io.spotcheck.desktop.source.SourceModel.Document;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** Where documents go that a person mends or edits. Used on the JavaFX thread. */
public interface Workshop {

    /** What becomes of a document that was changed. */
    enum Target {
        /** It is the tab's own document: it is replaced, and resolved again. */
        OWN,
        /** It is a file of this computer: the file is written, and resolved again. */
        FILE,
        /** It is somebody else's: a copy opens in a tab of its own. */
        COPY
    }

    /** What becomes of this document when it is changed. */
    Target targetOf(Document document);

    /** Keeps what became of a document, as {@link #targetOf} says. */
    void keep(Document document, String changed);

    /** Opens a copy of a document in a tab of its own, to be edited there. */
    void edit(Document document);

    /** The text of the tab's own document. */
    StringProperty draft();

    /** Whether the tab has a document of its own, which can be edited in place. */
    ObservableValue<Boolean> hasDraft();

    /** Whether it is being edited. */
    BooleanProperty editingProperty();

    /** What judges documents. */
    Linting linting();
}
