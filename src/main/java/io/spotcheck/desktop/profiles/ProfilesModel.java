package io.spotcheck.desktop.profiles;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.session.Orchestrators;
import io.spotcheck.desktop.session.UiThread;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.workspace.Profile;
import io.spotcheck.workspace.ProfileFile;
import io.spotcheck.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** The workspace that is open, its saved tests, and what came of them. Files are read and written off the UI thread. */
public final class ProfilesModel {

    private static final int SIDE_BY_SIDE = 4;

    private final UiThread ui;
    private final Orchestrators orchestrators;
    private final ReadOnlyObjectWrapper<Optional<Workspace>> workspace =
            new ReadOnlyObjectWrapper<>(this, "workspace", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper(this, "pending", 0);
    private final ObservableList<ProfileFile> profiles = FXCollections.observableArrayList();
    private final ObservableMap<Path, Outcome> outcomes = FXCollections.observableHashMap();
    private final Semaphore turns = new Semaphore(SIDE_BY_SIDE, true);
    private List<Thread> runs = List.of();

    /** A model without a workspace. */
    public ProfilesModel(UiThread ui, Orchestrators orchestrators) {
        this.ui = ui;
        this.orchestrators = orchestrators;
    }

    /** The workspace that is open. */
    public ReadOnlyObjectProperty<Optional<Workspace>> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    /** What went wrong with the last file, in one sentence. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How many tests are still to end. */
    public ReadOnlyIntegerProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /** The saved tests, by group. */
    public ObservableList<ProfileFile> profiles() {
        return profiles;
    }

    /** What came of each test when it was last run, by file. */
    public ObservableMap<Path, Outcome> outcomes() {
        return outcomes;
    }

    /** How many of the tests that were run are as expected, and how many were run. */
    public String summary() {
        long ran = outcomes.values().stream().filter(o -> o.mark() != Mark.RUNNING).count();
        long well = outcomes.values().stream().filter(o -> o.mark() == Mark.OK || o.mark() == Mark.WARNING).count();
        return ran == 0 ? Messages.text("profiles.count", profiles.size())
                : Messages.text("profiles.summary", well, ran);
    }

    /**
     * Opens a folder as the workspace, or the workspace that a profile's file belongs to.
     *
     * @param named hears the profile when it was its file that was named
     */
    public void open(Path folderOrFile, Consumer<ProfileFile> named) {
        ui.check();
        inBackground(() -> {
            Workspace found = Workspace.containing(folderOrFile);
            return new Loaded(found, found.profiles());
        }, loaded -> {
            show(loaded);
            loaded.profiles().stream().filter(file -> isSame(file.file(), folderOrFile)).findFirst().ifPresent(named);
        });
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Looks at the files again. */
    public void reload() {
        ui.check();
        workspace.get().ifPresent(open -> inBackground(() -> new Loaded(open, open.profiles()), this::show));
    }

    /**
     * Saves a test.
     *
     * @param file  where it was before; a fresh file in the group when empty
     * @param saved hears the file as it is now
     */
    public void save(Optional<Path> file, String group, Profile profile, Consumer<ProfileFile> saved) {
        ui.check();
        workspace.get().ifPresentOrElse(open -> inBackground(() -> {
            Path target = file.orElseGet(() -> open.newFile(group, profile.name()));
            return open.save(target, profile);
        }, written -> {
            saved.accept(written);
            reload();
        }), () -> problem.set(Optional.of(Messages.text("profiles.none"))));
    }

    /** Runs all tests, a few side by side. */
    public void runAll() {
        run(List.copyOf(profiles));
    }

    /** Runs these tests. */
    public void run(List<ProfileFile> chosen) {
        ui.check();
        stop();
        pending.set(chosen.size());
        chosen.forEach(file -> outcomes.put(file.file(), Outcome.running()));
        runs = chosen.stream().map(file -> Thread.ofVirtual().name("test").unstarted(() -> test(file))).toList();
        runs.forEach(Thread::start);
    }

    /** Calls off the tests that still run. */
    public void stop() {
        ui.check();
        runs.forEach(Thread::interrupt);
        runs = List.of();
        outcomes.entrySet().removeIf(e -> e.getValue().mark() == Mark.RUNNING);
        pending.set(0);
    }

    /** Keeps what came of a test that was run in a tab. */
    public void note(ProfileFile file, AdResponse answer) {
        ui.check();
        file.profile().ifPresent(p -> outcomes.put(file.file(), Outcome.of(answer, p.expectation())));
    }

    private void test(ProfileFile file) {
        ui.checkNot();
        try {
            turns.acquire();
            try {
                Outcome outcome = outcome(file);
                Thread self = Thread.currentThread();
                ui.execute(() -> land(file, outcome, self));
            } finally {
                turns.release();
            }
        } catch (InterruptedException calledOff) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome outcome(ProfileFile file) {
        Optional<Profile> profile = file.profile();
        if (profile.isEmpty()) {
            return Outcome.broken(file.error().orElseGet(Mark.ERROR::word));
        }
        try {
            Orchestrators.Ready ready = orchestrators.forTest(profile.get(), file.folder());
            try (var orchestrator = ready.orchestrator()) {
                return Outcome.of(orchestrator.fetchAd(ready.request()), profile.get().expectation());
            }
        } catch (ConfigurationException wrong) {
            return Outcome.broken(wrong.getMessage());
        }
    }

    private void land(ProfileFile file, Outcome outcome, Thread by) {
        ui.check();
        if (runs.contains(by)) {
            outcomes.put(file.file(), outcome);
            pending.set(pending.get() - 1);
        }
    }

    private record Loaded(Workspace workspace, List<ProfileFile> profiles) {
    }

    private void show(Loaded loaded) {
        boolean other = workspace.get().filter(w -> w.folder().equals(loaded.workspace.folder())).isEmpty();
        if (other) {
            stop();
            outcomes.clear();
            workspace.set(Optional.of(loaded.workspace));
        }
        profiles.setAll(loaded.profiles);
    }

    private <T> void inBackground(Supplier<T> work, Consumer<T> then) {
        problem.set(Optional.empty());
        Thread.ofVirtual().name("workspace").start(() -> {
            ui.checkNot();
            try {
                T done = work.get();
                ui.execute(() -> then.accept(done));
            } catch (ConfigurationException | UncheckedIOException failed) {
                ui.execute(() -> problem.set(Optional.of(failed.getMessage())));
            }
        });
    }
}
