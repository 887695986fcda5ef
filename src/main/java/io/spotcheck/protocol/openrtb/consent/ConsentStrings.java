package io.spotcheck.protocol.openrtb.consent;

import com.iab.gpp.encoder.GppModel;
import com.iab.gpp.encoder.section.EncodableSection;
import com.iabtcf.decoder.TCString;
import com.iabtcf.utils.IntIterable;
import io.spotcheck.json.JsonElement;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the consent strings of a bid request say: TCF in {@code user.consent}, GPP in {@code regs.gpp}, US Privacy in
 * {@code regs.us_privacy}, each also where 2.5 has it.
 *
 * @param facts    what they say, by name, in order
 * @param findings those that cannot be read
 */
public record ConsentStrings(Map<String, String> facts, List<Finding> findings) {

    private static final int MOST_VENDORS = 20;

    /** Copies the collections. */
    public ConsentStrings {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        findings = List.copyOf(findings);
    }

    /** Reads the strings of a bid request. */
    public static ConsentStrings of(JsonElement request) {
        var reading = new Reading();
        first(request, "/user/consent", "/user/ext/consent").ifPresent(reading::tcf);
        first(request, "/regs/gpp", "/regs/ext/gpp").ifPresent(reading::gpp);
        first(request, "/regs/us_privacy", "/regs/ext/us_privacy").ifPresent(reading::usPrivacy);
        return new ConsentStrings(reading.facts, reading.findings);
    }

    private static Optional<JsonElement> first(JsonElement request, String... pointers) {
        return Stream.of(pointers).map(request::at).flatMap(Optional::stream)
                .filter(e -> e.string().filter(text -> !text.isBlank()).isPresent()).findFirst();
    }

    private static final class Reading {

        private final Map<String, String> facts = new LinkedHashMap<>();
        private final List<Finding> findings = new ArrayList<>();

        private void tcf(JsonElement at) {
            try {
                TCString consent = TCString.decode(at.text());
                var read = new LinkedHashMap<String, String>();
                read.put("tcf version", String.valueOf(consent.getVersion()));
                read.put("tcf updated", consent.getLastUpdated().toString());
                read.put("tcf cmp", consent.getCmpId() + ", version " + consent.getCmpVersion());
                read.put("tcf language", consent.getConsentLanguage());
                read.put("tcf purposes consented", numbers(consent.getPurposesConsent()));
                read.put("tcf vendors consented", numbers(consent.getVendorConsent()));
                if (consent.getVersion() >= 2) {
                    read.put("tcf purposes legitimate interest", numbers(consent.getPurposesLITransparency()));
                    read.put("tcf vendors legitimate interest", numbers(consent.getVendorLegitimateInterest()));
                    read.put("tcf special features", numbers(consent.getSpecialFeatureOptIns()));
                    read.put("tcf publisher country", consent.getPublisherCC());
                }
                facts.putAll(read);
            } catch (RuntimeException unreadable) {
                // The library has no one exception for a broken string: out of bounds and illegal states come raw.
                broken("OPENRTB-CONSENT-TCF", "The TCF consent string cannot be read", at, unreadable);
            }
        }

        private void gpp(JsonElement at) {
            try {
                var model = new GppModel(at.text());
                var read = new LinkedHashMap<String, String>();
                read.put("gpp sections", model.getSectionIds().stream()
                        .map(id -> id + " " + model.getSection(id).getName()).collect(Collectors.joining(", ")));
                for (int id : model.getSectionIds()) {
                    EncodableSection section = model.getSection(id);
                    GppFields.of(section).forEach((name, value) ->
                            read.put("gpp " + section.getName() + " " + name, value));
                }
                facts.putAll(read);
            } catch (RuntimeException unreadable) {
                broken("OPENRTB-CONSENT-GPP", "The GPP string cannot be read", at, unreadable);
            }
        }

        private void usPrivacy(JsonElement at) {
            String text = at.text();
            if (text.matches("1[YNyn-]{3}")) {
                facts.put("us privacy notice", answer(text.charAt(1)));
                facts.put("us privacy opt-out of sale", answer(text.charAt(2)));
                facts.put("us privacy limited service provider", answer(text.charAt(3)));
            } else {
                findings.add(Finding.of("OPENRTB-CONSENT-US-PRIVACY", Severity.WARNING,
                        "The US Privacy string “" + shortened(text) + "” is not a 1 and three of Y, N and -.")
                        .at(at.location()).by("US Privacy String 1.0"));
            }
        }

        private void broken(String rule, String sentence, JsonElement at, RuntimeException why) {
            // Of what lies beyond the end of a buffer, a tester learns nothing.
            String detail = Optional.ofNullable(why.getMessage()).map(m -> m.contains("out of bounds")
                    ? ": it ends too early" : ": " + shortened(m)).orElse("");
            findings.add(Finding.of(rule, Severity.WARNING, sentence + detail + ".").at(at.location())
                    .by("OpenRTB 2.6 §3.2.3"));
        }

        private static String answer(char flag) {
            return switch (Character.toUpperCase(flag)) {
                case 'Y' -> "yes";
                case 'N' -> "no";
                default -> "does not apply";
            };
        }

        private static String numbers(IntIterable values) {
            List<Integer> all = values.toStream().boxed().toList();
            String shown = all.stream().limit(MOST_VENDORS).map(String::valueOf).collect(Collectors.joining(", "));
            return all.isEmpty() ? "none"
                    : all.size() > MOST_VENDORS ? shown + " and " + (all.size() - MOST_VENDORS) + " more" : shown;
        }

        private static String shortened(String text) {
            String line = text.strip().replaceAll("\\.$", "");
            return line.length() > 120 ? line.substring(0, 120) + "…" : line;
        }
    }
}
