package io.spotcheck.desktop.session;

import io.spotcheck.lint.LintSettings;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.validation.CorrectedText;
import io.spotcheck.validation.DocumentValidator;
import io.spotcheck.validation.LintSettingsFile;
import io.spotcheck.validation.ValidatedDocument;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Judges documents as the team's settings say, on threads that may take their time. */
public final class Linting {

    private final DocumentValidator validator = new DocumentValidator();
    private final UiThread ui;
    private final Supplier<Optional<Path>> workspace;

    /**
     * A judge.
     *
     * @param workspace the file or folder whose workspace says how seriously the rules are taken; called on the JavaFX
     *                  thread
     */
    public Linting(UiThread ui, Supplier<Optional<Path>> workspace) {
        this.ui = ui;
        this.workspace = workspace;
    }

    /** Judges a document; the answer comes on the JavaFX thread. */
    public void judge(String name, String text, Consumer<ValidatedDocument> then) {
        work(judge -> judge.of(name, text), then);
    }

    /** Mends everything mechanical in a document; the answer comes on the JavaFX thread. */
    public void correct(String name, String text, Consumer<CorrectedText> then) {
        work(judge -> judge.corrected(name, text), then);
    }

    /** Does something with documents on a thread of its own; the answer comes on the JavaFX thread. */
    <T> void work(Function<Judge, T> work, Consumer<T> then) {
        ui.check();
        Optional<Path> around = workspace.get();
        Thread.ofVirtual().name("lint").start(() -> {
            ui.checkNot();
            T done = work.apply(judgeFor(around));
            ui.execute(() -> then.accept(done));
        });
    }

    private Judge judgeFor(Optional<Path> around) {
        try {
            return new Judge(validator, around.map(LintSettingsFile::around).orElse(LintSettings.standard()),
                    Optional.empty());
        } catch (ConfigurationException wrong) {
            return new Judge(validator, LintSettings.standard(), Optional.of(wrong.getMessage()));
        }
    }

    /**
     * The validator with the team's settings.
     *
     * @param validator what judges
     * @param settings  how seriously the rules are taken
     * @param problem   why the settings are not the team's
     */
    record Judge(DocumentValidator validator, LintSettings settings, Optional<String> problem) {

        ValidatedDocument of(String name, String text) {
            return validator.validate(name, text, settings);
        }

        CorrectedText corrected(String name, String text) {
            return validator.correct(name, text, settings);
        }
    }
}
