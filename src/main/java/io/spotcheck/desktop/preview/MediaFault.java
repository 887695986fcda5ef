package io.spotcheck.desktop.preview;

import io.spotcheck.ad.MediaFile;
import io.spotcheck.desktop.wording.Messages;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.scene.media.MediaException;

/**
 * Why a media file cannot be played.
 *
 * @param kind   the kind of fault
 * @param detail what the player said, or what is concerned
 */
record MediaFault(Kind kind, String detail) {

    private static final Messages TEXTS = Messages.of(MediaFault.class);
    private static final Set<String> PLAYABLE = Set.of("video/mp4", "video/m4v", "video/x-m4v", "audio/mp4",
            "audio/x-m4a", "audio/m4a", "audio/aac", "audio/mpeg", "audio/mp3", "audio/wav", "audio/x-wav",
            "audio/aiff", "audio/x-aiff", "application/vnd.apple.mpegurl", "application/x-mpegurl", "audio/mpegurl");

    /**
     * The kinds of faults, each with its code in VAST (VAST 4.3 §2.3.6.3). What only this computer lacks has none: the
     * ad is not to blame for it, and its servers are not told.
     */
    enum Kind {
        /** Something else. */
        GENERAL(400),
        /** It is loaded, and nothing of it was shown in time. */
        NOT_SHOWN(304),
        /** The server does not have it, or is not there. */
        NOT_FOUND(401),
        /** It took too long to load. */
        TIMEOUT(402),
        /** Its type is one that this player does not play. */
        TYPE(403),
        /** Its type is right, but the file is damaged. */
        DISPLAY(405),
        /** This computer has no decoder for what is in the file. */
        NO_CODEC,
        /** This computer has nothing to play the sound on. */
        NO_SOUND,
        /** The player of this computer could not be started, or broke down. */
        NO_PLAYER;

        private final OptionalInt code;

        Kind(int code) {
            this.code = OptionalInt.of(code);
        }

        Kind() {
            code = OptionalInt.empty();
        }
    }

    /** The VAST error code; empty when the fault is this computer's alone. */
    OptionalInt code() {
        return kind.code;
    }

    /** What a person is told. */
    String sentence() {
        return TEXTS.get("fault." + kind.name(), detail, kind.code.orElse(0));
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
            case MEDIA_UNAVAILABLE -> Kind.NOT_FOUND;
            // That the server has the file was asked before: what remains is a connection that broke, or the player.
            case MEDIA_INACCESSIBLE -> said.contains("connection") ? Kind.NOT_FOUND : Kind.NO_PLAYER;
            case MEDIA_UNSUPPORTED -> Kind.NO_CODEC;
            case MEDIA_CORRUPTED -> Kind.DISPLAY;
            case PLAYBACK_ERROR, OPERATION_UNSUPPORTED -> Kind.NO_PLAYER;
            case UNKNOWN -> said.contains("create player") ? Kind.NO_PLAYER : Kind.GENERAL;
            case PLAYBACK_HALTED, MEDIA_UNSPECIFIED -> Kind.GENERAL;
        };
        return new MediaFault(kind, message);
    }
}
