package io.spotcheck.protocol.openrtb;

import io.spotcheck.protocol.openrtb.request.Impression;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the markup of a bid is written in. */
enum MarkupKind {
    /** A VAST document, for video and audio. */
    VAST,
    /** The address of one. */
    VAST_ADDRESS,
    /** A native ad in JSON. */
    NATIVE,
    /** HTML or XHTML. */
    HTML;

    /** VAST within HTML or a native ad does not make VAST of it: only the root element counts. */
    private static final Pattern VAST_ROOT = Pattern.compile(
            "\\uFEFF?(?:\\s++|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>]*+>)*+"
                    + "<(?:VAST|VideoAdServingTemplate|DAAST)[\\s>/].*",
            Pattern.DOTALL);
    private static final int START = 4_096;

    /**
     * What a markup is: first by its own look, then by the kind that the bid says or the impression leaves.
     *
     * @param said the kind of the bid
     */
    static MarkupKind of(String markup, Optional<Impression.Kind> said) {
        String start = markup.substring(0, Math.min(START, markup.length())).stripLeading();
        boolean timed = said.filter(k -> k == Impression.Kind.VIDEO || k == Impression.Kind.AUDIO).isPresent();
        if (VAST_ROOT.matcher(start).matches()) {
            return VAST;
        }
        if (start.startsWith("{")) {
            return NATIVE;
        }
        if (timed) {
            return isAddress(markup.strip()) ? VAST_ADDRESS : VAST;
        }
        return said.filter(Impression.Kind.NATIVE::equals).isPresent() ? NATIVE : HTML;
    }

    /** Whether it is one address and nothing else. */
    static boolean isAddress(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return (lower.startsWith("http://") || lower.startsWith("https://"))
                && text.chars().noneMatch(c -> c <= ' ' || c == '<');
    }

    /** The kind of ad that such markup makes. */
    boolean fits(Impression.Kind kind) {
        return switch (this) {
            case VAST, VAST_ADDRESS -> kind == Impression.Kind.VIDEO || kind == Impression.Kind.AUDIO;
            case NATIVE -> kind == Impression.Kind.NATIVE;
            case HTML -> kind == Impression.Kind.BANNER;
        };
    }
}
