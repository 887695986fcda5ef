package io.spotcheck.protocol.vmap.document;

import io.spotcheck.xml.XmlElement;
import java.util.Optional;

/**
 * Where the ads of a break come from (VMAP 1.0.1 §2.3.2).
 *
 * @param id               its identifier
 * @param allowMultipleAds whether several ads may be shown; yes unless told otherwise
 * @param followRedirects  whether wrappers may be followed; the player's choice unless told otherwise
 * @param content          what it holds
 * @param element          where it stands
 */
public record AdSource(Optional<String> id, boolean allowMultipleAds, Optional<Boolean> followRedirects,
                       Content content, XmlElement element) {

    /** What a source holds. */
    public sealed interface Content {

        /** The element that holds it. */
        XmlElement element();
    }

    /**
     * A VAST document as elements of the schedule.
     *
     * @param vast the document's root, or what stands in its place
     */
    public record Inline(XmlElement vast, XmlElement element) implements Content {
    }

    /** A VAST document as text, against the specification, but seen. */
    public record InlineText(String text, XmlElement element) implements Content {
    }

    /**
     * The address of a document.
     *
     * @param uri          the address before macros; empty when there is none
     * @param templateType what the document is written in, as declared
     */
    public record Tag(String uri, Optional<String> templateType, XmlElement element) implements Content {
    }

    /**
     * A document in another format than the schedule is made for.
     *
     * @param text         the document
     * @param templateType what it is written in, as declared
     */
    public record Custom(String text, Optional<String> templateType, XmlElement element) implements Content {
    }

    /** Nothing that could lead to an ad. */
    public record Nothing(XmlElement element) implements Content {
    }
}
