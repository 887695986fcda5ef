package io.spotcheck.protocol.openrtb.catalogue;

import java.util.Locale;

/** How a text must be written. */
public enum Format {
    /** An ISO 4217 code of a currency, such as {@code EUR}. */
    CURRENCY,
    /** An ISO 3166-1 alpha-3 code of a country, such as {@code NLD}. */
    COUNTRY,
    /** An ISO 639-1 alpha-2 code of a language, such as {@code nl}. */
    LANGUAGE,
    /** A language tag of BCP 47, such as {@code zh-Hant}. */
    LANGTAG,
    /** The name of a domain, without scheme and path. */
    DOMAIN,
    /** An absolute address. */
    URL,
    /** A MIME type. */
    MIME;

    static Format parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
