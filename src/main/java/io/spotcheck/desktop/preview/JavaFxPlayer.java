package io.spotcheck.desktop.preview;

import io.spotcheck.ad.MediaFile;
import java.time.Duration;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;

/** A player over JavaFX Media. */
final class JavaFxPlayer implements Player {

    private static final javafx.util.Duration PATIENCE = javafx.util.Duration.seconds(10);

    private final Listener listener;
    private final Optional<MediaPlayer> media;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private boolean disposed;

    private JavaFxPlayer(MediaFile file, Listener listener) {
        this.listener = listener;
        media = open(file);
        media.ifPresent(this::listen);
    }

    /** Begins to load a media file. */
    static JavaFxPlayer open(MediaFile file, Listener listener) {
        return new JavaFxPlayer(file, listener);
    }

    /** The player to show, unless the file cannot even be tried. */
    Optional<MediaPlayer> media() {
        return media;
    }

    @Override
    public void play() {
        media.ifPresent(MediaPlayer::play);
    }

    @Override
    public void pause() {
        media.ifPresent(MediaPlayer::pause);
    }

    @Override
    public void seek(Duration to) {
        media.ifPresent(m -> m.seek(javafx.util.Duration.millis(to.toMillis())));
    }

    @Override
    public void mute(boolean mutes) {
        media.ifPresent(m -> m.setMute(mutes));
    }

    @Override
    public void volume(double volume) {
        media.ifPresent(m -> m.setVolume(volume));
    }

    @Override
    public void dispose() {
        disposed = true;
        patience.stop();
        media.ifPresent(MediaPlayer::dispose);
    }

    private Optional<MediaPlayer> open(MediaFile file) {
        Optional<MediaFault> fault = MediaFault.ofType(file);
        if (fault.isPresent()) {
            failLater(fault.get());
            return Optional.empty();
        }
        try {
            return Optional.of(new MediaPlayer(new Media(file.url().strip())));
        } catch (MediaException refused) {
            failLater(MediaFault.of(refused));
        } catch (IllegalArgumentException | UnsupportedOperationException refused) {
            failLater(new MediaFault(MediaFault.Kind.NOT_FOUND,
                    Optional.ofNullable(refused.getMessage()).orElse(file.url())));
        }
        return Optional.empty();
    }

    private void listen(MediaPlayer player) {
        player.setOnReady(() -> {
            patience.stop();
            report(() -> listener.ready(length(player)));
        });
        player.currentTimeProperty().subscribe((_, now) -> {
            if (player.getStatus() == MediaPlayer.Status.PLAYING && now.greaterThan(javafx.util.Duration.ZERO)) {
                report(() -> listener.playhead(Duration.ofNanos((long) (now.toMillis() * 1e6))));
            }
        });
        player.setOnEndOfMedia(() -> report(listener::ended));
        player.setOnError(() -> fail(player.getError()));
        player.setOnHalted(() -> fail(player.getError()));
        player.getMedia().setOnError(() -> fail(player.getMedia().getError()));
        patience.setOnFinished(_ -> fail(new MediaFault(MediaFault.Kind.TIMEOUT, player.getMedia().getSource())));
        patience.play();
    }

    private static Optional<Duration> length(MediaPlayer player) {
        javafx.util.Duration total = player.getTotalDuration();
        return total.isUnknown() || total.isIndefinite() ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) (total.toMillis() * 1e6)));
    }

    private void failLater(MediaFault fault) {
        // The one who opens the player does not have it yet.
        Platform.runLater(() -> fail(fault));
    }

    private void fail(@org.jspecify.annotations.Nullable MediaException fault) {
        fail(fault == null ? new MediaFault(MediaFault.Kind.GENERAL, "") : MediaFault.of(fault));
    }

    private void fail(MediaFault fault) {
        patience.stop();
        report(() -> listener.failed(fault));
    }

    private void report(Runnable what) {
        if (!disposed) {
            what.run();
        }
    }
}
