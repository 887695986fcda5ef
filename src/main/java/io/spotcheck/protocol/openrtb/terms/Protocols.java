package io.spotcheck.protocol.openrtb.terms;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether video or audio can be of the version that a bid says or has (OpenRTB 2.6 §3.2.7, §4.2.3). */
public final class Protocols {

    private Protocols() {
    }

    /** The value by which a bid names a version that is not supported; empty when it is, or when all are. */
    public static Optional<JsonElement> unsupported(JsonElement media, JsonElement bid) {
        Set<Integer> supported = media.items("protocols").stream().map(JsonElement::integer)
                .filter(OptionalInt::isPresent).map(OptionalInt::getAsInt).collect(Collectors.toSet());
        return bid.member("protocol").filter(p -> p.integer().isPresent() && !supported.isEmpty()
                && !supported.contains(p.integer().getAsInt()));
    }

    /** What the list calls the versions that are supported, such as {@code VAST 4.2 wrapper}; all when empty. */
    public static List<String> supported(JsonElement media) {
        return media.items("protocols").stream().flatMap(p -> name(p).stream()).toList();
    }

    /** What the list calls a version. */
    public static Optional<String> name(JsonElement protocol) {
        OptionalInt number = protocol.integer();
        return number.isEmpty() ? Optional.empty()
                : RtbCatalogue.standard().list("MediaSubtype").meaning(number.getAsInt());
    }
}
