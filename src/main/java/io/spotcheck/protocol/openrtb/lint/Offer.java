package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bid and what it answers.
 *
 * @param request the request
 * @param imp     the impression that it is for
 * @param deal    the deal under which it is made
 * @param seat    the seat that makes it
 * @param bid     the bid
 */
record Offer(JsonElement request, JsonElement imp, Optional<JsonElement> deal, JsonElement seat, JsonElement bid) {

    private static final List<String> MEDIA = List.of("banner", "video", "audio", "native");

    /** What the impression offers to the kind of ad that this bid is; everything it offers when that is not known. */
    List<JsonElement> placements() {
        return medium().map(m -> imp.member(m).stream().toList())
                .orElseGet(() -> MEDIA.stream().flatMap(m -> imp.member(m).stream()).toList());
    }

    /** The field of the impression that the bid is for: by its mtype, by its markup, or because there is no other. */
    Optional<String> medium() {
        int declared = bid.integer("mtype").orElse(0);
        if (declared >= 1 && declared <= MEDIA.size()) {
            return Optional.of(MEDIA.get(declared - 1));
        }
        List<String> offered = MEDIA.stream().filter(imp::has).toList();
        if (offered.size() == 1) {
            return Optional.of(offered.getFirst());
        }
        return bid.string("adm").map(Markup::of).flatMap(kind -> switch (kind) {
            case VAST -> Stream.of("video", "audio").filter(offered::contains).findFirst();
            case HTML -> Optional.of("banner");
            case NATIVE -> Optional.of("native");
            case EMPTY, ADDRESS, ESCAPED, OTHER -> Optional.<String>empty();
        });
    }
}
