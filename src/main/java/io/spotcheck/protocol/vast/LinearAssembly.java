package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdType;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.Icon;
import io.spotcheck.ad.LinearDetails;
import io.spotcheck.ad.MediaFile;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.protocol.vast.document.VastCreative;
import io.spotcheck.protocol.vast.document.VastIcon;
import io.spotcheck.protocol.vast.document.VastMediaFile;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes a linear creative: chooses its media file, and merges the clicks and icons of the wrappers above. */
final class LinearAssembly {

    private static final int LABEL_LENGTH = 80;

    private final MediaFileChoice choice;
    private final MediaFileChoice audioChoice;

    LinearAssembly(Terms terms) {
        choice = new MediaFileChoice(terms.media());
        audioChoice = new MediaFileChoice(terms.media().forAudio());
    }

    /**
     * Makes the creative.
     *
     * @param linear   as declared
     * @param type     what its ad is made for
     * @param trail    the way to its document
     * @param at       its node, left open
     * @param tracking gets the beacons of the icons that are shown
     */
    Creative.Linear assemble(VastCreative.Linear linear, AdType type, Trail trail, OpenNode at,
                             List<TrackingUrl> tracking) {
        var files = new ArrayList<MediaFile>();
        (type == AdType.AUDIO ? audioChoice : choice).decide(linear.mediaFiles())
                .forEach(verdict -> files.add(mediaFile(verdict, at)));
        linear.details().mezzanines().forEach(file -> passedOver(file.url(),
                "A mezzanine is what other files are made of; it is never played.", at));
        linear.details().interactiveFiles().forEach(file -> passedOver(file.url(),
                "An interactive file runs beside the media file; it is not played.", at));
        Optional<Trail.WrapperHop> clicked = linear.clickThrough().isPresent() ? Optional.empty()
                : trail.closestFirst().stream().filter(above -> clickThrough(above).isPresent()).findFirst();
        OptionalInt clickHop = linear.clickThrough().isPresent() ? OptionalInt.of(trail.hop())
                : clicked.map(above -> OptionalInt.of(above.hop())).orElse(OptionalInt.empty());
        clicked.ifPresent(above -> at.fact("click-through", "of the wrapper " + above.label()));
        LinearDetails own = linear.details();
        var details = new LinearDetails(own.identity().atHop(trail.hop()), own.mezzanines(), own.interactiveFiles(),
                own.captions(), icons(linear, trail, at, tracking), clickHop, own.adParametersEncoded());
        return new Creative.Linear(linear.id(), linear.duration(), linear.skipOffset(), files,
                linear.clickThrough().or(() -> clicked.flatMap(LinearAssembly::clickThrough)), linear.adParameters(),
                details, at.id());
    }

    /** Why nothing of it can be played. */
    static Refusal refusal(VastCreative.Linear linear) {
        List<VastMediaFile> files = linear.mediaFiles();
        boolean none = files.stream().allMatch(file -> file.url().isEmpty());
        String message = files.isEmpty() ? "The linear creative has no media file."
                : none ? "No media file of the linear creative has a URL."
                : "None of the " + files.size() + " media files can be played.";
        return new Refusal(none ? VastCode.NO_MEDIA_FILE : VastCode.NO_SUPPORTED_MEDIA_FILE,
                none ? ErrorCode.NO_AD : ErrorCode.UNSUPPORTED, message, linear.element().location());
    }

    private static Optional<String> clickThrough(Trail.WrapperHop above) {
        return above.creatives(VastCreative.Linear.class).stream()
                .flatMap(linear -> linear.clickThrough().stream()).findFirst();
    }

    /** Of each program the icon closest to the ad (VAST 4.3 §2.3.5.2); icons without a program are all shown. */
    private static List<Icon> icons(VastCreative.Linear linear, Trail trail, OpenNode at,
                                    List<TrackingUrl> tracking) {
        var shown = new ArrayList<Icon>();
        for (VastIcon icon : linear.icons()) {
            shown.add(icon.icon().atHop(trail.hop()));
            icon.beacons().forEach(beacon -> tracking.add(beacon.at(trail.hop(), at.id())));
        }
        for (Trail.WrapperHop above : trail.closestFirst()) {
            List<Icon> closer = List.copyOf(shown);
            above.creatives(VastCreative.Linear.class).stream().flatMap(l -> l.icons().stream()).forEach(icon -> {
                String program = icon.icon().program().orElse("");
                if (closer.stream().anyMatch(i -> i.program().filter(program::equalsIgnoreCase).isPresent())) {
                    at.fact("icon passed over", program + " of the wrapper " + above.label()
                            + ": one closer to the ad is for the same program");
                } else {
                    shown.add(icon.icon().atHop(above.hop()));
                    icon.beacons().forEach(beacon -> tracking.add(beacon.at(above.hop(), above.nodeId())));
                }
            });
        }
        return shown;
    }

    private static MediaFile mediaFile(MediaFileChoice.Verdict verdict, OpenNode at) {
        VastMediaFile file = verdict.file();
        OpenNode leaf = at.open(NodeKind.MEDIA_FILE, label(file.url()), file.element().location());
        if (!file.type().isEmpty()) {
            leaf.fact("type", file.type());
        }
        if (file.width().isPresent() && file.height().isPresent()) {
            leaf.fact("size", file.width().getAsInt() + "x" + file.height().getAsInt());
        }
        file.bitrate().ifPresent(kbps -> leaf.fact("bitrate", kbps + " kbit/s"));
        if (verdict.chosen() && MediaFileChoice.needsVpaid(file)) {
            leaf.finding(Finding.of("VAST-VPAID", Severity.WARNING,
                    "Only VPAID is offered, which most players have dropped.")
                    .at(file.element().location()).by("VAST 4.3 §1.8"));
        }
        if (verdict.chosen()) {
            leaf.succeed(verdict.reason());
        } else {
            leaf.skip(verdict.reason());
        }
        return new MediaFile(file.url(), file.type(), file.bitrate(), file.width(), file.height(), file.delivery(),
                file.codec(), file.apiFramework(), verdict.chosen(), verdict.reason(), file.details(), leaf.id());
    }

    private static void passedOver(String url, String reason, OpenNode at) {
        at.open(NodeKind.MEDIA_FILE, label(url)).skip(reason);
    }

    /** A URL that holds the file itself is long. */
    private static String label(String url) {
        return url.startsWith("data:") && url.length() > LABEL_LENGTH ? url.substring(0, LABEL_LENGTH) + "…" : url;
    }
}
