package io.spotcheck.protocol.vast;

import io.spotcheck.ad.Dimensions;
import io.spotcheck.protocol.vast.document.VastMediaFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Chooses the rendition that a player would play, and says of each other one why not (VAST 4.3 §3.9.1). What the
 * player cannot play is out. Of the rest, progressive MP4 comes first, then the size that fits the player, then the
 * bitrate; VPAID is the last resort.
 */
final class MediaFileChoice {

    /**
     * What was decided about one rendition.
     *
     * @param file   the rendition
     * @param chosen whether it is the one to play
     * @param reason why
     */
    record Verdict(VastMediaFile file, boolean chosen, String reason) {
    }

    private static final int VPAID_RANK = 9;

    private final MediaTerms terms;

    MediaFileChoice(Optional<Dimensions> player) {
        this(MediaTerms.of(player));
    }

    MediaFileChoice(MediaTerms terms) {
        this.terms = terms;
    }

    /** A verdict for each rendition, in the same order. At most one is chosen. */
    List<Verdict> decide(List<VastMediaFile> files) {
        Optional<VastMediaFile> best = files.stream().filter(f -> refusal(f).isEmpty()).min(preference());
        var verdicts = new ArrayList<Verdict>(files.size());
        for (VastMediaFile file : files) {
            boolean chosen = best.isPresent() && best.get() == file;
            verdicts.add(new Verdict(file, chosen, chosen ? praise(file)
                    : refusal(file).orElseGet(() -> comparison(file, best.orElseThrow()))));
        }
        return verdicts;
    }

    /** Whether a rendition is a VPAID unit, or claims to need one. */
    static boolean needsVpaid(VastMediaFile file) {
        return file.apiFramework().filter("VPAID"::equalsIgnoreCase).isPresent();
    }

    private Optional<String> refusal(VastMediaFile file) {
        String type = type(file);
        if (file.url().isEmpty()) {
            return Optional.of("It has no URL.");
        }
        if (needsVpaid(file) && type.contains("javascript")) {
            return terms.vpaid() ? Optional.empty() : Optional.of("The player does not run VPAID.");
        }
        if (!type.isEmpty() && !isMedia(type)) {
            return Optional.of("“" + file.type() + "” is not video or audio that can be played.");
        }
        return file.apiFramework().filter(api -> !needsVpaid(file))
                .map(api -> "It needs " + api + ", which is not for media files.")
                .or(() -> unsuited(file, type));
    }

    /** What the player that is asked for does not take. */
    private Optional<String> unsuited(VastMediaFile file, String type) {
        if (needsVpaid(file) && !terms.vpaid()) {
            return Optional.of("The player does not run VPAID.");
        }
        if (!terms.types().isEmpty() && terms.types().stream().noneMatch(type::equalsIgnoreCase)) {
            return Optional.of("The player takes " + String.join(", ", terms.types()) + " and not “" + file.type()
                    + "”.");
        }
        if (!terms.codecs().isEmpty() && file.codec().filter(codec -> !isKnownCodec(codec)).isPresent()) {
            return Optional.of("The player has no codec for “" + file.codec().get() + "”.");
        }
        if (terms.delivery().filter(wanted -> file.delivery().filter(d -> !d.equalsIgnoreCase(wanted)).isPresent())
                .isPresent()) {
            return Optional.of("The player takes " + terms.delivery().get() + " delivery only.");
        }
        OptionalInt least = leastBitrate(file);
        if (terms.maxBitrate().isPresent() && least.isPresent() && least.getAsInt() > terms.maxBitrate().getAsInt()) {
            return Optional.of("Its " + least.getAsInt() + " kbit/s are more than the "
                    + terms.maxBitrate().getAsInt() + " kbit/s that are allowed.");
        }
        return Optional.empty();
    }

    /** An attribute may name several codecs, such as {@code avc1.42E01E, mp4a.40.2}: each must be known. */
    private boolean isKnownCodec(String codecs) {
        for (String codec : codecs.split(",")) {
            String name = codec.strip().toLowerCase(Locale.ROOT);
            if (terms.codecs().stream().noneMatch(known -> name.startsWith(known.toLowerCase(Locale.ROOT)))) {
                return false;
            }
        }
        return true;
    }

    /** A stream that adapts begins where its range begins. */
    private static OptionalInt leastBitrate(VastMediaFile file) {
        return file.details().minBitrate().isPresent() ? file.details().minBitrate() : file.bitrate();
    }

    private static String type(VastMediaFile file) {
        return file.type().toLowerCase(Locale.ROOT);
    }

    private static boolean isMedia(String type) {
        return (type.startsWith("video/") || type.startsWith("audio/") || type.contains("mpegurl")
                || type.contains("dash+xml")) && !type.contains("flv") && !type.contains("shockwave");
    }

    private Comparator<VastMediaFile> preference() {
        return Comparator.comparingInt(this::mediumRank)
                .thenComparingInt(MediaFileChoice::typeRank)
                .thenComparingInt(MediaFileChoice::deliveryRank)
                .thenComparingLong(this::misfit)
                .thenComparing(f -> -f.bitrate().orElse(0));
    }

    /** An audio ad is heard: its video, if it has any, comes behind. */
    private int mediumRank(VastMediaFile file) {
        return terms.audio() && !type(file).startsWith("audio/") ? 1 : 0;
    }

    /** MP4 plays everywhere; adaptive streams nearly everywhere; other containers here and there. */
    private static int typeRank(VastMediaFile file) {
        String type = type(file);
        if (needsVpaid(file)) {
            return VPAID_RANK;
        }
        if (type.equals("video/mp4") || type.equals("audio/mp4") || type.equals("audio/mpeg")
                || type.equals("video/x-mp4")) {
            return 0;
        }
        if (type.contains("mpegurl")) {
            return 1;
        }
        return type.contains("dash+xml") ? 3 : 2;
    }

    private static int deliveryRank(VastMediaFile file) {
        return file.delivery().filter(d -> d.equalsIgnoreCase("streaming")).isPresent() ? 1 : 0;
    }

    /** How badly the size fits: too small by that much is worse than too large; unknown sizes come last. */
    private long misfit(VastMediaFile file) {
        if (terms.player().isEmpty() || file.width().isEmpty() || file.height().isEmpty()) {
            return terms.player().isEmpty() ? 0 : Long.MAX_VALUE;
        }
        long wanted = (long) terms.player().get().width() * terms.player().get().height();
        long pixels = (long) file.width().getAsInt() * file.height().getAsInt();
        return pixels >= wanted ? pixels - wanted : 2 * (wanted - pixels);
    }

    private String praise(VastMediaFile file) {
        if (needsVpaid(file)) {
            return "Nothing else is offered. It needs VPAID, which most players have dropped.";
        }
        String what = file.type().isEmpty() ? "It can be played" : file.type() + " can be played";
        return what + terms.player().map(p -> " and fits a player of " + p + " best.")
                .orElse(" and has the best quality.");
    }

    private String comparison(VastMediaFile file, VastMediaFile best) {
        if (needsVpaid(file) && !needsVpaid(best)) {
            return "It needs VPAID, which most players have dropped.";
        }
        if (mediumRank(file) != mediumRank(best)) {
            return "An audio ad is heard, and there is a file for that.";
        }
        if (typeRank(file) != typeRank(best)) {
            return best.type() + " plays in more players.";
        }
        if (deliveryRank(file) != deliveryRank(best)) {
            return "A progressive file was preferred to a stream.";
        }
        if (misfit(file) != misfit(best)) {
            return "Another size fits a player of " + terms.player().map(Dimensions::toString).orElse("")
                    + " better.";
        }
        return file.bitrate().equals(best.bitrate()) ? "It is as good as the one chosen, which comes first."
                : "Another has a higher bitrate.";
    }
}
