package io.spotcheck.protocol.custom;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.lint.Excerpt;
import io.spotcheck.protocol.vast.CarriedVast;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Severity;
import io.spotcheck.upstream.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes ads of an answer that could be read, as a mapping describes it, and writes their nodes. */
final class AnswerAssembly {

    /**
     * What an answer came to.
     *
     * @param ads      the ads that can be shown
     * @param failures why there are no more, or none
     * @param campaign the campaign of the first ad
     * @param keepFor  how long the answer may be kept
     * @param chain    the documents that were asked for beyond the answer, in order
     */
    record Assembled(List<Ad> ads, List<AdError> failures, Optional<String> campaign, Optional<Duration> keepFor,
                     List<String> chain) {

        Assembled {
            ads = List.copyOf(ads);
            failures = List.copyOf(failures);
            chain = List.copyOf(chain);
        }

        /** No ad, for this reason. */
        static Assembled none(AdError error) {
            return new Assembled(List.of(), List.of(error), Optional.empty(), Optional.empty(), List.of());
        }
    }

    private final AnswerMapping mapping;
    private final AdRequest request;
    private final String url;
    private final OpenNode document;
    private final Deadline deadline;
    private final CarriedAds carried;
    private final Extraction whole;
    private final List<String> chain = new ArrayList<>();
    private Optional<Duration> keepFor = Optional.empty();

    /**
     * The assembly of one answer.
     *
     * @param carried  what resolves VAST in it
     * @param url      where it came from
     * @param document its node, left open
     * @param deadline when it must be done
     */
    AnswerAssembly(AnswerMapping mapping, AdRequest request, CarriedAds carried, String url, Part answer,
                   OpenNode document, Deadline deadline) {
        this.mapping = mapping;
        this.request = request;
        this.carried = carried;
        this.url = url;
        this.document = document;
        this.deadline = deadline;
        whole = new Extraction(answer, document);
    }

    /** What the answer says with its HTTP status, where the description gives that a meaning. */
    Optional<Assembled> refused(int status) {
        return mapping.error().filter(error -> error.status().contains(status))
                .map(error -> refusal(error, true, whole.part().location()))
                .or(() -> mapping.noAd().filter(noAd -> noAd.status().contains(status))
                        .map(noAd -> refusal(noAd, false, whole.part().location())))
                .map(Assembled::none);
    }

    /** Makes the ads. */
    Assembled assemble() {
        Optional<AdError> refusal = mapping.error().flatMap(error -> refusal(error, true))
                .or(() -> mapping.noAd().flatMap(noAd -> refusal(noAd, false)));
        if (refusal.isPresent()) {
            return Assembled.none(refusal.get());
        }
        Optional<String> each = mapping.ads().each();
        if (each.filter(whole.part()::lacks).isPresent()) {
            return Assembled.none(withoutList(each.get()));
        }
        List<Part> parts = each.map(place -> whole.items(place, mapping.ads().option()))
                .orElse(List.of(whole.part()));
        if (parts.isEmpty()) {
            return Assembled.none(AdError.of(ErrorCode.NO_AD, "The answer has no ad.", document.id()).atUrl(url)
                    .at(each.map(whole.part()::nearest).orElseGet(whole.part()::location)));
        }
        keepFor = whole.duration(mapping.keepFor());
        var ads = new ArrayList<Ad>();
        var failures = new ArrayList<AdError>();
        Optional<String> campaign = Optional.empty();
        for (Part part : parts) {
            if (deadline.hasPassed()) {
                return Assembled.none(AdError.of(ErrorCode.TIMEOUT,
                        "The time for the whole resolution was used up.", document.id()).atUrl(url));
            }
            OpenNode node = document.open(NodeKind.AD, "ad", part.location());
            Optional<String> ofThis = new Extraction(part, node).text(mapping.ads().campaign());
            ofThis.ifPresent(name -> node.fact("campaign", name));
            campaign = campaign.or(() -> ofThis);
            if (mapping.ads().vast().isPresent()) {
                ads.addAll(vast(mapping.ads().vast().get(), part, node, failures));
            } else {
                ad(part, node, failures).ifPresent(ads::add);
            }
        }
        return new Assembled(ads, failures, campaign, keepFor, chain);
    }

    private Optional<AdError> refusal(RefusalMapping refusal, boolean broken) {
        return refusal.met(whole.part())
                .map(condition -> refusal(refusal, broken, whole.part().nearest(condition.at())));
    }

    private AdError refusal(RefusalMapping refusal, boolean broken, Location place) {
        Optional<String> reason = refusal.reason().flatMap(this::quietly);
        OptionalInt code = refusal.code().flatMap(this::quietly).map(AnswerAssembly::wholeNumber)
                .orElse(OptionalInt.empty());
        String message = (broken ? "The server reports an error" : "The server has no ad")
                + reason.map(why -> ": " + why).orElse(".");
        if (broken) {
            document.finding(Finding.of("CUSTOM-SERVER-ERROR", Severity.ERROR, message).at(place));
        }
        AdError error = AdError.of(ErrorCode.NO_AD, message, document.id()).atUrl(url).at(place)
                .withBeacons(refusal.beacons().map(urls -> whole.urls("error", urls, Scope.AD)).orElse(List.of()));
        return code.isPresent() ? error.withProtocolCode(code.getAsInt()) : error;
    }

    /** A value that nobody misses: whoever says no need not say why. */
    private Optional<String> quietly(ValueMapping value) {
        return value.at().flatMap(place -> whole.part().all(place).stream().findFirst()).flatMap(Part::text)
                .or(value::otherwise);
    }

    private static OptionalInt wholeNumber(String text) {
        return text.matches("-?\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private AdError withoutList(String each) {
        String message = "The answer has no list of ads at " + each + ".";
        Location place = whole.part().nearest(each);
        document.finding(Finding.of("CUSTOM-ADS-MISSING", Severity.ERROR, message).at(place)
                .by("option " + mapping.ads().option()));
        return AdError.of(ErrorCode.MALFORMED, message, document.id()).atUrl(url).at(place);
    }

    /** The ads of VAST that the part carries; the beacons that the part has itself go with the first of them. */
    private List<Ad> vast(ValueMapping place, Part part, OpenNode node, List<AdError> failures) {
        var values = new Extraction(part, node);
        Optional<String> id = values.text(mapping.ads().id());
        values.text(mapping.ads().title()).or(() -> id).ifPresent(node::label);
        Optional<String> text = values.text(place);
        List<TrackingUrl> own = values.tracking(mapping.ads().tracking(), Scope.AD);
        List<TrackingUrl> ofErrors = own.stream().filter(t -> t.event().equals("error")).toList();
        if (text.filter(CarriedAds::canBe).isEmpty()) {
            AdError error = AdError.of(ErrorCode.MALFORMED, text.map(t -> "“" + Excerpt.of(t)
                    + "” is neither VAST nor the address of a tag.").orElse("The ad has no VAST."), node.id()).atUrl(url)
                    .at(place.at().map(part::nearest).orElseGet(part::location)).withBeacons(ofErrors);
            node.fail(error.message());
            failures.add(error);
            return List.of();
        }
        CarriedVast.Result result = carried.resolve(text.get(), node);
        chain.addAll(result.chain());
        result.expires().ifPresent(life -> keepFor = keepFor.filter(k -> k.compareTo(life) < 0)
                .or(() -> Optional.of(life)));
        if (result.error().isPresent()) {
            node.fail("No ad came of it.");
            failures.addAll(result.failures().isEmpty() ? List.of(result.error().get()) : result.failures());
            failures.set(failures.size() - 1, withMore(failures.getLast(), ofErrors));
            return List.of();
        }
        failures.addAll(result.failures());
        node.succeed();
        var ads = new ArrayList<>(result.ads());
        var all = new ArrayList<>(own);
        all.addAll(ads.getFirst().tracking());
        ads.set(0, ads.getFirst().withTracking(all));
        return ads;
    }

    private static AdError withMore(AdError error, List<TrackingUrl> beacons) {
        var all = new ArrayList<>(error.beacons());
        all.addAll(beacons);
        return error.withBeacons(all);
    }

    private Optional<Ad> ad(Part part, OpenNode node, List<AdError> failures) {
        AdMapping described = mapping.ads();
        var values = new Extraction(part, node);
        Optional<String> id = values.text(described.id());
        Optional<String> title = values.text(described.title());
        Optional<String> advertiser = values.text(described.advertiser());
        Optional<String> system = values.text(described.system());
        title.or(() -> id).ifPresent(node::label);
        id.ifPresent(name -> node.fact("id", name));
        system.ifPresent(name -> node.fact("ad system", name));
        List<TrackingUrl> tracking = new ArrayList<>(values.tracking(described.tracking(), Scope.AD));
        var creatives = new CreativeAssembly(request.playerSize(), node);
        described.creatives().forEach(creative -> creatives.add(creative, part));
        if (creatives.creatives().isEmpty()) {
            AdError error = AdError.of(ErrorCode.MALFORMED, "The ad has no creative that can be shown.", node.id())
                    .atUrl(url).at(creatives.unshowable().orElseGet(part::location))
                    .withBeacons(tracking.stream().filter(t -> t.event().equals("error")).toList());
            node.fail(error.message());
            failures.add(error);
            return Optional.empty();
        }
        tracking.addAll(creatives.tracking());
        node.succeed();
        return Optional.of(new Ad(id, OptionalInt.empty(), system, title, advertiser, Optional.empty(), List.of(),
                creatives.creatives(), List.of(), tracking, List.of(), node.id()));
    }
}
