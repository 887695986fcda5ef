package io.spotcheck.protocol.vast;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.protocol.vast.document.Beacon;
import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastDocument;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Decides which ads of one document are taken (VAST 4.3 §2.3.5 and §3.3.1). */
final class AdSelection {

    private final VastResolver resolver;
    private final VastDocument document;
    private final String url;
    private final OpenNode node;
    private final Trail trail;
    private final AdFindings findings;

    AdSelection(VastResolver resolver, VastDocument document, String url, OpenNode node, Trail trail) {
        this.resolver = resolver;
        this.document = document;
        this.url = url;
        this.node = node;
        this.trail = trail;
        findings = new AdFindings(document);
    }

    Outcome select() {
        List<VastAd> standAlone = document.ads().stream()
                .filter(ad -> ad.definition().sequence().isEmpty()).toList();
        List<VastAd> pod = document.ads().stream().filter(ad -> ad.definition().sequence().isPresent())
                .sorted(Comparator.comparingInt(ad -> ad.definition().sequence().getAsInt())).toList();
        if (trail.allowsMultipleAds()) {
            return pod.isEmpty() ? firstThatServes(standAlone) : pod(pod, new ArrayList<>(standAlone));
        }
        if (trail.nearest().isEmpty()) {
            return onlyOne(standAlone, pod);
        }
        pod.forEach(ad -> skip(ad, "It has sequence=\"" + ad.definition().sequence().getAsInt() + "\": ads of a pod "
                + "are for wrappers with allowMultipleAds=\"true\"."));
        if (standAlone.isEmpty()) {
            return resolver.failed(node, trail, resolver.noAd(onlyPod(pod), node)
                    .at(pod.getFirst().definition().element().location()), errors(pod));
        }
        standAlone.stream().skip(1).forEach(ad -> skip(ad, "The wrapper above allows only one ad; "
                + "allowMultipleAds=\"true\" on it would allow more."));
        return resolve(standAlone.getFirst());
    }

    /** A single ad with a sequence is refused, too, and looks as if it should not be: the reason says it all. */
    private String onlyPod(List<VastAd> pod) {
        String wrapper = trail.wrappers().getLast().label();
        String ads = pod.size() == 1 ? "The only ad has sequence=\"" + pod.getFirst().definition().sequence().getAsInt()
                + "\", which makes it an ad of a pod" : "There are only ads of a pod";
        return ads + ", and the wrapper " + wrapper + " allows only an ad that stands alone. allowMultipleAds=\"true\" "
                + "on the Wrapper would allow " + (pod.size() == 1 ? "it, and so would an Ad without sequence."
                : "them.");
    }

    /** Whoever carries the document takes one ad of it: one that stands alone, else the first of the pod. */
    private Outcome onlyOne(List<VastAd> standAlone, List<VastAd> pod) {
        if (standAlone.isEmpty()) {
            return firstThatServes(pod);
        }
        pod.forEach(ad -> skip(ad, "Only one ad is allowed here, and another stands alone."));
        return firstThatServes(standAlone);
    }

    /** Of several ads of which one is wanted, a player takes one. */
    private Outcome firstThatServes(List<VastAd> ads) {
        Optional<Outcome.Failed> firstFailure = Optional.empty();
        for (int i = 0; i < ads.size(); i++) {
            Outcome outcome = resolve(ads.get(i));
            if (outcome instanceof Outcome.Served) {
                ads.stream().skip(i + 1L).forEach(ad -> skip(ad, ad.definition().sequence().isPresent()
                        ? "Only one ad is allowed here, and another was taken."
                        : "Another ad that stands alone was taken."));
                return outcome;
            }
            firstFailure = firstFailure.or(() -> Optional.of((Outcome.Failed) outcome));
            if (!mayBeReplaced(ads.get(i), (Outcome.Failed) outcome)) {
                ads.stream().skip(i + 1L).forEach(ad -> skip(ad,
                        "The wrapper before it does not ask for a fallback; fallbackOnNoAd=\"true\" on it would."));
                break;
            }
        }
        return firstFailure.orElseThrow();
    }

    /** The ads of a pod play in sequence; ads that stand alone take the place of those that fail. */
    private Outcome pod(List<VastAd> ads, List<VastAd> substitutes) {
        var served = new ArrayList<Ad>();
        Optional<Outcome.Failed> firstFailure = Optional.empty();
        String unneeded = "It is a substitute, and no ad of the pod needs it.";
        for (VastAd ad : ads) {
            Optional<String> full = resolver.limit().full();
            if (full.isPresent()) {
                Outcome.Failed cut = cut(ad, full.get());
                firstFailure = firstFailure.or(() -> Optional.of(cut));
                continue;
            }
            Outcome outcome = resolve(ad);
            if (outcome instanceof Outcome.Failed failed && !mayBeReplaced(ad, failed)) {
                unneeded = "It is a substitute, and the wrapper " + label(ad) + ", of which no ad came, does not ask for "
                        + "one; fallbackOnNoAd=\"true\" on it would.";
                firstFailure = firstFailure.or(() -> Optional.of(failed));
                continue;
            }
            boolean substitute = false;
            while (outcome instanceof Outcome.Failed failed && !isCut(failed) && !substitutes.isEmpty()) {
                firstFailure = firstFailure.or(() -> Optional.of(failed));
                outcome = resolve(substitutes.removeFirst());
                substitute = true;
            }
            switch (outcome) {
                case Outcome.Served more -> served.addAll(substitute ? inPlaceOf(ad, more.ads()) : more.ads());
                case Outcome.Failed failed -> firstFailure = firstFailure.or(() -> Optional.of(failed));
            }
        }
        String why = unneeded;
        substitutes.forEach(ad -> skip(ad, why));
        return served.isEmpty() ? firstFailure.orElseThrow() : new Outcome.Served(served);
    }

    /**
     * Whether another ad may take the place of one that failed. What {@code fallbackOnNoAd} of a wrapper decides is
     * what happens when no ad comes back (VAST 4.3 §3.19); one that came and cannot be shown is replaced as any other
     * (§3.3.1).
     */
    private static boolean mayBeReplaced(VastAd ad, Outcome.Failed failed) {
        int hundreds = failed.error().protocolCode().orElse(VastCode.NO_AD) / 100;
        // The hundreds tell of documents, and the three hundreds of wrappers; all others tell of an ad.
        boolean anAdCame = hundreds != 1 && hundreds != 3;
        return !(ad instanceof VastAd.Wrapper wrapper) || wrapper.fallbackOnNoAd() || anAdCame;
    }

    private static String label(VastAd ad) {
        return ad.definition().id().or(ad.definition()::adSystem).map(name -> "“" + name + "”").orElse("without an id");
    }

    private static List<Ad> inPlaceOf(VastAd failed, List<Ad> ads) {
        return ads.stream().map(ad -> ad.withSequence(failed.definition().sequence().orElseThrow())).toList();
    }

    private static boolean isCut(Outcome.Failed failed) {
        return failed.error().protocolCode().equals(OptionalInt.of(VastCode.BREAK_SHORTENED));
    }

    /** An ad for which there is no room is told so, and not asked for. */
    private Outcome.Failed cut(VastAd ad, String why) {
        OpenNode at = open(ad);
        Outcome.Failed failed = resolver.failed(at, trail, AdError.of(ErrorCode.LIMIT_REACHED, why, at.id())
                .withProtocolCode(VastCode.BREAK_SHORTENED).at(ad.definition().element().location()),
                beacons(ad, at.id()));
        at.skip(why);
        return failed;
    }

    private Outcome resolve(VastAd ad) {
        OpenNode at = open(ad);
        if (AdFindings.hasNoBody(ad)) {
            return resolver.failed(at, trail, AdError.of(ErrorCode.NO_AD,
                    "The ad has neither an InLine nor a Wrapper.", at.id()).withProtocolCode(VastCode.SCHEMA)
                    .at(ad.definition().element().location()), beacons(ad, at.id()));
        }
        return switch (ad) {
            case VastAd.InLine inLine -> inLine(inLine, at);
            case VastAd.Wrapper wrapper -> wrapper(wrapper, at);
        };
    }

    private Outcome inLine(VastAd.InLine inLine, OpenNode at) {
        Outcome outcome = resolver.assembly().assemble(inLine, trail, at, resolver::fellBeside);
        return switch (outcome) {
            case Outcome.Served served -> {
                Optional<String> noRoom = resolver.limit().admit(served.ads());
                if (noRoom.isPresent()) {
                    yield resolver.failed(at, trail, AdError.of(ErrorCode.LIMIT_REACHED, noRoom.get(), at.id())
                            .withProtocolCode(VastCode.BREAK_SHORTENED)
                            .at(inLine.definition().element().location()), beacons(inLine, at.id()));
                }
                inLine.definition().details().expires().ifPresent(resolver::keepAtMost);
                yield served;
            }
            case Outcome.Failed failed -> empty(inLine, failed, at);
        };
    }

    /** An empty answer is reported to the root's error URLs, too (VAST 4.3 §2.3.6.4). */
    private Outcome.Failed empty(VastAd.InLine inLine, Outcome.Failed failed, OpenNode at) {
        AdError error = failed.error();
        if (error.protocolCode().equals(OptionalInt.of(VastCode.NO_AD))) {
            var toTell = new ArrayList<>(error.beacons());
            document.errors().forEach(beacon -> toTell.add(beacon.at(trail.hop(), node.id())));
            error = error.withBeacons(toTell);
        }
        return resolver.fell(at, error);
    }

    private Outcome wrapper(VastAd.Wrapper wrapper, OpenNode at) {
        Trail below = trail.through(wrapper, at);
        if (!trail.allowsWrappers()) {
            return resolver.failed(at, below, resolver.noAd(trail.nearest().isEmpty()
                    ? "Wrappers are not followed here." : "The wrapper " + trail.wrappers().getLast().label()
                    + " above does not allow further wrappers: it has followAdditionalWrappers=\"false\".", at)
                    .at(wrapper.definition().element().location()), List.of());
        }
        if (below.hop() > resolver.maxWrappers()) {
            return resolver.failed(at, below, AdError.of(ErrorCode.WRAPPER_LIMIT, "There are more than "
                    + resolver.maxWrappers() + " wrappers.", at.id()).withProtocolCode(VastCode.WRAPPER_LIMIT)
                    .at(wrapper.definition().element().location()), List.of());
        }
        if (wrapper.tagUri().isEmpty()) {
            return resolver.failed(at, below, AdError.of(ErrorCode.MALFORMED,
                    "The wrapper does not say where the ad is.", at.id()).withProtocolCode(VastCode.WRAPPER)
                    .at(wrapper.tagElement().location()), List.of());
        }
        Outcome outcome = resolver.document(wrapper.tagUri().get(), url, at, below);
        switch (outcome) {
            case Outcome.Served served -> at.succeed();
            case Outcome.Failed failed -> at.fail(VastResolver.NOTHING_CAME);
        }
        return outcome;
    }

    private OpenNode open(VastAd ad) {
        VastAd.Definition definition = ad.definition();
        OpenNode at = switch (ad) {
            case VastAd.InLine inLine -> node.open(NodeKind.AD,
                    inLine.adTitle().or(definition::id).orElse("inline"), definition.element().location());
            case VastAd.Wrapper wrapper -> node.open(NodeKind.WRAPPER,
                    definition.id().or(definition::adSystem).orElse("wrapper"), definition.element().location());
        };
        definition.id().ifPresent(id -> at.fact("id", id));
        definition.sequence().ifPresent(place -> at.fact("sequence", String.valueOf(place)));
        definition.adSystem().ifPresent(system -> at.fact("ad system", system));
        findings.of(ad).forEach(at::finding);
        return at;
    }

    private void skip(VastAd ad, String reason) {
        open(ad).skip(reason);
    }

    private List<TrackingUrl> errors(List<VastAd> ads) {
        return ads.stream().flatMap(ad -> beacons(ad, node.id()).stream()).toList();
    }

    /** The error URLs of one ad. */
    private List<TrackingUrl> beacons(VastAd ad, int nodeId) {
        Stream<Beacon> own = ad.definition().errors().stream();
        return own.map(beacon -> beacon.at(trail.hop(), nodeId)).toList();
    }
}
