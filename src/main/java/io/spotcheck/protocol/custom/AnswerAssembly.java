package io.spotcheck.protocol.custom;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.TrackingUrl;
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
     */
    record Assembled(List<Ad> ads, List<AdError> failures, Optional<String> campaign, Optional<Duration> keepFor) {

        Assembled {
            ads = List.copyOf(ads);
            failures = List.copyOf(failures);
        }

        /** No ad, for this reason. */
        static Assembled none(AdError error) {
            return new Assembled(List.of(), List.of(error), Optional.empty(), Optional.empty());
        }
    }

    private final AnswerMapping mapping;
    private final AdRequest request;
    private final String url;
    private final OpenNode document;
    private final Deadline deadline;
    private final Extraction whole;

    /**
     * The assembly of one answer.
     *
     * @param url      where it came from
     * @param document its node, left open
     * @param deadline when it must be done
     */
    AnswerAssembly(AnswerMapping mapping, AdRequest request, String url, Part answer, OpenNode document,
                   Deadline deadline) {
        this.mapping = mapping;
        this.request = request;
        this.url = url;
        this.document = document;
        this.deadline = deadline;
        whole = new Extraction(answer, document);
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
        Optional<Duration> keepFor = whole.duration(mapping.keepFor());
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
            ad(part, node, failures).ifPresent(ads::add);
        }
        return new Assembled(ads, failures, campaign, keepFor);
    }

    private Optional<AdError> refusal(RefusalMapping refusal, boolean broken) {
        return refusal.met(whole.part()).map(condition -> {
            Optional<String> reason = refusal.reason().flatMap(this::quietly);
            OptionalInt code = refusal.code().flatMap(this::quietly).map(AnswerAssembly::wholeNumber)
                    .orElse(OptionalInt.empty());
            String message = (broken ? "The server reports an error" : "The server has no ad")
                    + reason.map(why -> ": " + why).orElse(".");
            Location place = whole.part().nearest(condition.at());
            if (broken) {
                document.finding(Finding.of("CUSTOM-SERVER-ERROR", Severity.ERROR, message).at(place));
            }
            AdError error = AdError.of(ErrorCode.NO_AD, message, document.id()).atUrl(url).at(place)
                    .withBeacons(refusal.beacons().map(urls -> whole.urls("error", urls, Scope.AD)).orElse(List.of()));
            return code.isPresent() ? error.withProtocolCode(code.getAsInt()) : error;
        });
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
