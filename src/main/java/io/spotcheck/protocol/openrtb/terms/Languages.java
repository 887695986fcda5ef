package io.spotcheck.protocol.openrtb.terms;

import io.spotcheck.json.JsonElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the language of a creative is one that a request wants (OpenRTB 2.6 §3.2.1, §4.2.3). */
public final class Languages {

    /** A creative without words: the code of OpenRTB, and the tag of BCP 47. */
    private static final List<String> WORDLESS = List.of("xx", "zxx");

    private Languages() {
    }

    /** The languages that creatives may be in, in {@code wlang} or {@code wlangb}; any when empty. */
    public static List<String> wanted(JsonElement request) {
        return Stream.of("wlang", "wlangb").flatMap(request::strings).map(String::strip).toList();
    }

    /** The value by which a bid says that it is in another language; empty when it is wanted, or does not say. */
    public static Optional<JsonElement> unwanted(JsonElement request, JsonElement bid) {
        List<String> wanted = wanted(request);
        return wanted.isEmpty() ? Optional.empty() : Stream.of("language", "langb").map(bid::member)
                .flatMap(Optional::stream).filter(l -> l.string().filter(t -> !t.isBlank()).isPresent())
                .filter(l -> wanted.stream().noneMatch(w -> agree(small(w), small(l.text())))).findFirst();
    }

    /** One may say more than the other: {@code en} wants {@code en-GB}, and a creative in {@code en} may be British. */
    private static boolean agree(String wanted, String written) {
        return WORDLESS.contains(written) || written.equals(wanted) || written.startsWith(wanted + "-")
                || wanted.startsWith(written + "-");
    }

    private static String small(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
