package io.spotcheck.desktop.shell;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.desktop.request.RequestModel;
import io.spotcheck.desktop.session.BeaconLog;
import io.spotcheck.desktop.session.DocumentLint;
import io.spotcheck.desktop.session.History;
import io.spotcheck.desktop.session.LiveResolution.Phase;
import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.session.Orchestrators;
import io.spotcheck.desktop.session.RunningResolution;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.desktop.session.Verdict;
import io.spotcheck.desktop.wording.Shortened;
import io.spotcheck.orchestrator.Freshness;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamType;
import io.spotcheck.resolution.Location;
import io.spotcheck.workspace.Profile;
import io.spotcheck.workspace.ProfileFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/** One tab: a request, its resolution, what is selected, its beacons, and the file it came from. */
public final class TabModel {

    private static final int TITLE_CHARACTERS = 24;

    private final RequestModel request;
    private final RunningResolution resolution;
    private final Selection selection = new Selection();
    private final BeaconLog beacons;
    private final DocumentLint lint;
    private final Orchestrators orchestrators;
    private final BiConsumer<ProfileFile, AdResponse> onTested;
    private final ObjectProperty<Optional<ProfileFile>> file =
            new SimpleObjectProperty<>(this, "file", Optional.empty());
    private final BooleanProperty editing = new SimpleBooleanProperty(this, "editing");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(this, "verdict");
    private final Subscription listening;
    private boolean recalling;

    /**
     * A tab.
     *
     * @param onTested hears the answers to a request as its profile has it
     */
    public TabModel(RequestModel request, RunningResolution resolution, BeaconLog beacons, DocumentLint lint,
                    Orchestrators orchestrators, BiConsumer<ProfileFile, AdResponse> onTested) {
        this.request = request;
        this.resolution = resolution;
        this.beacons = beacons;
        this.lint = lint;
        this.orchestrators = orchestrators;
        this.onTested = onTested;
        listening = Subscription.combine(
                resolution.phaseProperty().subscribe(this::phaseChanged),
                resolution.resolutionProperty().subscribe(_ -> judge()),
                lint.reportProperty().subscribe(_ -> judge()),
                request.tagProperty().subscribe(_ -> name()),
                request.wireProperty().subscribe(_ -> name()),
                file.subscribe(_ -> name()));
    }

    /** What is asked for. */
    public RequestModel request() {
        return request;
    }

    /** What came back. */
    public LiveResolution resolution() {
        return resolution;
    }

    /** What is selected. */
    public Selection selection() {
        return selection;
    }

    /** What the lint says of the answer's documents. */
    public DocumentLint lint() {
        return lint;
    }

    /** The beacons. */
    public BeaconLog beacons() {
        return beacons;
    }

    /** The file it came from. */
    public ObjectProperty<Optional<ProfileFile>> fileProperty() {
        return file;
    }

    /** Whether the tab's own document is being edited. */
    public BooleanProperty editingProperty() {
        return editing;
    }

    /** What stands on the tab. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The answer in one line. */
    public ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Whether nothing was typed or asked here yet. */
    public boolean isPristine() {
        return file.get().isEmpty() && request.tagProperty().get().isBlank()
                && resolution.phaseProperty().get() == Phase.IDLE;
    }

    /** Fills the tab from a saved test. */
    public void load(ProfileFile from, Profile profile) {
        request.load(profile.config(), profile.request());
        file.set(Optional.of(from));
    }

    /** Fills the tab with what was pasted. */
    public void load(Pasted pasted) {
        switch (pasted) {
            case Pasted.Tag tag -> {
                if (tag.isOpen()) {
                    request.suppose(tag.protocol());
                } else {
                    request.protocolProperty().set(tag.protocol());
                }
                request.wireProperty().set(tag.isFile() ? UpstreamType.FILE : UpstreamType.HTTP);
                request.tagProperty().set(tag.address());
            }
            case Pasted.Document document -> {
                request.protocolProperty().set(document.protocol());
                request.optionsProperty().set(document.options());
                request.paste(document.text());
            }
            case Pasted.Question question -> {
                request.protocolProperty().set(question.protocol());
                request.wireProperty().set(UpstreamType.HTTP);
                request.optionsProperty().set(question.options());
            }
        }
    }

    /** Begins to resolve; what is wrong with the request is the answer then, and nothing is sent. */
    public void resolve() {
        resolve(Freshness.CACHED_IS_FINE);
    }

    /** Begins to resolve past the cache. */
    public void resolveAfresh() {
        resolve(Freshness.FRESH);
    }

    private void resolve(Freshness freshness) {
        if (!request.wantTag()) {
            return;
        }
        selection.clear();
        if (!request.isSound()) {
            String sentences = String.join(" ", request.sentences());
            resolution.show(RunningResolution.unanswered(ErrorCode.INVALID_REQUEST, sentences), Optional.empty());
            return;
        }
        var config = request.config();
        var asked = request.request();
        Path folder = file.get().map(ProfileFile::folder).orElse(Path.of("").toAbsolutePath());
        resolution.start(() -> orchestrators.forTab(config, asked, folder), freshness);
    }

    /** Calls the resolution off. */
    public void cancel() {
        resolution.cancel();
    }

    /** Shows an answer that was there before, such as one from the cache. */
    public void show(AdResponse earlier) {
        recalling = true;
        selection.clear();
        resolution.show(earlier, Optional.empty());
        recalling = false;
    }

    /** Shows an answer of this tab's history again. */
    public void recall(History.Entry entry) {
        recalling = true;
        selection.clear();
        resolution.recall(entry);
        recalling = false;
    }

    /** The answers of this tab. */
    public History history() {
        return resolution.history();
    }

    /** The test as it is now, to be saved. */
    public Profile toProfile(String name) {
        Profile before = file.get().flatMap(ProfileFile::profile)
                .orElseGet(() -> Profile.of(name, request.config()));
        return before.withName(name).withConfig(request.config()).withRequest(request.request());
    }

    /** Selects the place that broke, when there is one. */
    public void selectCause() {
        verdict.get().cause().ifPresent(this::select);
    }

    /** Ends what runs, and all listening. */
    public void dispose() {
        listening.unsubscribe();
        lint.dispose();
        resolution.dispose();
    }

    private void phaseChanged(Phase phase) {
        judge();
        if (phase != Phase.FINISHED) {
            return;
        }
        resolution.responseProperty().get().ifPresent(answer -> {
            if (request.isProtocolOpen() && !recalling && answer.success()) {
                request.suppose(answer.protocol());
            }
            selectWorthwhile(answer);
            // What was tested long ago says nothing about the profile as it is today, nor does what was called off.
            boolean isCalledOff = answer.errorCode().filter(ErrorCode.CANCELLED::equals).isPresent();
            file.get().filter(f -> !recalling && !isCalledOff && f.profile().filter(this::isUnchanged).isPresent())
                    .ifPresent(f -> onTested.accept(f, answer));
        });
    }

    private boolean isUnchanged(Profile profile) {
        return profile.request().equals(request.request())
                && profile.config().upstream().endpoint().equals(request.config().upstream().endpoint());
    }

    /** What somebody selected while it grew stays; else the ad, or the place that broke. */
    private void selectWorthwhile(AdResponse answer) {
        boolean chosen = selection.focus().filter(f -> answer.resolution().node(f.nodeId()).isPresent()).isPresent();
        if (chosen) {
            return;
        }
        if (answer.success()) {
            answer.ads().stream().findFirst().ifPresent(ad -> selection.select(ad.nodeId()));
        } else {
            verdict.get().cause().ifPresent(this::select);
        }
    }

    private void select(AdError cause) {
        Optional<Location> place = cause.location();
        if (place.isPresent()) {
            selection.select(cause.nodeId(), place.get());
        } else {
            selection.select(cause.nodeId());
        }
    }

    private void judge() {
        verdict.set(Verdict.of(resolution, lint.reportProperty().get()));
    }

    private void name() {
        String tag = request.tagProperty().get().strip();
        title.set(file.get().map(ProfileFile::name).orElseGet(() -> {
            if (request.wireProperty().get() == UpstreamType.MEMORY) {
                return text("tab.pasted");
            }
            return tag.isEmpty() ? text("tab.new") : Shortened.url(tag, TITLE_CHARACTERS);
        }));
    }
}
