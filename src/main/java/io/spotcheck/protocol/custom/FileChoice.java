package io.spotcheck.protocol.custom;

import io.spotcheck.ad.Dimensions;
import io.spotcheck.ad.MediaFile;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses the rendition that a player would play: what fits its size best, then the server's own order. Files that are
 * neither video nor audio are not chosen; a file without a type may be either.
 */
final class FileChoice {

    private FileChoice() {
    }

    /** Whether a file may be played. */
    static boolean isPlayable(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.isEmpty() || lower.startsWith("video/") || lower.startsWith("audio/")
                || lower.contains("mpegurl") || lower.contains("dash+xml");
    }

    /** The place of the file to play in a list, from 0. */
    static Optional<Integer> choose(List<MediaFile> files, Optional<Dimensions> player) {
        return IntStream.range(0, files.size()).boxed()
                .filter(i -> isPlayable(files.get(i).type()))
                .min(Comparator.comparingLong(i -> misfit(files.get(i), player)));
    }

    /** Why a file is chosen or not. */
    static String reason(MediaFile file, MediaFile chosen, Optional<Dimensions> player) {
        if (!isPlayable(file.type())) {
            return "“" + file.type() + "” is not video or audio.";
        }
        if (file == chosen) {
            return player.isPresent() ? "It fits a player of " + player.get() + " best."
                    : "It comes first in the answer.";
        }
        return misfit(file, player) == misfit(chosen, player) ? "Another comes before it in the answer."
                : "Another size fits a player of " + player.map(Dimensions::toString).orElse("") + " better.";
    }

    /** How badly the size fits: too small by that much is worse than too large; unknown sizes come last. */
    private static long misfit(MediaFile file, Optional<Dimensions> player) {
        if (player.isEmpty()) {
            return 0;
        }
        if (file.width().isEmpty() || file.height().isEmpty()) {
            return Long.MAX_VALUE;
        }
        long wanted = (long) player.get().width() * player.get().height();
        long pixels = (long) file.width().getAsInt() * file.height().getAsInt();
        return pixels >= wanted ? pixels - wanted : 2 * (wanted - pixels);
    }
}
