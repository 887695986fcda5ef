package io.spotcheck.protocol.openrtb.terms;

import io.spotcheck.json.JsonElement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether an ad is as long as video or audio want it (OpenRTB 2.6 §3.2.7, §3.2.8). */
public final class Durations {

    private static final int WITHOUT_END = -1;

    private Durations() {
    }

    /**
     * Why an ad does not fit.
     *
     * @param exact   whether only some lengths are wanted, and it has none of them
     * @param message in one plain sentence
     */
    public record Misfit(boolean exact, String message) {
    }

    /**
     * Why an ad of this length does not fit; empty when it does.
     *
     * @param media   the video or audio that is offered
     * @param seconds how long the ad is
     */
    public static Optional<Misfit> misfit(JsonElement media, int seconds) {
        List<Integer> exact = media.items("rqddurs").stream().map(JsonElement::integer)
                .filter(OptionalInt::isPresent).map(OptionalInt::getAsInt).toList();
        if (!exact.isEmpty() && !exact.contains(seconds)) {
            return Optional.of(new Misfit(true, "A duration of " + seconds + " s is not one of "
                    + String.join(", ", exact.stream().map(String::valueOf).toList()) + " s."));
        }
        int least = media.integer("minduration").orElse(0);
        if (seconds < least) {
            return range(seconds, "shorter than " + least + " s");
        }
        OptionalInt most = media.integer("maxduration");
        int extended = media.integer("maxextended").orElse(0);
        if (most.isPresent() && extended != WITHOUT_END && seconds > most.getAsInt() + (long) Math.max(0, extended)) {
            return range(seconds, "longer than " + most.getAsInt() + " s"
                    + (extended > 0 ? " and the " + extended + " s that it may be extended by" : ""));
        }
        int pod = media.integer("poddur").orElse(0);
        return pod > 0 && seconds > pod ? range(seconds, "longer than the pod, which has " + pod + " s")
                : Optional.empty();
    }

    private static Optional<Misfit> range(int seconds, String how) {
        return Optional.of(new Misfit(false, "A duration of " + seconds + " s is " + how + "."));
    }
}
