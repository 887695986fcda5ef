package io.spotcheck.desktop.preview;

import io.spotcheck.ad.MediaFile;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.media.MediaException;

/**
 * Why a media file cannot be played.
 *
 * @param kind   the kind of fault
 * @param detail what the player said, or what is concerned
 */
record MediaFault(Kind kind, String detail) {

    private static final Set<String> PLAYABLE = Set.of("video/mp4", "video/m4v", "video/x-m4v", "audio/mp4",
            "audio/x-m4a", "audio/m4a", "audio/aac", "audio/mpeg", "audio/mp3", "audio/wav", "audio/x-wav",
            "audio/aiff", "audio/x-aiff", "application/vnd.apple.mpegurl", "application/x-mpegurl", "audio/mpegurl");

    /** The kinds of faults, each with its code in VAST (VAST 4.3 §2.3.6.3). */
    enum Kind {
        /** Something else. */
        GENERAL(400),
        /** The server does not have it, or is not there. */
        NOT_FOUND(401),
        /** It took too long to load. */
        TIMEOUT(402),
        /** Its type is one that this player does not play. */
        TYPE(403),
        /** Its type is right, but it cannot be shown: a codec is missing, or the file is damaged. */
        DISPLAY(405),
        /** There is nothing to play the sound on. */
        NO_SOUND(405);

        private final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    /** The VAST error code. */
    int code() {
        return kind.code;
    }

    /** The fault that is plain from the declared type alone, before anything is asked for. */
    static Optional<MediaFault> ofType(MediaFile file) {
        String type = file.type().strip().toLowerCase(Locale.ROOT);
        if (file.apiFramework().isPresent()) {
            return Optional.of(new MediaFault(Kind.TYPE, file.apiFramework().get()));
        }
        return type.isEmpty() || PLAYABLE.contains(type) ? Optional.empty()
                : Optional.of(new MediaFault(Kind.TYPE, type));
    }

    /** The fault that JavaFX tells. */
    static MediaFault of(MediaException fault) {
        String message = Optional.ofNullable(fault.getMessage()).orElse("");
        String said = message.toLowerCase(Locale.ROOT);
        boolean sound = said.contains("audio device") || said.contains("sound");
        Kind kind = sound ? Kind.NO_SOUND : switch (fault.getType()) {
            case MEDIA_UNAVAILABLE, MEDIA_INACCESSIBLE -> Kind.NOT_FOUND;
            case MEDIA_UNSUPPORTED, MEDIA_CORRUPTED, PLAYBACK_ERROR -> Kind.DISPLAY;
            case PLAYBACK_HALTED, OPERATION_UNSUPPORTED, MEDIA_UNSPECIFIED, UNKNOWN -> Kind.GENERAL;
        };
        return new MediaFault(kind, message);
    }
}
