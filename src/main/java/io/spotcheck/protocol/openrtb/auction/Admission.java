package io.spotcheck.protocol.openrtb.auction;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import io.spotcheck.protocol.openrtb.request.BidRequest;
import io.spotcheck.protocol.openrtb.request.Impression;
import io.spotcheck.protocol.openrtb.request.Impression.Kind;
import io.spotcheck.protocol.openrtb.terms.Categories;
import io.spotcheck.protocol.openrtb.terms.Domains;
import io.spotcheck.protocol.openrtb.terms.Durations;
import io.spotcheck.protocol.openrtb.terms.Floor;
import io.spotcheck.protocol.openrtb.terms.Frameworks;
import io.spotcheck.protocol.openrtb.terms.Languages;
import io.spotcheck.protocol.openrtb.terms.MarkupContent;
import io.spotcheck.protocol.openrtb.terms.Protocols;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Decides which bids may take part in the auction: each check in turn, and the first that says no gives the reason. */
final class Admission {

    private static final int CONTENT_TAXONOMY_1 = 1;

    private final BidRequest request;
    private final ExchangeRates rates;
    private final List<String> allowedSeats;
    private final List<String> blockedSeats;
    private final List<String> blockedDomains;
    private final List<String> blockedCategories;
    private final List<String> allowedCategories;
    private final List<String> blockedApps;
    private final List<BiFunction<Offer, Impression, Optional<Exclusion>>> checks = List.of(this::price,
            this::currency, this::seat, this::deal, this::markup, this::kind, this::advertiser, this::category,
            this::attribute, this::framework, this::protocol, this::adType, this::secure, this::app, this::language,
            this::size, this::duration, this::floor);

    Admission(BidRequest request, ExchangeRates rates) {
        this.request = request;
        this.rates = rates;
        allowedSeats = request.texts("wseat");
        blockedSeats = request.texts("bseat");
        blockedDomains = request.texts("badv");
        blockedCategories = request.texts("bcat");
        allowedCategories = request.texts("acat");
        blockedApps = request.texts("bapp");
    }

    /** Why an offer may not take part; empty for one that may. */
    Optional<Exclusion> check(Offer offer) {
        if (offer.response().id().filter(id -> !id.equals(request.id())).isPresent()) {
            return no(LossReason.INVALID_AUCTION, "It answers request “" + offer.response().id().get()
                    + "”, not “" + request.id() + "”.");
        }
        if (offer.bid().impId().isEmpty()) {
            return no(LossReason.INVALID_RESPONSE, "It does not say for which impression it is.");
        }
        Optional<Impression> impression = offer.impression(request);
        if (impression.isEmpty()) {
            return no(LossReason.INVALID_RESPONSE, "The request has no impression “" + offer.bid().impId().get()
                    + "”.");
        }
        return checks.stream().map(check -> check.apply(offer, impression.get())).flatMap(Optional::stream).findFirst();
    }

    private Optional<Exclusion> price(Offer offer, Impression impression) {
        if (offer.bid().price().isEmpty()) {
            return no(LossReason.MISSING_PRICE, "It has no price.");
        }
        return offer.price().signum() < 0
                ? no(LossReason.INVALID_RESPONSE, "A price of "
                + Amounts.money(offer.price(), offer.currency()) + " is below zero.")
                : Optional.empty();
    }

    private Optional<Exclusion> currency(Offer offer, Impression impression) {
        if (!ExchangeRates.isCurrency(offer.currency())) {
            return no(LossReason.INVALID_RESPONSE, "“" + offer.currency() + "” is not a currency of ISO 4217.");
        }
        if (!request.currencies().isEmpty() && !request.currencies().contains(offer.currency())) {
            return no(LossReason.INVALID_RESPONSE, "It is in " + offer.currency() + "; the request allows "
                    + String.join(", ", request.currencies()) + ".");
        }
        return Optional.empty();
    }

    private Optional<Exclusion> seat(Offer offer, Impression impression) {
        Optional<String> seat = offer.seat().seat();
        if (!allowedSeats.isEmpty() && seat.filter(allowedSeats::contains).isEmpty()) {
            return no(LossReason.SEAT_BLOCKED, seat.map(s -> "Seat “" + s + "” is not among the allowed ones.")
                    .orElse("It names no seat, and only some may bid."));
        }
        return seat.filter(blockedSeats::contains)
                .map(s -> new Exclusion(LossReason.SEAT_BLOCKED, "Seat “" + s + "” is blocked."));
    }

    private Optional<Exclusion> deal(Offer offer, Impression impression) {
        if (offer.bid().dealId().isEmpty()) {
            return impression.isPrivateAuction()
                    ? no(LossReason.INVALID_DEAL, "The auction is private, and the bid is on no deal.")
                    : Optional.empty();
        }
        Optional<Impression.Deal> deal = offer.deal(impression);
        if (deal.isEmpty()) {
            return no(LossReason.INVALID_DEAL, "The impression has no deal “" + offer.bid().dealId().get() + "”.");
        }
        List<String> seats = deal.get().element().strings("wseat").toList();
        if (!seats.isEmpty() && offer.seat().seat().filter(seats::contains).isEmpty()) {
            return no(LossReason.SEAT_BLOCKED, "The deal is not for seat “" + offer.seat().seat().orElse("") + "”.");
        }
        List<String> domains = deal.get().element().strings("wadomain").toList();
        List<String> advertisers = offer.bid().texts("adomain");
        // Of rotating creatives each has to be for an advertiser of the deal.
        boolean ofDeal = domains.isEmpty() || !advertisers.isEmpty() && advertisers.stream()
                .allMatch(domain -> Domains.isAmong(domain, domains));
        return ofDeal ? Optional.empty() : no(LossReason.INVALID_ADVERTISER,
                "The deal is not for the advertiser " + listed(offer.bid().texts("adomain")) + ".");
    }

    private Optional<Exclusion> markup(Offer offer, Impression impression) {
        boolean some = offer.bid().markup().isPresent() || offer.bid().winUrl().isPresent();
        return some ? Optional.empty()
                : no(LossReason.MISSING_MARKUP, "It has neither markup nor a win notice that could serve it.");
    }

    private Optional<Exclusion> kind(Offer offer, Impression impression) {
        OptionalInt mtype = offer.bid().integer("mtype");
        if (mtype.isEmpty()) {
            return Optional.empty();
        }
        Optional<Kind> kind = Kind.of(mtype.getAsInt());
        if (kind.isEmpty()) {
            return no(LossReason.CREATIVE_FORMAT, mtype.getAsInt() + " is no type of markup.");
        }
        return impression.of(kind.get()).isPresent() ? Optional.empty()
                : no(LossReason.CREATIVE_FORMAT, "The impression is not offered for " + kind.get().member() + ".");
    }

    private Optional<Exclusion> advertiser(Offer offer, Impression impression) {
        return offer.bid().texts("adomain").stream()
                .filter(domain -> Domains.isAmong(domain, blockedDomains)).findFirst()
                .map(domain -> new Exclusion(LossReason.CREATIVE_ADVERTISER, "The advertiser " + domain
                        + " is blocked."));
    }

    private Optional<Exclusion> category(Offer offer, Impression impression) {
        if (offer.bid().integer("cattax").orElse(CONTENT_TAXONOMY_1) != request.categoryTaxonomy()) {
            return Optional.empty();
        }
        Optional<String> hit = offer.bid().texts("cat").stream()
                .filter(cat -> Categories.isAmong(cat, blockedCategories)).findFirst();
        if (hit.isPresent()) {
            return no(LossReason.CREATIVE_CATEGORY, "The category " + hit.get() + " is blocked.");
        }
        return allowedCategories.isEmpty() ? Optional.empty() : offer.bid().texts("cat").stream()
                .filter(cat -> !Categories.isAmong(cat, allowedCategories)).findFirst()
                .map(cat -> new Exclusion(LossReason.CREATIVE_CATEGORY, "The category " + cat
                        + " is not among the allowed ones."));
    }

    private Optional<Exclusion> attribute(Offer offer, Impression impression) {
        List<Integer> blocked = numbers(offer.placements(impression).stream(), "battr");
        return offer.bid().integers("attr").stream().filter(blocked::contains).findFirst()
                .map(attr -> new Exclusion(LossReason.CREATIVE_ATTRIBUTE, "The creative attribute " + attr
                        + " is blocked."));
    }

    /** An impression that lists no framework at all mostly has not thought of them; its bids are not held to it. */
    private Optional<Exclusion> framework(Offer offer, Impression impression) {
        List<JsonElement> placements = offer.placements(impression);
        return placements.stream().noneMatch(p -> p.has("api")) ? Optional.empty()
                : Frameworks.missing(placements, offer.bid().element()).stream().findFirst()
                .map(missing -> new Exclusion(LossReason.CREATIVE_FORMAT, "It works with the API framework "
                        + framework(missing) + ", which the impression does not support."));
    }

    private static String framework(JsonElement value) {
        return value.text() + RtbCatalogue.standard().list("ApiFramework").meaning(value.integer().orElse(0))
                .map(name -> " (" + name + ")").orElse("");
    }

    private Optional<Exclusion> protocol(Offer offer, Impression impression) {
        return impression.timed(offer.kind(impression))
                .flatMap(media -> Protocols.unsupported(media, offer.bid().element()))
                .map(protocol -> new Exclusion(LossReason.CREATIVE_FORMAT, "It is "
                        + Protocols.name(protocol).orElse("of protocol " + protocol.text())
                        + ", which the impression does not support."));
    }

    private Optional<Exclusion> adType(Offer offer, Impression impression) {
        return offer.bid().markup().flatMap(markup -> adType(offer, impression, markup));
    }

    private static Optional<Exclusion> adType(Offer offer, Impression impression, String markup) {
        Optional<JsonElement> banner = impression.of(Kind.BANNER);
        List<Integer> blocked = numbers(banner.stream(), "btype");
        if (blocked.isEmpty() || offer.kind(impression).filter(kind -> kind != Kind.BANNER).isPresent()
                || !MarkupContent.isHtml(markup)) {
            return Optional.empty();
        }
        return MarkupContent.bannerTypes(markup).stream().filter(blocked::contains).findFirst()
                .map(type -> new Exclusion(LossReason.CREATIVE_AD_TYPE, "The banner ad type " + type + " ("
                        + RtbCatalogue.standard().list("BannerAdType").meaning(type).orElseThrow() + ") is blocked."));
    }

    private Optional<Exclusion> secure(Offer offer, Impression impression) {
        return offer.bid().markup().flatMap(markup -> secure(impression, markup));
    }

    private static Optional<Exclusion> secure(Impression impression, String markup) {
        if (impression.element().integer("secure").orElse(0) != 1) {
            return Optional.empty();
        }
        return MarkupContent.insecure(markup).stream().filter(url -> !MarkupContent.isLoopback(url)).findFirst()
                .map(url -> new Exclusion(LossReason.CREATIVE_NOT_SECURE, "The impression is secure, and the markup "
                        + "loads or calls " + url + "."));
    }

    /** Why the markup that a win notice has served may not be shown; empty for one that may. */
    static Optional<Exclusion> served(Offer offer, Impression impression, String markup) {
        return secure(impression, markup).or(() -> adType(offer, impression, markup));
    }

    private static List<Integer> numbers(Stream<JsonElement> objects, String name) {
        return objects.flatMap(m -> m.items(name).stream()).map(JsonElement::integer)
                .filter(OptionalInt::isPresent).map(OptionalInt::getAsInt).toList();
    }

    private Optional<Exclusion> app(Offer offer, Impression impression) {
        return offer.bid().text("bundle").filter(blockedApps::contains)
                .map(app -> new Exclusion(LossReason.CREATIVE_APP, "The app " + app + " is blocked."));
    }

    private Optional<Exclusion> language(Offer offer, Impression impression) {
        return Languages.unwanted(request.root(), offer.bid().element()).map(language ->
                new Exclusion(LossReason.CREATIVE_LANGUAGE, "The language " + language.text()
                        + " is not among the allowed ones: " + String.join(", ", Languages.wanted(request.root()))
                        + "."));
    }

    /** Only of banners the size is fixed; a player scales (OpenRTB 2.6 §3.2.6). */
    private Optional<Exclusion> size(Offer offer, Impression impression) {
        OptionalInt width = offer.bid().integer("w");
        OptionalInt height = offer.bid().integer("h");
        if (width.isEmpty() || height.isEmpty() || offer.kind(impression).filter(Kind.BANNER::equals).isEmpty()) {
            return Optional.empty();
        }
        JsonElement banner = impression.of(Kind.BANNER).orElseThrow();
        List<JsonElement> sizes = Stream.concat(banner.items("format").stream(), Stream.of(banner))
                .filter(s -> s.has("w") && s.has("h")).toList();
        boolean flexible = banner.items("format").stream().anyMatch(f -> f.has("wratio"));
        boolean fits = sizes.isEmpty() || flexible
                || sizes.stream().anyMatch(s -> s.integer("w").equals(width) && s.integer("h").equals(height));
        return fits ? Optional.empty() : no(LossReason.CREATIVE_SIZE, "A size of " + width.getAsInt() + "x"
                + height.getAsInt() + " is not offered.");
    }

    private Optional<Exclusion> duration(Offer offer, Impression impression) {
        OptionalInt seconds = offer.bid().integer("dur");
        return seconds.isEmpty() ? Optional.empty() : impression.timed(offer.kind(impression))
                .flatMap(media -> Durations.misfit(media, seconds.getAsInt()))
                .map(misfit -> new Exclusion(LossReason.CREATIVE, misfit.message()));
    }

    private Optional<Exclusion> floor(Offer offer, Impression impression) {
        Floor floor = offer.floor(impression);
        if (floor.amount().signum() <= 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> least = rates.convert(floor.amount(), floor.currency(), offer.currency());
        if (least.isEmpty()) {
            return no(LossReason.INVALID_RESPONSE, "No rate is known from " + offer.currency() + " to the floor's "
                    + floor.currency() + ".");
        }
        return offer.price().compareTo(least.get()) >= 0 ? Optional.empty()
                : no(floor.ofDeal() ? LossReason.BELOW_DEAL_FLOOR : LossReason.BELOW_FLOOR, "A price of "
                        + Amounts.money(offer.price(), offer.currency()) + " is below the floor of "
                        + Amounts.money(floor.amount(), floor.currency()) + " (" + floor.source() + ").");
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "that it does not name" : String.join(", ", names);
    }

    private static Optional<Exclusion> no(LossReason reason, String message) {
        return Optional.of(new Exclusion(reason, message));
    }
}
