package io.spotcheck.protocol.vmap.document;

import io.spotcheck.xml.XmlElement;
import java.util.List;

/**
 * A schedule (VMAP 1.0.1 §2.3).
 *
 * @param version    the version as declared; empty when it is missing
 * @param breaks     its breaks, in the order of writing
 * @param extensions the extensions of the whole, verbatim
 * @param element    its root
 */
public record VmapDocument(String version, List<VmapBreak> breaks, List<String> extensions, XmlElement element) {

    /** Copies the lists. */
    public VmapDocument {
        breaks = List.copyOf(breaks);
        extensions = List.copyOf(extensions);
    }
}
