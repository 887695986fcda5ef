package io.spotcheck.desktop.request;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A row of the extensions: what only one protocol understands, by name. */
public final class Extension {

    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty value = new SimpleStringProperty(this, "value", "");

    /** A row. */
    public Extension(String name, String value) {
        this.name.set(name);
        this.value.set(value);
    }

    /** Its name; a row without one is left out. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Its value as written: JSON, or plain text. */
    public StringProperty valueProperty() {
        return value;
    }
}
