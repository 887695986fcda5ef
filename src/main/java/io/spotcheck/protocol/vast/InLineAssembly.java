package io.spotcheck.protocol.vast;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.MediaFile;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.ad.Verification;
import io.spotcheck.protocol.vast.document.Beacon;
import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastCreative;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes an ad of an inline ad and of what the wrappers above it contribute, and writes its nodes. */
final class InLineAssembly {

    private static final int NO_MEDIA_FILE = 401;
    private static final int NO_SUPPORTED_MEDIA_FILE = 403;

    private final MediaFileChoice choice;

    InLineAssembly(AdRequest request) {
        choice = new MediaFileChoice(request.playerSize());
    }

    /**
     * Makes the ad.
     *
     * @param inLine the inline ad
     * @param trail  the way to its document
     * @param node   its node, closed by this
     */
    Outcome assemble(VastAd.InLine inLine, Trail trail, OpenNode node) {
        VastAd.Definition definition = inLine.definition();
        int hop = trail.hop();
        var tracking = new ArrayList<>(trail.beacons());
        definition.beacons().forEach(b -> tracking.add(b.at(hop, node.id())));
        definition.verifications().forEach(v -> v.beacons().forEach(b -> tracking.add(b.at(hop, node.id()))));
        var creatives = new ArrayList<Creative>();
        Optional<AdError> unplayable = Optional.empty();
        for (VastCreative declared : definition.creatives()) {
            OpenNode at = node.open(NodeKind.CREATIVE, label(declared), declared.element().location());
            addTracking(tracking, declared.beacons(), hop, at.id());
            switch (declared) {
                case VastCreative.Linear linear -> {
                    Creative.Linear made = linear(linear, at);
                    creatives.add(made);
                    if (made.chosen().isEmpty()) {
                        unplayable = Optional.of(unplayable(linear, at));
                        at.fail(unplayable.get().message());
                        continue;
                    }
                }
                case VastCreative.NonLinear overlay -> creatives.add(new Creative.NonLinear(overlay.id(),
                        overlay.width(), overlay.height(), overlay.minSuggestedDuration(), overlay.resources(),
                        overlay.clickThrough(), overlay.apiFramework(), at.id()));
                case VastCreative.Companion companion -> creatives.add(companion(companion, at));
            }
            at.succeed();
        }
        addWrapperCompanions(trail, creatives, node);
        boolean playable = creatives.stream().anyMatch(c -> switch (c) {
            case Creative.Linear linear -> linear.chosen().isPresent();
            case Creative.NonLinear overlay -> !overlay.resources().isEmpty();
            case Creative.Companion companion -> trail.allowance().companionsAlone()
                    && !companion.resources().isEmpty();
        });
        if (!playable) {
            AdError error = unplayable.orElseGet(() -> AdError.of(ErrorCode.NO_AD,
                    "The ad has no creative that can be shown.", node.id())
                    .withProtocolCode(NO_MEDIA_FILE).at(definition.element().location()));
            node.fail(error.message());
            return new Outcome.Failed(error.withBeacons(tracking.stream()
                    .filter(t -> t.scope() == TrackingUrl.Scope.AD && t.event().equals("error")).toList()));
        }
        var verifications = new ArrayList<>(trail.verifications());
        definition.verifications().forEach(v -> verifications.add(new Verification(v.vendor(), v.resources(), hop)));
        var extensions = new ArrayList<>(trail.extensions());
        extensions.addAll(definition.extensions());
        node.succeed();
        return new Outcome.Served(List.of(new Ad(definition.id(), definition.sequence(),
                definition.adSystem(), inLine.adTitle(), inLine.advertiser(), inLine.adServingId(),
                inLine.universalAdIds(), creatives, verifications, tracking, extensions, node.id())));
    }

    private static void addTracking(List<TrackingUrl> tracking, List<Beacon> beacons, int hop, int nodeId) {
        beacons.forEach(b -> tracking.add(b.at(hop, nodeId)));
    }

    private Creative.Linear linear(VastCreative.Linear linear, OpenNode at) {
        var files = new ArrayList<MediaFile>();
        for (MediaFileChoice.Verdict verdict : choice.decide(linear.mediaFiles())) {
            var file = verdict.file();
            OpenNode leaf = at.open(NodeKind.MEDIA_FILE, file.url(), file.element().location());
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
            files.add(new MediaFile(file.url(), file.type(), file.bitrate(), file.width(), file.height(),
                    file.delivery(), file.codec(), file.apiFramework(), verdict.chosen(), verdict.reason(),
                    leaf.id()));
        }
        return new Creative.Linear(linear.id(), linear.duration(), linear.skipOffset(), files, linear.clickThrough(),
                linear.adParameters(), at.id());
    }

    private static AdError unplayable(VastCreative.Linear linear, OpenNode at) {
        boolean none = linear.mediaFiles().isEmpty();
        String message = none ? "The linear creative has no media file."
                : "None of the " + linear.mediaFiles().size() + " media files can be played.";
        return AdError.of(none ? ErrorCode.NO_AD : ErrorCode.UNSUPPORTED, message, at.id())
                .withProtocolCode(none ? NO_MEDIA_FILE : NO_SUPPORTED_MEDIA_FILE).at(linear.element().location());
    }

    private static Creative.Companion companion(VastCreative.Companion companion, OpenNode at) {
        return new Creative.Companion(companion.id(), companion.width(), companion.height(), companion.adSlotId(),
                companion.resources(), companion.clickThrough(), companion.altText(), at.id());
    }

    /** Companions closest to the ad win (VAST 4.3 §3.19.6): those of wrappers serve only where it has none. */
    private static void addWrapperCompanions(Trail trail, List<Creative> creatives, OpenNode node) {
        if (creatives.stream().anyMatch(Creative.Companion.class::isInstance)) {
            return;
        }
        for (VastCreative.Companion companion : trail.companions()) {
            OpenNode at = node.open(NodeKind.CREATIVE, label(companion));
            at.succeed("Offered by a wrapper, because the ad has no companion of its own.");
            creatives.add(companion(companion, at));
        }
    }

    private static String label(VastCreative creative) {
        return switch (creative) {
            case VastCreative.Linear linear -> "linear" + linear.duration()
                    .map(d -> " " + d.toMillis() / 1000.0 + " s").map(t -> t.replace(".0 s", " s")).orElse("");
            case VastCreative.NonLinear overlay -> "nonlinear" + size(overlay.width(), overlay.height());
            case VastCreative.Companion companion -> "companion" + size(companion.width(), companion.height());
        };
    }

    private static String size(OptionalInt width, OptionalInt height) {
        return width.isPresent() && height.isPresent() ? " " + width.getAsInt() + "x" + height.getAsInt() : "";
    }
}
