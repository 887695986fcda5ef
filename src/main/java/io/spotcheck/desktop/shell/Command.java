package io.spotcheck.desktop.shell;

import io.spotcheck.desktop.wording.Messages;
import java.util.Optional;
import javafx.scene.input.KeyCombination;

/**
 * Something that the window can be told to do.
 *
 * @param id     its name among the sentences
 * @param keys   the keys that do it
 * @param action what is done
 */
public record Command(String id, Optional<KeyCombination> keys, Runnable action) {

    /** A command with these keys, written as {@link KeyCombination#valueOf} reads them. */
    static Command of(String id, String keys, Runnable action) {
        return new Command(id, Optional.of(KeyCombination.valueOf(keys)), action);
    }

    /** A command without keys. */
    static Command of(String id, Runnable action) {
        return new Command(id, Optional.empty(), action);
    }

    /** What it is called. */
    public String title() {
        return Messages.text("command." + id);
    }

    /** Its keys in words, empty when it has none. */
    public String keysInWords() {
        return keys.map(KeyCombination::getDisplayText).orElse("");
    }
}
