package io.spotcheck.desktop.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

/**
 * Everything that the window can be told to do, with its keys.
 *
 * @param all the commands, in the order in which they are offered
 */
record Commands(List<Command> all) {

    /** Copies the list. */
    Commands {
        all = List.copyOf(all);
    }

    /** Does one of them. */
    void run(String id) {
        find(id).ifPresent(c -> c.action().run());
    }

    /** The keys of one of them. */
    Optional<KeyCombination> keys(String id) {
        return find(id).flatMap(Command::keys);
    }

    /** What a tooltip says about one of them: its title and its keys. */
    String tip(String id) {
        return find(id).map(c -> c.keys().isEmpty() ? c.title() : c.title() + " (" + c.keysInWords() + ")")
                .orElse("");
    }

    /** Makes the keys work everywhere in a scene; something may be put away before. */
    void install(Scene scene, Runnable before) {
        for (Command command : all) {
            command.keys().ifPresent(keys -> scene.getAccelerators().put(keys, () -> {
                before.run();
                command.action().run();
            }));
        }
    }

    private Optional<Command> find(String id) {
        return all.stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
