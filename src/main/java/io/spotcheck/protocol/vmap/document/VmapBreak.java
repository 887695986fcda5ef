package io.spotcheck.protocol.vmap.document;

import io.spotcheck.protocol.vast.document.Beacon;
import io.spotcheck.xml.XmlElement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A break as the schedule has it (VMAP 1.0.1 §2.3.1).
 *
 * @param timeOffset  when it is due, as declared; empty when that is missing
 * @param offset      the same, when it can be read
 * @param breakTypes  what may be shown in it, in the order of preference, as declared
 * @param breakId     its identifier
 * @param repeatAfter the time after which it comes again and again, more than zero
 * @param source      where its ads come from
 * @param beacons     who wants to be told of its start, its end and its errors
 * @param extensions  its extensions, verbatim
 * @param element     where it stands
 */
public record VmapBreak(String timeOffset, Optional<TimeOffset> offset, List<String> breakTypes,
                        Optional<String> breakId, Optional<Duration> repeatAfter, Optional<AdSource> source,
                        List<Beacon> beacons, List<String> extensions, XmlElement element) {

    /** Copies the lists. */
    public VmapBreak {
        breakTypes = List.copyOf(breakTypes);
        beacons = List.copyOf(beacons);
        extensions = List.copyOf(extensions);
    }
}
