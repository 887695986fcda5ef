package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** What is looked at in the device, its place and its user. */
final class AudienceChecks {

    private static final Pattern UUID =
            Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern ZEROS = Pattern.compile("[0-]+");
    private static final Pattern MCC_MNC = Pattern.compile("\\d{3}-\\d{2,3}");
    private static final Pattern FIRST_VALUES = Pattern.compile("[MFO]");
    private static final int OUT_OF_HOME = 8;
    private static final int OLDEST = 1900;
    /** Baker Island and the Line Islands, in minutes. */
    private static final int LEAST_OFFSET = -720;
    private static final int MOST_OFFSET = 840;

    private AudienceChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("Device", AudienceChecks::addresses);
        checks.on("Device", AudienceChecks::carrier);
        checks.on("Device", AudienceChecks::advertisingId);
        checks.on("Geo", AudienceChecks::place);
        checks.on("User", AudienceChecks::person);
        checks.on("Eid", AudienceChecks::matcher);
        checks.on("Uid", AudienceChecks::agent);
    }

    private static void addresses(JsonElement device, RtbPass pass) {
        device.member("ip").filter(ip -> ip.string().filter(i -> !i.isBlank()).isPresent()).ifPresent(ip -> {
            if (!IpAddress.isVersion4(ip.text())) {
                pass.report("ORTB-DEVICE-IP", ip, "“" + Words.shorten(ip.text()) + "” is no IPv4 address.");
            } else if (IpAddress.isPrivate(ip.text())) {
                pass.report("ORTB-DEVICE-IP-PRIVATE", ip, ip.text() + " is an address of a private network.");
            }
        });
        device.member("ipv6").filter(ip -> ip.string().filter(i -> !i.isBlank()).isPresent()).ifPresent(ip -> {
            if (!IpAddress.isVersion6(ip.text())) {
                pass.report("ORTB-DEVICE-IPV6", ip, "“" + Words.shorten(ip.text()) + "” is no IPv6 address.");
            }
        });
    }

    private static void carrier(JsonElement device, RtbPass pass) {
        device.member("carrier").filter(c -> Set.of("WIFI", "WI-FI").contains(c.text().toUpperCase(Locale.ROOT)))
                .ifPresent(c -> pass.report("ORTB-DEVICE-CARRIER-WIFI", c,
                        "Wi-Fi is a connectiontype, and no carrier."));
        device.member("mccmnc").filter(m -> m.string().isPresent() && !MCC_MNC.matcher(m.text()).matches())
                .ifPresent(m -> pass.report("ORTB-DEVICE-MCCMNC", m, "“" + Words.shorten(m.text())
                        + "” is not written like 310-005."));
    }

    private static void advertisingId(JsonElement device, RtbPass pass) {
        Optional<JsonElement> ifa = device.member("ifa").filter(i -> i.string().filter(s -> !s.isEmpty()).isPresent());
        if (ifa.isEmpty()) {
            return;
        }
        String id = ifa.get().text();
        if (ZEROS.matcher(id).matches()) {
            pass.report("ORTB-DEVICE-IFA-ZERO", ifa.get(), "The advertising ID is all zeros: it identifies nobody.");
        } else if (device.integer("devicetype").orElse(0) != OUT_OF_HOME && !UUID.matcher(id).matches()) {
            pass.report("ORTB-DEVICE-IFA-FORM", ifa.get(), "“" + Words.shorten(id)
                    + "” does not look like the advertising ID of an operating system.");
        }
    }

    private static void place(JsonElement geo, RtbPass pass) {
        if (geo.has("lat") && geo.has("lon")) {
            if (geo.number("lat").filter(n -> n.signum() == 0).isPresent()
                    && geo.number("lon").filter(n -> n.signum() == 0).isPresent()) {
                pass.report("ORTB-GEO-ZERO", geo.member("lat").orElseThrow(),
                        "0, 0 is in the Atlantic Ocean; leave out what is not known.");
            } else if (!geo.has("type")) {
                pass.report("ORTB-GEO-TYPE-MISSING", geo, "type does not say where lat and lon are from.");
            }
        }
        geo.member("utcoffset").filter(o -> o.integer().isPresent()
                && (o.integer().getAsInt() < LEAST_OFFSET || o.integer().getAsInt() > MOST_OFFSET)).ifPresent(o ->
                pass.report("ORTB-GEO-OFFSET", o, "No clock is " + o.text() + " minutes from UTC."));
        geo.member("regionfips104").ifPresent(r -> pass.report("ORTB-GEO-FIPS", r,
                "FIPS 10-4 was withdrawn in 2008; region has ISO 3166-2."));
    }

    private static void person(JsonElement user, RtbPass pass) {
        OptionalInt born = user.integer("yob");
        if (born.isPresent() && (born.getAsInt() < OLDEST || born.getAsInt() > Year.now().getValue())) {
            pass.report("ORTB-USER-YOB", user.member("yob").orElseThrow(), "Nobody alive was born in "
                    + born.getAsInt() + "; write the year with four digits.");
        }
        user.member("gender").filter(g -> g.string().isPresent() && !FIRST_VALUES.matcher(g.text()).matches())
                .ifPresent(g -> pass.report("ORTB-USER-GENDER", g, "gender is “" + Words.shorten(g.text())
                        + "”; OpenRTB knows M, F and O."));
    }

    private static void matcher(JsonElement eid, RtbPass pass) {
        if (!eid.has("source")) {
            pass.report("ORTB-EID-SOURCE-MISSING", eid, "source does not say whose IDs these are.");
        }
        if (eid.items("uids").isEmpty()) {
            pass.report("ORTB-EID-EMPTY", eid, "There is no ID in uids.");
        }
        if (eid.integer("mm").orElse(0) > 2 && !eid.has("matcher") && !eid.has("source")) {
            pass.report("ORTB-EID-MATCHER-MISSING", eid.member("mm").orElseThrow(),
                    "Somebody has matched the IDs, and neither matcher nor source says who.");
        }
    }

    private static void agent(JsonElement uid, RtbPass pass) {
        if (!uid.has("id")) {
            pass.report("ORTB-UID-ID-MISSING", uid, "There is no id.");
        } else if (!uid.has("atype")) {
            pass.report("ORTB-UID-ATYPE-MISSING", uid, "atype does not say what kind of ID it is.");
        }
    }
}
