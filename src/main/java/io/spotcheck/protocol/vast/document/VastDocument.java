package io.spotcheck.protocol.vast.document;

import io.spotcheck.xml.XmlElement;
import java.util.List;

/**
 * A VAST document (VAST 4.3 §3.2).
 *
 * @param version as declared, empty when it is not
 * @param ads     its ads, in the order of the document
 * @param errors  the root's {@code Error} URLs, due when there is no ad
 * @param element the root
 */
public record VastDocument(String version, List<VastAd> ads, List<Beacon> errors, XmlElement element) {

    /** Copies the lists. */
    public VastDocument {
        ads = List.copyOf(ads);
        errors = List.copyOf(errors);
    }
}
