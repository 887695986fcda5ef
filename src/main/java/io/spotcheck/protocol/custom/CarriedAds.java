package io.spotcheck.protocol.custom;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.vast.Allowance;
import io.spotcheck.protocol.vast.Carried;
import io.spotcheck.protocol.vast.CarriedVast;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.upstream.Endpoint;
import java.util.regex.Pattern;

/**
 * Resolves the VAST that an answer carries, or the tag that it names.
 *
 * @param vast    within which limits
 * @param wire    the wire for tags
 * @param request for whom
 * @param context the fetch that it belongs to
 * @param base    the URL of the answer, to which relative URLs refer
 */
record CarriedAds(CarriedVast vast, Endpoint wire, AdRequest request, FetchContext context, String base) {

    /** A full one, or one that leads on from the answer's own. */
    private static final Pattern ADDRESS = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|[\\[\\w.~-]*[/?])\\S*");
    private static final Pattern MARKUP = Pattern.compile("\\uFEFF?\\s*<");

    /** Whether a text can be either. */
    static boolean canBe(String text) {
        return MARKUP.matcher(text).lookingAt() || ADDRESS.matcher(text).matches();
    }

    /** What comes of a text; its tree hangs under the node. */
    CarriedVast.Result resolve(String text, OpenNode node) {
        FetchContext below = context.below(node);
        return MARKUP.matcher(text).lookingAt()
                ? vast.resolve(new Carried.Text(text, "VAST of the answer", base), wire, Allowance.everything(),
                        request, MacroValues.none(), below)
                : vast.resolveTag(text, base, wire, Allowance.everything(), request, MacroValues.none(), below);
    }
}
