package io.spotcheck.upstream;

import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what a person should know about how an exchange went over its wire. */
public final class WireFindings {

    private static final String ILLEGAL = " \"<>\\^`{|}";
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)https?://[^/?#]*@");

    private static final byte[] GZIP_MAGIC = {0x1F, (byte) 0x8B};

    private WireFindings() {
    }

    /**
     * What is to be said: a URL that went out in another spelling than it was written is a warning when HTTP allows no
     * other way, because other players may spell it otherwise; else it is only told.
     */
    public static List<Finding> of(Exchange exchange) {
        Exchange.Request request = exchange.request();
        var findings = new ArrayList<Finding>();
        if (CREDENTIALS.matcher(request.url()).lookingAt()) {
            findings.add(Finding.of("URL-CREDENTIALS", Severity.WARNING,
                    "The name and password in the URL are not sent. Use a header field.").by("RFC 9110 §4.2.4"));
        }
        if (!request.sentUrl().equals(request.url())) {
            findings.add(reencoded(request));
        }
        return findings;
    }

    /** What is to be said of the body of a document, beyond what it holds. */
    static Optional<Finding> ofBody(Exchange.Response response) {
        return isSecretlyCompressed(response) ? Optional.of(Finding.of("BODY-COMPRESSED", Severity.ERROR,
                "The body is compressed with gzip, and no Content-Encoding says so: nobody unpacks it.")
                .by("RFC 9110 §8.4")) : Optional.empty();
    }

    private static boolean isSecretlyCompressed(Exchange.Response response) {
        return response.body().startsWith(GZIP_MAGIC) && response.headers().first("Content-Encoding").isEmpty();
    }

    private static boolean hasBarInPath(String url) {
        int bar = url.indexOf('|');
        return bar >= 0 && url.substring(0, bar).chars().noneMatch(c -> c == '?' || c == '#');
    }

    private static Finding reencoded(Exchange.Request request) {
        boolean illegal = request.url().chars().anyMatch(c -> c <= ' ' || c >= 0x7F || ILLEGAL.indexOf(c) >= 0);
        String why = illegal ? "The URL holds characters that no URL may hold; it goes out as " + request.sentUrl()
                + (hasBarInPath(request.url()) ? ". Browsers leave the | in its path as it is: encode it."
                : ". Encode them, for other players may send something else.")
                : "The URL goes out as " + request.sentUrl() + ", which means the same.";
        return Finding.of("URL-REENCODED", illegal ? Severity.WARNING : Severity.INFO, why).by("RFC 3986 §2");
    }
}
