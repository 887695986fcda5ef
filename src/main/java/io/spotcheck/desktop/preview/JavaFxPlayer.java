package io.spotcheck.desktop.preview;

import io.spotcheck.ad.MediaFile;
import io.spotcheck.desktop.session.UiThread;
import java.time.Duration;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;
import org.jspecify.annotations.Nullable;

/** A player over JavaFX Media. */
final class JavaFxPlayer implements Player {

    private static final javafx.util.Duration PATIENCE = javafx.util.Duration.seconds(10);

    private final UiThread ui = UiThread.javaFx();
    private final Listener listener;
    private final String url;
    private final ReadOnlyObjectWrapper<Optional<MediaPlayer>> media =
            new ReadOnlyObjectWrapper<>(this, "media", Optional.empty());
    private final Patience patience;
    private boolean plays;
    private boolean mutes;
    private double loud = 1;
    private boolean disposed;

    private JavaFxPlayer(MediaFile file, Listener listener) {
        this.listener = listener;
        url = file.url().strip();
        patience = new Patience(new Transition(), this::tookTooLong);
        Thread.ofVirtual().name("media-probe").start(() -> {
            ui.checkNot();
            Optional<MediaFault> fault = MediaFault.ofType(file).or(() -> MediaProbe.faultOf(url));
            ui.execute(() -> fault.ifPresentOrElse(this::fail, this::load));
        });
    }

    /** Begins to load a media file. */
    static JavaFxPlayer open(MediaFile file, Listener listener) {
        return new JavaFxPlayer(file, listener);
    }

    /** The player to show, once there is one. */
    ReadOnlyObjectProperty<Optional<MediaPlayer>> mediaProperty() {
        return media.getReadOnlyProperty();
    }

    @Override
    public void play() {
        plays = true;
        patience.wait(true);
        media.get().ifPresent(MediaPlayer::play);
    }

    @Override
    public void pause() {
        plays = false;
        patience.wait(false);
        media.get().ifPresent(MediaPlayer::pause);
    }

    @Override
    public void seek(Duration to) {
        media.get().ifPresent(m -> m.seek(javafx.util.Duration.millis(to.toMillis())));
    }

    @Override
    public void mute(boolean muted) {
        mutes = muted;
        media.get().ifPresent(m -> m.setMute(muted));
    }

    @Override
    public void volume(double volume) {
        loud = volume;
        media.get().ifPresent(m -> m.setVolume(volume));
    }

    @Override
    public void dispose() {
        disposed = true;
        patience.stop();
        media.get().ifPresent(MediaPlayer::dispose);
        media.set(Optional.empty());
    }

    private void load() {
        ui.check();
        if (disposed) {
            return;
        }
        try {
            var player = new MediaPlayer(new Media(url));
            listen(player);
            player.setMute(mutes);
            player.setVolume(loud);
            media.set(Optional.of(player));
            if (plays) {
                player.play();
            }
        } catch (MediaException refused) {
            fail(MediaFault.of(refused));
        } catch (IllegalArgumentException | UnsupportedOperationException refused) {
            fail(new MediaFault(MediaFault.Kind.NOT_FOUND, Optional.ofNullable(refused.getMessage()).orElse(url)));
        }
    }

    private void listen(MediaPlayer player) {
        player.setOnReady(() -> {
            patience.ready(plays);
            report(() -> listener.ready(length(player)));
        });
        player.currentTimeProperty().subscribe((_, now) -> {
            if (player.getStatus() == MediaPlayer.Status.PLAYING && now.greaterThan(javafx.util.Duration.ZERO)) {
                patience.stop();
                report(() -> listener.playhead(exact(now)));
            }
        });
        player.setOnEndOfMedia(() -> {
            patience.stop();
            report(listener::ended);
        });
        player.setOnError(() -> fail(player.getError()));
        player.setOnHalted(() -> fail(player.getError()));
        player.getMedia().setOnError(() -> fail(player.getMedia().getError()));
    }

    private static Optional<Duration> length(MediaPlayer player) {
        javafx.util.Duration total = player.getTotalDuration();
        return total.isUnknown() || total.isIndefinite() ? Optional.empty() : Optional.of(exact(total));
    }

    private static Duration exact(javafx.util.Duration time) {
        return Duration.ofNanos((long) (time.toMillis() * 1e6));
    }

    /** A file that is loaded and then waits for its server is late, too. */
    private void tookTooLong(MediaFault.Kind kind) {
        boolean waits = media.get().filter(m -> m.getStatus() == MediaPlayer.Status.STALLED).isPresent();
        fail(new MediaFault(waits ? MediaFault.Kind.TIMEOUT : kind, url));
    }

    private void fail(@Nullable MediaException fault) {
        fail(fault == null ? new MediaFault(MediaFault.Kind.GENERAL, "") : MediaFault.of(fault));
    }

    private void fail(MediaFault fault) {
        patience.stop();
        report(() -> listener.failed(fault));
    }

    private void report(Runnable what) {
        ui.check();
        if (!disposed) {
            what.run();
        }
    }

    /** A clock of the JavaFX thread. */
    private static final class Transition implements Patience.Clock {

        private final PauseTransition pause = new PauseTransition(PATIENCE);

        @Override
        public void start(Runnable ring) {
            pause.setOnFinished(_ -> ring.run());
            pause.playFromStart();
        }

        @Override
        public void stop() {
            pause.stop();
        }
    }
}
