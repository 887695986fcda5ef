package io.spotcheck.protocol.vast.document;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.xml.XmlElement;
import java.util.Optional;

/**
 * A tracking URL that a document declares.
 *
 * @param event   the event, as declared, or the name of the element's occasion, such as {@code impression}
 * @param url     the URL before macros
 * @param offset  when it is due, for {@code progress}
 * @param scope   what it belongs to
 * @param element where it is declared
 */
public record Beacon(String event, String url, Optional<String> offset, TrackingUrl.Scope scope,
                     XmlElement element) {

    /** This beacon as a part of a resolved ad. */
    public TrackingUrl at(int hop, int nodeId) {
        return new TrackingUrl(event, url, hop, offset, nodeId, Optional.of(element.location()), scope);
    }
}
