package io.spotcheck.desktop.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The workspace's environments, the one that is chosen, and where the sandbox listens. Used on the JavaFX thread. */
public final class EnvironmentModel {

    private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(this, "names", List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> sandbox =
            new ReadOnlyObjectWrapper<>(this, "sandbox", Optional.empty());

    /** The names of all environments. */
    public ReadOnlyObjectProperty<List<String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** The one whose values fill the variables. */
    public ReadOnlyObjectProperty<Optional<String>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The base URL of the sandbox, once it runs. */
    public ReadOnlyObjectProperty<Optional<String>> sandboxProperty() {
        return sandbox.getReadOnlyProperty();
    }

    /** Another workspace is open: these are its environments. */
    public void offer(List<String> all) {
        names.set(List.copyOf(all));
        chosen.set(chosen.get().filter(all::contains));
    }

    /** Chooses an environment, or none. */
    public void choose(Optional<String> name) {
        chosen.set(name);
    }

    /** The sandbox runs here. */
    public void sandboxStarted(String baseUrl) {
        sandbox.set(Optional.of(baseUrl));
    }
}
