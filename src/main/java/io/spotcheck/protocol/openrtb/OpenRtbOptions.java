package io.spotcheck.protocol.openrtb;

import io.spotcheck.protocol.openrtb.auction.AuctionPolicy;
import io.spotcheck.protocol.openrtb.auction.ExchangeRates;
import io.spotcheck.protocol.openrtb.macro.MacroEncoder;
import io.spotcheck.protocol.openrtb.macro.PriceEncryption;
import io.spotcheck.protocol.openrtb.request.RequestTemplate;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a profile's {@code options} say of OpenRTB.
 *
 * @param template how bid requests are put together
 * @param together whether all endpoints bid in one auction; else each stands in for the one before it
 * @param gzip     whether bid requests are compressed, which a bidder must have agreed to (OpenRTB 2.6 §2.4)
 * @param policy   how the auction is held
 * @param nextBest whether the next best bid takes the place of a winner that has no ad
 * @param encoders encodings of macros, beyond {@code B64} and those on the class path
 */
public record OpenRtbOptions(RequestTemplate template, boolean together, boolean gzip, AuctionPolicy policy,
                             boolean nextBest, List<MacroEncoder> encoders) {

    private static final Set<String> OWN = Set.of("version", "request", "imp", "schain", "bidders", "gzip", "rates",
            "increment", "dealsFirst", "discount", "nextBest", "priceEncryption");
    private static final OpenRtbOptions STANDARD = new OpenRtbOptions(RequestTemplate.standard(), false, false,
            AuctionPolicy.standard(), true, List.of());

    /** Copies the list. */
    public OpenRtbOptions {
        encoders = List.copyOf(encoders);
    }

    /** One video impression in 2.6, endpoints as fallbacks, the standard policy. */
    public static OpenRtbOptions standard() {
        return STANDARD;
    }

    /**
     * Reads options: those of the request (see {@link RequestTemplate}), {@code bidders} ({@code fallback} or
     * {@code together}), {@code gzip}, {@code rates} (the worth of a unit of each currency in US dollars),
     * {@code increment}, {@code dealsFirst}, {@code discount} (percent), {@code nextBest} and {@code priceEncryption}
     * ({@code name}, {@code encryptionKey} and {@code integrityKey} in Base64).
     *
     * @throws IllegalArgumentException if there is no such option, or a value makes no sense
     */
    public static OpenRtbOptions of(Map<String, Object> options) {
        options.keySet().stream().filter(n -> !OWN.contains(n) && !RequestTemplate.FIELDS.contains(n)).findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("OpenRTB has no option “" + name + "”; it has "
                            + String.join(", ", new TreeSet<>(OWN)) + " and the fields of a bid request");
                });
        boolean complete = options.containsKey("request");
        options.keySet().stream().filter(n -> complete && (RequestTemplate.FIELDS.contains(n) || n.equals("imp")
                || n.equals("schain"))).findFirst().ifPresent(name -> {
                    throw new IllegalArgumentException("a complete “request” is sent as it is: put “" + name
                            + "” into it");
                });
        AuctionPolicy standard = AuctionPolicy.standard();
        var policy = new AuctionPolicy(rates(options.getOrDefault("rates", Map.of())),
                number(options, "increment").orElse(standard.increment()), flag(options, "dealsFirst", false),
                number(options, "discount").orElse(standard.discount()));
        return new OpenRtbOptions(RequestTemplate.of(options), together(options.getOrDefault("bidders", "fallback")),
                flag(options, "gzip", false), policy, flag(options, "nextBest", true),
                Optional.ofNullable(options.get("priceEncryption")).map(OpenRtbOptions::encryption).stream().toList());
    }

    private static boolean together(Object given) {
        return switch (given.toString().toLowerCase(Locale.ROOT)) {
            case "fallback" -> false;
            case "together" -> true;
            default -> throw new IllegalArgumentException("the option “bidders” is “fallback” or “together”, not “"
                    + given + "”");
        };
    }

    private static ExchangeRates rates(Object given) {
        if (!(given instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("the option “rates” maps currencies to their worth in US dollars");
        }
        var rates = new HashMap<String, BigDecimal>();
        map.forEach((currency, worth) -> rates.put(currency.toString(), number("rates", worth)));
        return new ExchangeRates(rates);
    }

    private static MacroEncoder encryption(Object given) {
        if (!(given instanceof Map<?, ?> map) || !map.containsKey("name") || !map.containsKey("encryptionKey")
                || !map.containsKey("integrityKey")) {
            throw new IllegalArgumentException(
                    "the option “priceEncryption” has a name, an encryptionKey and an integrityKey");
        }
        return new PriceEncryption(map.get("name").toString(), key(map.get("encryptionKey")),
                key(map.get("integrityKey")));
    }

    private static byte[] key(Object text) {
        try {
            return Base64.getUrlDecoder().decode(text.toString().strip().replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("a key of “priceEncryption” is written in Base64", notBase64);
        }
    }

    private static boolean flag(Map<String, Object> options, String name, boolean otherwise) {
        return switch (options.getOrDefault(name, otherwise)) {
            case Boolean flag -> flag;
            case String text when text.equals("true") || text.equals("false") -> Boolean.parseBoolean(text);
            case Object other -> throw new IllegalArgumentException("the option “" + name + "” is true or false, not “"
                    + other + "”");
        };
    }

    private static Optional<BigDecimal> number(Map<String, Object> options, String name) {
        return Optional.ofNullable(options.get(name)).map(value -> number(name, value));
    }

    private static BigDecimal number(String name, Object value) {
        try {
            return new BigDecimal(value.toString().strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("the option “" + name + "” is a number, not “" + value + "”",
                    notANumber);
        }
    }
}
