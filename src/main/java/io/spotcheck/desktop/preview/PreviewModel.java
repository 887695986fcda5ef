package io.spotcheck.desktop.preview;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.MediaFile;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.desktop.preview.PlaybackTracker.Earned;
import io.spotcheck.desktop.session.Beacons;
import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.PlayerState;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.Resolution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** Which ad and which of its renditions the preview shows, how far the playback is, and what it has earned. */
public final class PreviewModel {

    private static final Messages TEXTS = Messages.of(PreviewModel.class);

    private static final String NOT_EXECUTED = "verificationNotExecuted";

    private final LiveResolution live;
    private final Selection selection;
    private final Beacons beacons;
    private final Player.Factory players;
    private final ReadOnlyObjectWrapper<Optional<Subject>> subject =
            new ReadOnlyObjectWrapper<>(this, "subject", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<MediaFile>> rendition =
            new ReadOnlyObjectWrapper<>(this, "rendition", Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
    private final ReadOnlyObjectWrapper<Optional<Player>> player =
            new ReadOnlyObjectWrapper<>(this, "player", Optional.empty());
    private final ReadOnlyObjectWrapper<Duration> playhead =
            new ReadOnlyObjectWrapper<>(this, "playhead", Duration.ZERO);
    private final ReadOnlyObjectWrapper<Optional<Duration>> length =
            new ReadOnlyObjectWrapper<>(this, "length", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final BooleanProperty muted = new SimpleBooleanProperty(this, "muted");
    private final DoubleProperty volume = new SimpleDoubleProperty(this, "volume", 1);
    private final ObservableList<String> earned = FXCollections.observableArrayList();
    private final CompanionViews views;
    private final ResourceErrors errors;
    private final Subscription subscriptions;
    private Optional<PlaybackTracker> tracker = Optional.empty();

    /**
     * An ad on show.
     *
     * @param index its place in the answer, from 0
     * @param count how many ads the answer has
     * @param ad    the ad
     */
    public record Subject(int index, int count, Ad ad) {

        /** The linear creative to play. */
        public Optional<Creative.Linear> linear() {
            return ad.linears().filter(l -> l.chosen().isPresent()).findFirst().or(() -> ad.linears().findFirst());
        }

        /** What is shown over or beside the video. */
        public List<Creative> others() {
            return ad.creatives().stream().filter(c -> !(c instanceof Creative.Linear)).toList();
        }
    }

    /** How far a playback is. */
    public enum State {
        /** Nothing was asked for yet. */
        IDLE,
        /** The media file is loading and will play. */
        LOADING,
        /** Frames are shown. */
        PLAYING,
        /** The viewer paused. */
        PAUSED,
        /** It ended, was skipped, or was closed. */
        OVER,
        /** It cannot be played. */
        FAILED
    }

    /** A model that plays the ads of this resolution with JavaFX Media. */
    public PreviewModel(LiveResolution live, Selection selection, Beacons beacons) {
        this(live, selection, beacons, JavaFxPlayer::open);
    }

    PreviewModel(LiveResolution live, Selection selection, Beacons beacons, Player.Factory players) {
        this.live = live;
        this.selection = selection;
        this.beacons = beacons;
        views = new CompanionViews(beacons);
        errors = new ResourceErrors(beacons);
        this.players = players;
        subscriptions = Subscription.combine(
                live.responseProperty().subscribe(_ -> update()),
                selection.focusProperty().subscribe(_ -> update()),
                muted.subscribe((_, mutes) -> {
                    player.get().ifPresent(p -> p.mute(mutes));
                    tracker.ifPresent(t -> t.mute(mutes));
                }),
                volume.subscribe((_, loud) -> player.get().ifPresent(p -> p.volume(loud.doubleValue()))));
    }

    /** The ad of what is selected, or the first one. */
    public ReadOnlyObjectProperty<Optional<Subject>> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** The rendition that Play plays. */
    public ReadOnlyObjectProperty<Optional<MediaFile>> renditionProperty() {
        return rendition.getReadOnlyProperty();
    }

    /** How far the playback is. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Where the playback is. */
    public ReadOnlyObjectProperty<Duration> playheadProperty() {
        return playhead.getReadOnlyProperty();
    }

    /** How long the media file is, once it is loaded. */
    public ReadOnlyObjectProperty<Optional<Duration>> lengthProperty() {
        return length.getReadOnlyProperty();
    }

    /** What a person should know: why it cannot be played, or that the media file is not as long as declared. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the sound is off. */
    public BooleanProperty mutedProperty() {
        return muted;
    }

    /** The volume, from 0 to 1. */
    public DoubleProperty volumeProperty() {
        return volume;
    }

    /** The events that this playback has earned, in order. Read only. */
    public ObservableList<String> earned() {
        return FXCollections.unmodifiableObservableList(earned);
    }

    /** Whether it can be skipped, and in how long; zero when it can be skipped now, empty when never. */
    public Optional<Duration> skippableIn() {
        boolean runs = state.get() == State.PLAYING || state.get() == State.PAUSED;
        return tracker.filter(t -> runs && !t.isOver()).flatMap(PlaybackTracker::skippableFrom)
                .map(at -> at.compareTo(playhead.get()) > 0 ? at.minus(playhead.get()) : Duration.ZERO);
    }

    /** The player to show. */
    ReadOnlyObjectProperty<Optional<Player>> playerProperty() {
        return player.getReadOnlyProperty();
    }

    /** Plays, goes on, or plays again without tracking. After a failure, tries anew. */
    public void play() {
        switch (state.get()) {
            case IDLE, FAILED -> begin();
            case PAUSED -> {
                tracker.ifPresent(PlaybackTracker::resume);
                player.get().ifPresent(Player::play);
                state.set(State.PLAYING);
            }
            case OVER -> player.get().ifPresentOrElse(again -> {
                again.seek(Duration.ZERO);
                again.play();
                state.set(State.PLAYING);
            }, this::begin);
            case LOADING, PLAYING -> { }
        }
    }

    /** Pauses. */
    public void pause() {
        if (state.get() == State.PLAYING) {
            player.get().ifPresent(Player::pause);
            tracker.ifPresent(PlaybackTracker::pause);
            state.set(State.PAUSED);
        }
    }

    /** Moves the playhead. What is leapt over does not count as played. */
    public void seek(Duration to) {
        if (state.get() == State.PLAYING || state.get() == State.PAUSED) {
            tracker.ifPresent(t -> t.seek(to));
            player.get().ifPresent(p -> p.seek(to));
            playhead.set(to);
        }
    }

    /** Skips, when the ad can be skipped by now. */
    public void skip() {
        if (tracker.filter(PlaybackTracker::canSkip).isPresent()) {
            tracker.ifPresent(PlaybackTracker::skip);
            rest();
        }
    }

    /** Closes the ad before its end. */
    public void close() {
        tracker.ifPresent(PlaybackTracker::close);
        if (state.get() == State.PLAYING || state.get() == State.PAUSED) {
            rest();
        } else {
            reset();
        }
    }

    /** Forgets the playback, so that Play begins a new one whose events are tracked again. */
    public void reset() {
        player.get().ifPresent(Player::dispose);
        player.set(Optional.empty());
        tracker = Optional.empty();
        earned.clear();
        views.forget();
        errors.forget();
        playhead.set(Duration.ZERO);
        length.set(Optional.empty());
        problem.set(Optional.empty());
        state.set(State.IDLE);
    }

    /** Chooses the rendition to play. */
    public void choose(MediaFile file) {
        if (!rendition.get().equals(Optional.of(file))) {
            reset();
            rendition.set(Optional.of(file));
        }
    }

    /** A companion is on show beside the video: that is its own view, once in each playback. */
    public void shown(Creative.Companion companion) {
        subject.get().ifPresent(s -> views.shown(s, companion));
    }

    /** A companion or an overlay cannot be shown; gives the VAST error code that its servers are told. */
    int failed(Creative creative, ResourceFault fault) {
        return subject.get().map(s -> errors.failed(s, creative, fault)).orElseGet(() -> fault.code(creative));
    }

    /** Selects a creative's or a media file's node in the tab. */
    public void select(int nodeId) {
        selection.select(nodeId);
    }

    /** Stops to play and to follow. */
    public void dispose() {
        subscriptions.unsubscribe();
        reset();
    }

    private void update() {
        Optional<Subject> now = live.responseProperty().get().flatMap(this::subjectOf);
        if (!now.equals(subject.get())) {
            reset();
            subject.set(now);
            rendition.set(now.flatMap(Subject::linear).flatMap(l -> l.chosen()
                    .or(() -> l.mediaFiles().stream().findFirst())));
        }
        // Looking at another rendition must not end a playback; before one, it chooses what Play plays.
        if (state.get() == State.IDLE) {
            selection.focus().flatMap(focus -> now.flatMap(Subject::linear).flatMap(linear -> linear.mediaFiles()
                    .stream().filter(f -> f.nodeId() == focus.nodeId()).findFirst())).ifPresent(this::choose);
        }
    }

    private Optional<Subject> subjectOf(AdResponse answer) {
        List<Ad> ads = answer.ads();
        int index = selection.focus().map(focus -> indexOf(answer.resolution(), ads, focus.nodeId())).orElse(0);
        return ads.isEmpty() ? Optional.empty() : Optional.of(new Subject(index, ads.size(), ads.get(index)));
    }

    private static int indexOf(Resolution resolution, List<Ad> ads, int nodeId) {
        List<Integer> above = resolution.pathTo(nodeId).stream().map(Node::id).toList();
        List<Integer> below = resolution.node(nodeId).stream().flatMap(Node::walk).map(Node::id).toList();
        for (List<Integer> nodes : List.of(above, below)) {
            for (int i = 0; i < ads.size(); i++) {
                if (nodes.contains(ads.get(i).nodeId())) {
                    return i;
                }
            }
        }
        return 0;
    }

    private void begin() {
        reset();
        rendition.get().ifPresent(file -> {
            var playback = new PlaybackTracker(plan(), this::track);
            tracker = Optional.of(playback);
            state.set(State.LOADING);
            Player opened = players.open(file, new Reports(playback));
            player.set(Optional.of(opened));
            opened.mute(muted.get());
            opened.volume(volume.get());
            playback.mute(muted.get());
            opened.play();
        });
    }

    private PlaybackTracker.Plan plan() {
        List<TrackingUrl> declared = subject.get().stream().flatMap(s -> s.ad().tracking().stream())
                .filter(t -> t.scope() == Scope.AD || t.scope() == Scope.LINEAR).toList();
        return new PlaybackTracker.Plan(declared.stream().map(TrackingUrl::event).collect(Collectors.toSet()),
                subject.get().flatMap(Subject::linear).flatMap(Creative.Linear::skipOffset),
                declared.stream().filter(t -> t.event().equals("progress")).flatMap(t -> t.offset().stream())
                        .distinct().toList());
    }

    private void track(Earned event) {
        earned.add(event.event());
        send(event);
        boolean vendors = subject.get().filter(s -> s.ad().tracking().stream()
                .anyMatch(beacon -> beacon.event().equals(NOT_EXECUTED))).isPresent();
        if (event.event().equals("impression") && vendors) {
            // The ad begins, and no vendor's code began with it (VAST 4.3 §3.17.4).
            send(new Earned(NOT_EXECUTED, event.playhead(), Optional.empty(), OptionalInt.empty()));
        }
    }

    private void send(Earned event) {
        PlayerState now = PlayerState.unknown().withAdPlayhead(event.playhead()).withState(muted.get(), false);
        if (rendition.get().isPresent()) {
            now = now.withAssetUri(rendition.get().get().url());
        }
        if (event.errorCode().isPresent()) {
            now = now.withErrorCode(event.errorCode().getAsInt());
        }
        MacroValues macros = now.macros();
        OptionalInt ad = subject.get().map(s -> OptionalInt.of(s.index())).orElse(OptionalInt.empty());
        if (event.offset().isPresent()) {
            beacons.trackProgress(event.offset().get(), ad, macros);
        } else {
            beacons.track(event.event(), ad, macros);
        }
    }

    /** The playback is over; its last picture stays. */
    private void rest() {
        player.get().ifPresent(Player::pause);
        state.set(State.OVER);
    }

    /** What one player reports about one playback. */
    private final class Reports implements Player.Listener {

        private final PlaybackTracker playback;

        Reports(PlaybackTracker playback) {
            this.playback = playback;
        }

        @Override
        public void ready(Optional<Duration> mediaLength) {
            length.set(mediaLength);
            playback.ready(mediaLength);
            Optional<Duration> declared = subject.get().flatMap(Subject::linear).flatMap(Creative.Linear::duration);
            if (mediaLength.isPresent() && declared.isPresent()
                    && declared.get().minus(mediaLength.get()).abs().compareTo(Duration.ofMillis(500)) > 0) {
                problem.set(Optional.of(TEXTS.get("length", PlayheadText.clock(declared.get()),
                        PlayheadText.clock(mediaLength.get()))));
            }
        }

        @Override
        public void playhead(Duration at) {
            if (state.get() == State.LOADING) {
                state.set(State.PLAYING);
            }
            playback.playhead(at);
            playhead.set(at);
        }

        @Override
        public void ended() {
            playback.end();
            length.get().ifPresent(playhead::set);
            rest();
        }

        @Override
        public void failed(MediaFault fault) {
            if (state.get() == State.FAILED) {
                return;
            }
            fault.code().ifPresentOrElse(playback::fail, playback::abandon);
            problem.set(Optional.of(fault.sentence()));
            state.set(State.FAILED);
        }
    }
}
