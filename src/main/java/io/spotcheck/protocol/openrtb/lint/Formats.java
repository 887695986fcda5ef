package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.Format;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a text is written as its format wants it. */
final class Formats {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern LANGTAG =
            Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*|[xX](-[A-Za-z0-9]{1,8})+");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?=.{1,253}$)([\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?\\.)+[\\p{L}][\\p{L}\\p{N}-]+");
    private static final Pattern MIME = Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+*-]+( *;.*)?");

    /** Codes that ISO 3166-1 leaves to its users, such as XKX for Kosovo. */
    private static final Pattern OWN_COUNTRY = Pattern.compile("AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]");
    private static final int LONGEST_TAG = 100;

    private Formats() {
    }

    static void judge(JsonElement value, FieldType field, Format format, ObjectType type, RtbPass pass) {
        String text = value.text();
        String spec = type.spec(pass.release(type.family()));
        String quoted = field.name() + " is “" + Words.shorten(text) + "”";
        switch (format) {
            case CURRENCY -> {
                if (!CURRENCIES.contains(text)) {
                    pass.report("ORTB-FORMAT-CURRENCY", value, quoted + ", which is no code of ISO 4217.", spec);
                }
            }
            case COUNTRY -> {
                if (!COUNTRIES.contains(text) && !OWN_COUNTRY.matcher(text).matches()) {
                    pass.report("ORTB-FORMAT-COUNTRY", value, quoted
                            + ", which is no three-letter code of ISO 3166-1.", spec);
                }
            }
            case LANGUAGE -> {
                if (!isLanguage(text)) {
                    pass.report("ORTB-FORMAT-LANGUAGE", value, quoted + ", which is no two-letter code of ISO 639-1.",
                            spec);
                }
            }
            case LANGTAG -> {
                if (text.length() > LONGEST_TAG || !LANGTAG.matcher(text).matches()) {
                    pass.report("ORTB-FORMAT-LANGTAG", value, quoted + ", which is no language tag of BCP 47.", spec);
                }
            }
            case DOMAIN -> {
                if (!isDomain(text)) {
                    pass.report("ORTB-FORMAT-DOMAIN", value, quoted + ", which is not the bare name of a domain.",
                            spec);
                }
            }
            case MIME -> {
                if (!MIME.matcher(text).matches()) {
                    pass.report("ORTB-FORMAT-MIME", value, quoted + ", which is no MIME type such as video/mp4.",
                            spec);
                }
            }
            case URL -> UrlLint.address(value, field.name(), pass);
        }
    }

    /** The code xx says that a creative has no words. */
    private static boolean isLanguage(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return text.length() == 2 && (LANGUAGES.contains(lower) || lower.equals("xx"));
    }

    static boolean isDomain(String text) {
        return DOMAIN.matcher(text).matches();
    }
}
