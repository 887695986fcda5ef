package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What is looked at in a request and its impressions, apart from what they offer. */
final class RequestChecks {

    private static final int SHORT_TMAX = 50;
    private static final int LONG_TMAX = 5_000;
    /** The year 1973 in milliseconds, 5138 in seconds. */
    private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(100_000_000_000L);
    private static final Set<String> PROBABILITIES = Set.of("viewability", "click_through_rate", "ctr", "vcr",
            "completion_rate", "video_completion_rate");
    private static final List<String> MEDIA = List.of("banner", "video", "audio", "native");

    private RequestChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("BidRequest", RequestChecks::test);
        checks.on("BidRequest", RequestChecks::tmax);
        checks.on("BidRequest", RequestChecks::quantity);
        checks.on("BidRequest", RequestChecks::blockedSeats);
        checks.on("Imp", RequestChecks::floorCurrency);
        checks.on("Imp", RequestChecks::timestamp);
        checks.on("Imp", RequestChecks::bannerIds);
        checks.on("Metric", RequestChecks::metric);
        checks.on("Qty", RequestChecks::multiplier);
        checks.on("Pmp", RequestChecks::privateAuction);
        checks.on("Deal", RequestChecks::dealCurrency);
        checks.on("Deal", RequestChecks::fixedPrice);
    }

    private static void test(JsonElement request, RtbPass pass) {
        request.member("test").filter(t -> t.integer().equals(OptionalInt.of(1))).ifPresent(t ->
                pass.report("ORTB-REQUEST-TEST", t, "This is a test: no auction of it is billed."));
    }

    private static void tmax(JsonElement request, RtbPass pass) {
        OptionalInt tmax = request.integer("tmax");
        if (tmax.isEmpty()) {
            return;
        }
        JsonElement at = request.member("tmax").orElseThrow();
        if (tmax.getAsInt() <= 0) {
            pass.report("ORTB-REQUEST-TMAX-RANGE", at, "tmax is " + tmax.getAsInt() + " ms; no bid can be in time.");
        } else if (tmax.getAsInt() < SHORT_TMAX) {
            pass.report("ORTB-REQUEST-TMAX-SHORT", at, "tmax is " + tmax.getAsInt()
                    + " ms, which is less than most networks need; milliseconds are meant.");
        } else if (tmax.getAsInt() > LONG_TMAX) {
            pass.report("ORTB-REQUEST-TMAX-LONG", at, "tmax is " + tmax.getAsInt()
                    + " ms, which is longer than a player waits.");
        }
    }

    private static void quantity(JsonElement request, RtbPass pass) {
        if (!request.has("dooh")) {
            return;
        }
        for (JsonElement imp : request.items("imp")) {
            if (imp.isObject() && !imp.has("qty")) {
                pass.report("ORTB-IMP-QTY-MISSING", imp,
                        "An impression of digital out-of-home says nothing of how many people it is for.");
            }
        }
    }

    private static void blockedSeats(JsonElement request, RtbPass pass) {
        Set<String> blocked = request.strings("bseat").collect(Collectors.toSet());
        if (blocked.isEmpty()) {
            return;
        }
        for (JsonElement imp : request.items("imp")) {
            for (JsonElement deal : imp.descend("pmp", "deals").map(JsonElement::items).orElse(List.of())) {
                deal.items("wseat").stream().filter(seat -> blocked.contains(seat.text())).forEach(seat ->
                        pass.report("ORTB-DEAL-SEAT-BLOCKED", seat, "The deal is for the seat “"
                                + Words.shorten(seat.text()) + "”, which bseat blocks."));
            }
        }
    }

    private static void floorCurrency(JsonElement imp, RtbPass pass) {
        Optional<JsonElement> floor = imp.member("bidfloor").filter(RequestChecks::isPositive);
        List<String> allowed = root(imp).strings("cur").toList();
        if (floor.isPresent() && !imp.has("bidfloorcur") && !allowed.isEmpty() && !allowed.contains("USD")) {
            pass.report("ORTB-IMP-FLOOR-CURRENCY", floor.get(), "Without bidfloorcur the floor is in USD, "
                    + "and bids are to be in " + Words.or(allowed) + ".");
        }
    }

    private static void timestamp(JsonElement imp, RtbPass pass) {
        imp.member("dt").filter(dt -> dt.number().filter(n -> n.compareTo(MILLISECONDS) < 0).isPresent())
                .ifPresent(dt -> pass.report("ORTB-IMP-DT-SECONDS", dt, "dt is " + dt.text()
                        + ", which are no milliseconds of our time."));
    }

    private static void bannerIds(JsonElement imp, RtbPass pass) {
        Set<String> known = new HashSet<>();
        imp.descend("banner", "id").ifPresent(id -> known.add(id.text()));
        for (String medium : List.of("video", "audio")) {
            for (JsonElement companion : imp.descend(medium, "companionad").map(JsonElement::items)
                    .orElse(List.of())) {
                Optional<JsonElement> id = companion.member("id");
                if (id.isPresent() && !known.add(id.get().text())) {
                    pass.report("ORTB-BANNER-ID-DUPLICATE", id.get(), "There are two banners “"
                            + Words.shorten(id.get().text()) + "” in the impression.");
                }
            }
        }
    }

    private static void metric(JsonElement metric, RtbPass pass) {
        Optional<BigDecimal> value = metric.number("value");
        boolean probability = metric.string("type").map(t -> t.toLowerCase(Locale.ROOT))
                .filter(PROBABILITIES::contains).isPresent();
        if (probability && value.isPresent()
                && (value.get().signum() < 0 || value.get().compareTo(BigDecimal.ONE) > 0)) {
            pass.report("ORTB-METRIC-RANGE", metric.member("value").orElseThrow(), "A probability is "
                    + value.get() + "; it must be from 0.0 to 1.0.");
        }
    }

    private static void multiplier(JsonElement qty, RtbPass pass) {
        qty.member("multiplier").filter(m -> m.number().filter(n -> n.signum() == 0).isPresent()).ifPresent(m ->
                pass.report("ORTB-QTY-ZERO", m, "The multiplier is 0: nobody sees the ad."));
        if (qty.integer("sourcetype").equals(OptionalInt.of(1)) && !qty.has("vendor")) {
            pass.report("ORTB-QTY-VENDOR-MISSING", qty,
                    "A vendor has measured the quantity, and vendor does not say which.");
        }
    }

    private static void privateAuction(JsonElement pmp, RtbPass pass) {
        if (pmp.integer("private_auction").equals(OptionalInt.of(1)) && pmp.items("deals").isEmpty()) {
            pass.report("ORTB-PMP-PRIVATE-EMPTY", pmp.member("private_auction").orElseThrow(),
                    "Only deals may bid, and there is none.");
        }
    }

    private static void dealCurrency(JsonElement deal, RtbPass pass) {
        Optional<JsonElement> floor = deal.member("bidfloor").filter(RequestChecks::isPositive);
        Optional<String> around = deal.parent().flatMap(JsonElement::parent).flatMap(JsonElement::parent)
                .flatMap(imp -> imp.string("bidfloorcur"));
        if (floor.isPresent() && !deal.has("bidfloorcur") && around.filter(c -> !c.equals("USD")).isPresent()) {
            pass.report("ORTB-DEAL-FLOOR-CURRENCY", floor.get(), "The floor of the deal is in USD: it does not take "
                    + "over " + around.get() + " from the impression.");
        }
    }

    private static void fixedPrice(JsonElement deal, RtbPass pass) {
        if (deal.integer("at").equals(OptionalInt.of(3))
                && deal.member("bidfloor").filter(RequestChecks::isPositive).isEmpty()) {
            pass.report("ORTB-DEAL-PRICE-MISSING", deal.member("at").orElseThrow(),
                    "The price is the one that was agreed on, and bidfloor does not say it.");
        }
    }

    static boolean isPositive(JsonElement value) {
        return value.number().filter(n -> n.signum() > 0).isPresent();
    }

    /** The kinds of ad that an impression offers. */
    static List<String> media(JsonElement imp) {
        return MEDIA.stream().filter(imp::has).toList();
    }

    static JsonElement root(JsonElement any) {
        JsonElement here = any;
        while (here.parent().isPresent()) {
            here = here.parent().get();
        }
        return here;
    }

    /** Whether the document is judged as 2.6. */
    static boolean isNew(RtbPass pass) {
        return pass.isAtLeast(Release.OPENRTB_2_6);
    }
}
