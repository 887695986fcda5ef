package io.spotcheck.desktop.preview;

import io.spotcheck.ad.MediaFile;
import java.time.Duration;
import java.util.Optional;

/** Plays one media file and reports where it is. Used, and reporting, on the JavaFX thread. */
interface Player {

    /** Plays, or goes on. */
    void play();

    /** Stops for a while. */
    void pause();

    /** Goes to this moment. */
    void seek(Duration to);

    /** Switches the sound off or on. */
    void mute(boolean mutes);

    /** Sets the volume, from 0 to 1. */
    void volume(double volume);

    /** Releases everything; nothing is reported any more. */
    void dispose();

    /** Hears what a player reports. */
    interface Listener {

        /** The media is loaded and this long; empty when it does not say. */
        void ready(Optional<Duration> length);

        /** The playback is here. Reported only while frames are shown. */
        void playhead(Duration at);

        /** The end was reached. */
        void ended();

        /** It cannot be played. */
        void failed(MediaFault fault);
    }

    /** Opens players. */
    @FunctionalInterface
    interface Factory {

        /** Begins to load a media file; nothing plays yet. */
        Player open(MediaFile file, Listener listener);
    }
}
