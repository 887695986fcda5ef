package io.spotcheck.protocol.vmap;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.WrittenTime;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The moments at which the content can be interrupted, as the request's extension {@code opportunities} tells them: a
 * list, or a text with commas, of seconds or of times such as {@code 00:10:00} or {@code 10m}. Only with them can the
 * offset {@code #m} be told as a time.
 */
final class Opportunities {

    static final String EXTENSION = "opportunities";

    private Opportunities() {
    }

    /** The moments in order of time; what cannot be read is left out. */
    static List<Duration> of(AdRequest request) {
        return written(request).stream().map(Opportunities::moment).flatMap(Optional::stream).sorted().toList();
    }

    /** What is wrong with the extension. */
    static Optional<Finding> fault(AdRequest request) {
        return written(request).stream().filter(text -> moment(text).isEmpty()).findFirst().map(text ->
                Finding.of("REQUEST-OPPORTUNITIES", Severity.ERROR, "The opportunity “" + text
                        + "” is no moment of the content; write hh:mm:ss, 10m or seconds."));
    }

    private static List<String> written(AdRequest request) {
        var texts = new ArrayList<String>();
        switch (request.extensions().get(EXTENSION)) {
            case null -> { }
            case Iterable<?> list -> list.forEach(one -> texts.add(String.valueOf(one)));
            case Object one -> texts.addAll(Arrays.asList(one.toString().split(",")));
        }
        return texts.stream().map(String::strip).toList();
    }

    private static Optional<Duration> moment(String text) {
        try {
            return WrittenTime.read(text);
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }
}
