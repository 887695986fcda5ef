package io.spotcheck.protocol.vmap;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.vast.Allowance;
import io.spotcheck.protocol.vast.Carried;
import io.spotcheck.protocol.vast.CarriedVast;
import io.spotcheck.protocol.vmap.document.AdSource;
import io.spotcheck.protocol.vmap.document.VmapBreak;
import io.spotcheck.protocol.vmap.document.VmapError;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Severity;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.xml.XmlElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves the ads of one break (VMAP 1.0.1 §2.3.2 and §2.4). Safe for use by many threads. */
final class BreakResolver {

    private static final Set<String> TYPES = Set.of("linear", "nonlinear", "display");
    private static final String DISPLAY = "display";

    private final CarriedVast vast;
    private final Endpoint wire;
    private final AdRequest request;
    private final MacroValues known;
    private final FetchContext context;
    private final String base;
    private final String text;

    /**
     * What came of a break.
     *
     * @param ads      its ads, in the order of showing
     * @param error    why it has none
     * @param failures everything that failed on the way, in order
     * @param chain    the documents that were asked for, in order
     * @param expires  how long the ads may be kept, the shortest of them
     */
    record Outcome(List<Ad> ads, Optional<AdError> error, List<AdError> failures, List<String> chain,
                   Optional<Duration> expires) {

        static Outcome failed(AdError error) {
            return new Outcome(List.of(), Optional.of(error), List.of(error), List.of(), Optional.empty());
        }
    }

    /**
     * A resolver for the breaks of one schedule.
     *
     * @param wire  the wire for the tags that they name
     * @param known what is known for macros before there is a break
     * @param base the URL of the schedule
     * @param text its text
     */
    BreakResolver(CarriedVast vast, Endpoint wire, AdRequest request, MacroValues known, FetchContext context,
                  String base, String text) {
        this.vast = vast;
        this.wire = wire;
        this.request = request;
        this.known = known;
        this.context = context;
        this.base = base;
        this.text = text;
    }

    /** Resolves a break. Its node is closed by this. */
    Outcome resolve(VmapBreak each, OpenNode node) {
        if (each.offset().isEmpty()) {
            return failed(each, node, AdError.of(ErrorCode.MALFORMED, each.timeOffset().isEmpty()
                    ? "The break does not say when it comes." : "The time offset “" + each.timeOffset()
                    + "” cannot be read.", node.id()).withProtocolCode(VmapError.SCHEMA.code()));
        }
        if (!each.breakTypes().isEmpty() && types(each).isEmpty()) {
            return failed(each, node, AdError.of(ErrorCode.UNSUPPORTED, "There are no breaks of the type “"
                    + String.join(",", each.breakTypes()) + "”.", node.id())
                    .withProtocolCode(VmapError.BREAK_TYPE.code()));
        }
        if (each.source().isEmpty()) {
            // Its beacons count all the same, and nothing went wrong (VMAP 1.0.1 §2.3.3).
            var error = AdError.of(ErrorCode.NO_AD, "The break has no ad source.", node.id())
                    .at(each.element().location());
            node.skip(error.message());
            return new Outcome(List.of(), Optional.of(error), List.of(), List.of(), Optional.empty());
        }
        if (context.deadline().hasPassed()) {
            // Those that are there already must not wait until many others have failed one by one.
            return failed(each, node, AdError.of(ErrorCode.TIMEOUT, "The time was used up before it was its turn.",
                    node.id()).withProtocolCode(VmapError.AD_RESPONSE_TIMEOUT.code()));
        }
        return source(each, each.source().get(), node);
    }

    private Outcome source(VmapBreak each, AdSource source, OpenNode node) {
        source.id().ifPresent(id -> node.fact("ad source", id));
        var allowance = new Allowance(source.allowMultipleAds(), source.followRedirects().orElse(true),
                each.breakTypes().contains(DISPLAY));
        FetchContext below = context.below(node);
        MacroValues macros = known.with(BreakMacros.of(each.offset().orElseThrow(), source.allowMultipleAds()));
        return switch (source.content()) {
            case AdSource.Inline(XmlElement root, _) -> finish(each, node, 0, vast.resolve(
                    new Carried.Element(root, text, root.name().equalsIgnoreCase("VAST") ? "inline VAST"
                            : root.name(), base), wire, allowance, request, macros, below));
            case AdSource.InlineText(String inside, _) -> finish(each, node, 0, vast.resolve(
                    new Carried.Text(inside, "VAST as text", base), wire, allowance, request, macros, below));
            case AdSource.Custom(String inside, Optional<String> type, XmlElement element) -> isVast(type)
                    ? finish(each, node, 0, vast.resolve(new Carried.Text(inside, "custom ad data", base), wire,
                            allowance, request, macros, below))
                    : failed(each, node, unknownTemplate(type, node).at(element.location()));
            case AdSource.Tag(String uri, Optional<String> type, XmlElement element) -> {
                if (!isVast(type)) {
                    yield failed(each, node, unknownTemplate(type, node).at(element.location()));
                }
                if (uri.isEmpty()) {
                    yield failed(each, node, AdError.of(ErrorCode.MALFORMED, "The ad tag has no address.", node.id())
                            .withProtocolCode(VmapError.AD_RESPONSE.code()).at(element.location()));
                }
                CarriedVast.Result result = vast.resolveTag(uri, base, wire, allowance, request, macros, below);
                mismatch(type, result).map(found -> found.at(element.location())).ifPresent(node::finding);
                yield finish(each, node, 1, result);
            }
            case AdSource.Nothing(XmlElement element) -> failed(each, node, AdError.of(ErrorCode.MALFORMED,
                    "The ad source leads to no ad: there is neither VAST nor an ad tag in it.", node.id())
                    .withProtocolCode(VmapError.AD_RESPONSE.code()).at(element.location()));
        };
    }

    /** The number is the version: {@code vast} alone and all of its versions are read. What says nothing is tried. */
    private static boolean isVast(Optional<String> templateType) {
        return templateType.map(t -> t.toLowerCase(Locale.ROOT)).filter(t -> !t.matches("vast[0-9._-]*")).isEmpty();
    }

    /** The schedule announces one version of VAST, and another one is answered. */
    private static Optional<Finding> mismatch(Optional<String> type, CarriedVast.Result result) {
        Optional<String> said = type.map(t -> t.toLowerCase(Locale.ROOT)).filter(t -> t.matches("vast\\d.*"))
                .map(t -> t.substring(4, 5));
        return said.isEmpty() ? Optional.empty() : result.version().filter(v -> !v.startsWith(said.get())).map(v ->
                // The schema has no name for what is later than VAST 3, and its users have to say vast3.
                Finding.of("VMAP-TEMPLATETYPE-MISMATCH", said.get().equals("3") && v.compareTo("4") > 0 ? Severity.INFO
                        : Severity.WARNING, "The schedule says " + type.orElseThrow() + ", and the answer is VAST " + v
                        + ".").by("VMAP 1.0.1 §2.3.2"));
    }

    private static AdError unknownTemplate(Optional<String> type, OpenNode node) {
        return AdError.of(ErrorCode.UNSUPPORTED, "The ad response is written in “" + type.orElse("")
                + "”, which only its makers can read.", node.id()).withProtocolCode(VmapError.TEMPLATE_TYPE.code());
    }

    /**
     * Closes the break.
     *
     * @param own how many documents were asked for to have the ad response itself
     */
    private static Outcome finish(VmapBreak each, OpenNode node, int own, CarriedVast.Result result) {
        boolean atResponse = result.chain().size() <= own;
        List<TrackingUrl> toTell = errorBeacons(each, node);
        List<AdError> failures = result.failures().stream().map(f -> told(f, atResponse, toTell)).toList();
        Optional<AdError> error = result.error().map(e -> told(e, atResponse, toTell));
        if (error.isPresent()) {
            node.fail("No ad came of it.");
        } else {
            unfit(each, result.ads()).ifPresent(node::finding);
            node.succeed();
        }
        return new Outcome(result.ads(), error, failures, result.chain(), result.expires());
    }

    private static Outcome failed(VmapBreak each, OpenNode node, AdError error) {
        node.fail(error.message());
        AdError placed = error.location().isPresent() ? error : error.at(each.element().location());
        return Outcome.failed(placed.withBeacons(errorBeacons(each, node)));
    }

    private static List<TrackingUrl> errorBeacons(VmapBreak each, OpenNode node) {
        return each.beacons().stream().filter(b -> b.event().equals("error")).map(b -> b.at(0, node.id())).toList();
    }

    /** A failure as the break's own trackers are told of it, beside those of the ad (VMAP 1.0.1 §2.5). */
    private static AdError told(AdError error, boolean atResponse, List<TrackingUrl> own) {
        var toTell = new ArrayList<>(error.beacons());
        toTell.addAll(own);
        AdError complete = error.withBeacons(toTell);
        Optional<VmapError> ours = error.protocolCode().isEmpty() ? unasked(error.code())
                : atResponse ? unreadable(error.protocolCode().getAsInt()) : Optional.empty();
        return ours.map(e -> complete.withProtocolCode(e.code())).orElse(complete);
    }

    private static Optional<VmapError> unasked(ErrorCode code) {
        return switch (code) {
            case TIMEOUT -> Optional.of(VmapError.AD_RESPONSE_TIMEOUT);
            case CANCELLED -> Optional.empty();
            default -> Optional.of(VmapError.AD_RESPONSE_RETRIEVAL);
        };
    }

    /** VAST has codes for documents that are no VAST; here they are ad responses that are not what they should be. */
    private static Optional<VmapError> unreadable(int vastCode) {
        return switch (vastCode) {
            case 100, 101 -> Optional.of(VmapError.AD_RESPONSE_PARSING);
            case 102 -> Optional.of(VmapError.TEMPLATE_TYPE);
            default -> Optional.empty();
        };
    }

    /** The types of a break that are known. */
    private static Set<String> types(VmapBreak each) {
        return each.breakTypes().stream().map(t -> t.toLowerCase(Locale.ROOT)).filter(TYPES::contains)
                .collect(Collectors.toSet());
    }

    /** A player may ignore ads of types that the break does not name (VMAP 1.0.1 §2.4). */
    private static Optional<Finding> unfit(VmapBreak each, List<Ad> ads) {
        Set<String> types = types(each);
        List<String> others = types.isEmpty() ? List.of() : ads.stream()
                .filter(ad -> ad.creatives().stream().flatMap(BreakResolver::type).noneMatch(types::contains))
                .map(ad -> ad.id().or(ad::adTitle).orElse("without a name")).toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(Finding.of("VMAP-BREAK-ADS-UNFIT", Severity.WARNING,
                "The break is for " + String.join(", ", each.breakTypes()) + " ads, and players may ignore the ad “"
                + others.getFirst() + "”.").at(each.element().location()).by("VMAP 1.0.1 §2.4"));
    }

    private static Stream<String> type(Creative creative) {
        return Stream.of(switch (creative) {
            case Creative.Linear _ -> "linear";
            case Creative.NonLinear _ -> "nonlinear";
            case Creative.Companion _ -> DISPLAY;
        });
    }
}
