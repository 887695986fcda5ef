package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is looked at in regulations, consent and the supply chain, wherever the version has them. */
final class PrivacyChecks {

    private static final Pattern US_PRIVACY = Pattern.compile("1(---|[YNyn-]{3})");
    private static final Pattern GPP_PART = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern TCF = Pattern.compile("[A-Za-z0-9_-]{20,}(\\.[A-Za-z0-9_-]+){0,3}");
    private static final int GPP_HEADER = 3;
    private static final int GPP_SIGNAL_INTEGRITY = 4;
    private static final int LONGEST_SELLER = 64;

    private PrivacyChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("BidRequest", PrivacyChecks::gdpr);
        checks.on("BidRequest", PrivacyChecks::children);
        checks.on("Regs", PrivacyChecks::regulations);
        checks.on("SupplyChain", PrivacyChecks::chain);
        checks.on("SupplyChainNode", PrivacyChecks::node);
    }

    /** A value in its place, or in the one that it had in ext. */
    private static Optional<JsonElement> either(JsonElement object, String field) {
        return object.member(field).or(() -> object.descend("ext", field));
    }

    private static Optional<JsonElement> either(JsonElement root, String object, String field) {
        return root.member(object).flatMap(o -> either(o, field));
    }

    private static void gdpr(JsonElement request, RtbPass pass) {
        Optional<JsonElement> gdpr = either(request, "regs", "gdpr");
        Optional<JsonElement> consent = either(request, "user", "consent")
                .filter(c -> c.string().filter(s -> !s.isBlank()).isPresent());
        if (gdpr.filter(g -> g.integer().equals(OptionalInt.of(1))).isPresent() && consent.isEmpty()) {
            pass.report("ORTB-CONSENT-MISSING", gdpr.get(), "GDPR holds, and user.consent says nothing.");
        }
        consent.filter(c -> !isConsent(c.text())).ifPresent(c ->
                pass.report("ORTB-CONSENT-FORM", c, "“" + Words.shorten(c.text()) + "” is no TCF consent string."));
    }

    /** Version 2 begins with C; version 1, which began with B, is out of use. */
    private static boolean isConsent(String text) {
        return text.startsWith("C") && TCF.matcher(text).matches();
    }

    private static void children(JsonElement request, RtbPass pass) {
        boolean coppa = request.descend("regs", "coppa").filter(c -> c.integer().equals(OptionalInt.of(1))).isPresent();
        if (!coppa) {
            return;
        }
        Stream.of(request.descend("device", "ifa"), request.descend("user", "id"),
                        request.descend("user", "buyeruid"), either(request, "user", "eids"),
                        request.descend("user", "yob"), request.descend("user", "gender"))
                .flatMap(Optional::stream).filter(v -> v.isArray() ? !v.items().isEmpty() : !v.text().isEmpty())
                .findFirst().ifPresent(v -> pass.report("ORTB-COPPA-PERSONAL", v,
                        "COPPA holds, and this says something of the child."));
    }

    private static void regulations(JsonElement regs, RtbPass pass) {
        either(regs, "us_privacy").filter(u -> u.string().filter(s -> !s.isEmpty()).isPresent())
                .filter(u -> !US_PRIVACY.matcher(u.text()).matches()).ifPresent(u ->
                        pass.report("ORTB-US-PRIVACY-FORM", u, "“" + Words.shorten(u.text())
                                + "” is no US privacy string such as 1YNN."));
        Optional<JsonElement> gpp = either(regs, "gpp").filter(g -> g.string().filter(s -> !s.isEmpty()).isPresent());
        List<JsonElement> sections = either(regs, "gpp_sid").map(JsonElement::items).orElse(List.of());
        gpp.filter(g -> !isGpp(g.text())).ifPresent(g ->
                pass.report("ORTB-GPP-FORM", g, "“" + Words.shorten(g.text()) + "” is no GPP string."));
        if (gpp.isPresent() && sections.isEmpty()) {
            pass.report("ORTB-GPP-SID-MISSING", gpp.get(), "gpp_sid does not say which sections hold.");
        } else if (gpp.isEmpty() && !sections.isEmpty()) {
            pass.report("ORTB-GPP-MISSING", sections.getFirst(), "There are sections of a GPP string, and no gpp.");
        }
        for (JsonElement section : sections) {
            OptionalInt id = section.integer();
            if (id.isPresent() && id.getAsInt() <= 0 && id.getAsInt() != -1) {
                pass.report("ORTB-GPP-SID-UNKNOWN", section, "GPP has no section " + id.getAsInt() + ".");
            } else if (id.equals(OptionalInt.of(GPP_HEADER)) || id.equals(OptionalInt.of(GPP_SIGNAL_INTEGRITY))) {
                pass.report("ORTB-GPP-SID-HEADER", section, "Section " + id.getAsInt()
                        + " need not be named: it is in every GPP string.");
            }
        }
    }

    /** A header, which begins with its type 3, and sections behind tildes. */
    private static boolean isGpp(String text) {
        String[] parts = text.split("~", -1);
        return text.startsWith("D") && parts.length > 1
                && Arrays.stream(parts).allMatch(part -> GPP_PART.matcher(part).matches());
    }

    private static void chain(JsonElement chain, RtbPass pass) {
        chain.member("ver").filter(v -> v.string().filter(s -> !s.equals("1.0")).isPresent()).ifPresent(v ->
                pass.report("ORTB-CHAIN-VERSION", v, "There is no version “" + Words.shorten(v.text())
                        + "” of the supply chain; 1.0 is the one."));
        chain.member("complete").filter(c -> c.integer().equals(OptionalInt.of(0))).ifPresent(c ->
                pass.report("ORTB-CHAIN-INCOMPLETE", c, "The supply chain does not lead back to the owner."));
        List<JsonElement> nodes = chain.items("nodes");
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = 0; j < Math.min(i, LONGEST_SELLER); j++) {
                if (same(nodes.get(i), nodes.get(j))) {
                    pass.report("ORTB-CHAIN-LOOP", nodes.get(i),
                            "The same seller of the same system is in the chain twice.");
                    return;
                }
            }
        }
    }

    private static boolean same(JsonElement one, JsonElement other) {
        return one.string("asi").isPresent() && one.string("asi").equals(other.string("asi"))
                && one.string("sid").isPresent() && one.string("sid").equals(other.string("sid"));
    }

    private static void node(JsonElement node, RtbPass pass) {
        Optional<JsonElement> paid = node.member("hp");
        if (paid.isEmpty()) {
            pass.report("ORTB-CHAIN-HP-MISSING", node, "hp does not say that the node is paid.");
        } else if (paid.get().integer().equals(OptionalInt.of(0))) {
            pass.report("ORTB-CHAIN-HP", paid.get(), "hp is " + paid.get().text()
                    + "; in version 1.0 it is always 1.");
        }
        node.member("sid").filter(s -> s.text().length() > LONGEST_SELLER).ifPresent(s ->
                pass.report("ORTB-CHAIN-SID-LONG", s, "The seller's ID has " + s.text().length()
                        + " characters; it should have no more than " + LONGEST_SELLER + "."));
    }
}
