package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import io.spotcheck.protocol.openrtb.terms.Categories;
import io.spotcheck.protocol.openrtb.terms.Domains;
import io.spotcheck.protocol.openrtb.terms.Durations;
import io.spotcheck.protocol.openrtb.terms.Frameworks;
import io.spotcheck.protocol.openrtb.terms.Languages;
import io.spotcheck.protocol.openrtb.terms.MarkupContent;
import io.spotcheck.protocol.openrtb.terms.Protocols;
import io.spotcheck.xml.MalformedXmlException;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges the creative of a bid by what the request wants and does not want. */
final class PairedCreativeLint {

    private final NativeChecks natives;
    private final XmlReader xml = new XmlReader();
    private final JsonReader json = new JsonReader();

    PairedCreativeLint(NativeChecks natives) {
        this.natives = natives;
    }

    void lint(Offer offer, RtbPass pass) {
        advertiser(offer, pass);
        categories(offer, pass);
        bundle(offer, pass);
        language(offer, pass);
        attributes(offer, pass);
        frameworks(offer, pass);
        medium(offer, pass);
        size(offer, pass);
        duration(offer, pass);
        slot(offer, pass);
        protocol(offer, pass);
        markup(offer, pass);
    }

    private static void advertiser(Offer offer, RtbPass pass) {
        List<String> blocked = offer.request().strings("badv").toList();
        if (blocked.isEmpty()) {
            return;
        }
        List<JsonElement> domains = offer.bid().items("adomain");
        if (domains.isEmpty()) {
            pass.report("ORTB-PAIR-ADVERTISER-UNKNOWN", offer.bid(),
                    "Advertisers are blocked, and adomain does not say whose ad it is.");
        }
        for (JsonElement domain : domains) {
            if (Domains.isAmong(domain.text(), blocked)) {
                pass.report("ORTB-PAIR-ADVERTISER-BLOCKED", domain, "badv blocks " + Words.shorten(domain.text())
                        + ".");
            }
        }
    }

    private static void categories(Offer offer, RtbPass pass) {
        Set<String> blocked = offer.request().strings("bcat").collect(Collectors.toSet());
        Set<String> allowed = offer.request().strings("acat").collect(Collectors.toSet());
        List<JsonElement> own = offer.bid().items("cat");
        if (own.isEmpty() || blocked.isEmpty() && allowed.isEmpty()) {
            return;
        }
        int theirs = offer.request().integer("cattax").orElse(1);
        if (offer.bid().integer("cattax").orElse(1) != theirs) {
            pass.report("ORTB-PAIR-CATEGORY-TAXONOMY", offer.bid().member("cattax").orElse(own.getFirst()),
                    "The categories are of another taxonomy than those of the request.");
            return;
        }
        for (JsonElement category : own) {
            if (Categories.isAmong(category.text(), blocked)) {
                pass.report("ORTB-PAIR-CATEGORY-BLOCKED", category, "bcat blocks " + Words.shorten(category.text())
                        + ".");
            } else if (!allowed.isEmpty() && !Categories.isAmong(category.text(), allowed)) {
                pass.report("ORTB-PAIR-CATEGORY", category, "acat does not allow " + Words.shorten(category.text())
                        + ".");
            }
        }
    }

    private static void bundle(Offer offer, RtbPass pass) {
        List<String> blocked = offer.request().strings("bapp").toList();
        offer.bid().member("bundle").filter(b -> blocked.contains(b.text())).ifPresent(b ->
                pass.report("ORTB-PAIR-APP-BLOCKED", b, "bapp blocks " + Words.shorten(b.text()) + "."));
    }

    private static void language(Offer offer, RtbPass pass) {
        Languages.unwanted(offer.request(), offer.bid()).ifPresent(language -> pass.report("ORTB-PAIR-LANGUAGE",
                language, "The request wants creatives in " + Words.or(Languages.wanted(offer.request()))
                        + ", and this one is in " + Words.shorten(language.text()) + "."));
    }

    private static void attributes(Offer offer, RtbPass pass) {
        Set<Integer> blocked = numbers(offer.placements().stream().flatMap(p -> p.items("battr").stream()));
        for (JsonElement attribute : offer.bid().items("attr")) {
            if (attribute.integer().isPresent() && blocked.contains(attribute.integer().getAsInt())) {
                pass.report("ORTB-PAIR-ATTRIBUTE", attribute, "battr blocks the attribute " + attribute.text() + ".");
            }
        }
    }

    private static void frameworks(Offer offer, RtbPass pass) {
        Frameworks.missing(offer.placements(), offer.bid()).forEach(a -> pass.report("ORTB-PAIR-API", a,
                "The impression does not support the framework " + a.text() + "."));
    }

    private static void medium(Offer offer, RtbPass pass) {
        List<String> offered = RequestChecks.media(offer.imp());
        Optional<String> medium = offer.medium();
        if (!offered.isEmpty() && medium.isPresent() && !offered.contains(medium.get())) {
            pass.report("ORTB-PAIR-MEDIUM", offer.bid().member("mtype").or(() -> offer.bid().member("adm"))
                    .orElse(offer.bid()), "The bid is for " + medium.get() + ", and the impression offers "
                    + Words.and(offered) + ".");
        } else if (medium.isPresent() && !offer.bid().has("mtype") && offer.bid().string("adm").map(Markup::of)
                .filter(kind -> !suits(kind, medium.get())).isPresent()) {
            pass.report("ORTB-PAIR-MARKUP", offer.bid().member("adm").orElseThrow(), "The impression offers "
                    + medium.get() + ", and the markup is "
                    + Markup.of(offer.bid().string("adm").orElse("")).label() + ".");
        }
    }

    private static boolean suits(Markup kind, String medium) {
        return switch (kind) {
            case VAST -> medium.equals("video") || medium.equals("audio");
            case HTML -> medium.equals("banner");
            case NATIVE -> medium.equals("native");
            case EMPTY, ADDRESS, ESCAPED, OTHER -> true;
        };
    }

    private static void size(Offer offer, RtbPass pass) {
        OptionalInt width = offer.bid().integer("w");
        OptionalInt height = offer.bid().integer("h");
        Optional<JsonElement> banner = offer.medium().filter("banner"::equals).flatMap(offer.imp()::member);
        if (width.isEmpty() || height.isEmpty() || banner.isEmpty()) {
            return;
        }
        List<JsonElement> sizes = Stream.concat(banner.stream().filter(b -> b.has("w")),
                banner.get().items("format").stream()).toList();
        boolean open = sizes.isEmpty() || sizes.stream().anyMatch(s -> s.has("wratio")
                || s.integer("w").equals(OptionalInt.of(0)))
                || Stream.of("wmin", "wmax", "hmin", "hmax").anyMatch(banner.get()::has);
        if (!open && sizes.stream().noneMatch(s -> s.integer("w").equals(width) && s.integer("h").equals(height))) {
            pass.report("ORTB-PAIR-SIZE", offer.bid().member("w").orElseThrow(), "The creative is "
                    + width.getAsInt() + "×" + height.getAsInt() + ", which the impression does not offer.");
        }
    }

    private static void duration(Offer offer, RtbPass pass) {
        OptionalInt duration = offer.bid().integer("dur");
        Optional<JsonElement> media = offer.medium().filter(m -> m.equals("video") || m.equals("audio"))
                .flatMap(offer.imp()::member);
        if (duration.isPresent() && media.isPresent()) {
            Durations.misfit(media.get(), duration.getAsInt()).ifPresent(misfit -> pass.report(misfit.exact()
                    ? "ORTB-PAIR-DURATION-EXACT" : "ORTB-PAIR-DURATION", offer.bid().member("dur").orElseThrow(),
                    misfit.message()));
        }
    }

    private static void slot(Offer offer, RtbPass pass) {
        Optional<JsonElement> slot = offer.bid().member("slotinpod").filter(s -> s.integer().orElse(0) != 0);
        boolean dynamic = offer.placements().stream().anyMatch(p -> p.has("poddur"));
        if (slot.isPresent() && !dynamic) {
            pass.report("ORTB-PAIR-SLOT", slot.get(),
                    "A bid asks for a slot of a dynamic pod, and the impression is none.");
        }
    }

    private static void protocol(Offer offer, RtbPass pass) {
        offer.medium().filter(m -> m.equals("video") || m.equals("audio")).flatMap(offer.imp()::member)
                .flatMap(media -> Protocols.unsupported(media, offer.bid())).ifPresent(protocol ->
                        pass.report("ORTB-PAIR-PROTOCOL", protocol, "The impression does not support "
                                + Protocols.name(protocol).orElse("protocol " + protocol.text()) + "."));
    }

    private void markup(Offer offer, RtbPass pass) {
        Optional<JsonElement> adm = offer.bid().member("adm").filter(a -> a.string().isPresent());
        if (adm.isEmpty()) {
            return;
        }
        boolean secure = offer.imp().integer("secure").equals(OptionalInt.of(1));
        if (secure) {
            MarkupContent.insecure(MacroLint.neutral(adm.get().text())).stream().findFirst().ifPresent(url ->
                    pass.report("ORTB-PAIR-SECURE", adm.get(), "The impression is secure, and the markup loads or "
                            + "calls " + Words.shorten(url) + "."));
        }
        switch (Markup.of(adm.get().text())) {
            case VAST -> vast(offer, adm.get(), pass);
            case HTML -> html(offer, adm.get(), pass);
            case NATIVE -> nativeAd(offer, adm.get(), pass);
            case EMPTY, ADDRESS, ESCAPED, OTHER -> {
                // There is nothing to compare with what the impression wants.
            }
        }
    }

    private static void html(Offer offer, JsonElement adm, RtbPass pass) {
        Set<Integer> blocked = numbers(offer.imp().descend("banner", "btype").map(JsonElement::items)
                .orElse(List.of()).stream());
        MarkupContent.bannerTypes(adm.text()).stream().filter(blocked::contains).findFirst().ifPresent(type ->
                pass.report("ORTB-PAIR-BANNER-TYPE", adm, "btype blocks the type " + type
                        + ", of which the markup is."));
    }

    private void vast(Offer offer, JsonElement adm, RtbPass pass) {
        XmlElement root;
        try {
            root = xml.read(MacroLint.neutral(adm.text()));
        } catch (MalformedXmlException told) {
            // The lint of the response has told it.
            return;
        }
        Optional<JsonElement> media = offer.medium().flatMap(offer.imp()::member);
        List<String> protocols = media.map(Protocols::supported).orElse(List.of());
        boolean told = media.flatMap(m -> Protocols.unsupported(m, offer.bid())).isPresent();
        CreativeChecks.protocol(root).filter(p -> !told && !protocols.isEmpty() && !protocols.contains(p))
                .ifPresent(p -> pass.report("ORTB-PAIR-PROTOCOL", adm, "The impression does not support " + p + "."));
        Set<String> mimes = media.stream().flatMap(m -> lower(m.strings("mimes")).stream())
                .collect(Collectors.toSet());
        Set<String> types = CreativeChecks.all(root, "MediaFile").flatMap(f -> f.attribute("type").stream())
                .map(t -> t.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        if (!mimes.isEmpty() && !types.isEmpty() && types.stream().noneMatch(mimes::contains)) {
            pass.report("ORTB-PAIR-MIME", adm, "No media file is of a type that the impression supports.");
        }
    }

    private void nativeAd(Offer offer, JsonElement adm, RtbPass pass) {
        Optional<JsonElement> request = natives.request(offer.imp());
        if (request.isEmpty()) {
            return;
        }
        try {
            JsonElement root = NativeChecks.unwrapped(json.read(adm.text()));
            NativePairLint.lint(request.get(), root, pass.within(adm, NativeChecks.release(root, Optional.empty())));
        } catch (MalformedJsonException told) {
            // The lint of the response has told it.
        }
    }

    private static Set<String> lower(Stream<String> texts) {
        return texts.map(t -> t.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static Set<Integer> numbers(Stream<JsonElement> values) {
        Set<Integer> numbers = new HashSet<>();
        values.forEach(v -> v.integer().ifPresent(numbers::add));
        return numbers;
    }
}
