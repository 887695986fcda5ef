package io.spotcheck.protocol.openrtb.catalogue;

import io.spotcheck.protocol.SpecificationData;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The substitution macros of OpenRTB (2.6 §4.4). Immutable; read once from {@code macros.yaml}. */
public final class MacroReleases {

    private final Map<String, Release> macros;
    private final Map<String, String> later;

    private MacroReleases(Document document) {
        var releases = new LinkedHashMap<String, Release>();
        document.macros.forEach((name, since) -> releases.put(name, Release.openrtb(since).orElseThrow()));
        macros = Collections.unmodifiableMap(releases);
        later = Map.copyOf(document.openrtb3);
    }

    private record Document(Map<String, String> macros, Map<String, String> openrtb3) {
    }

    /** Reading waits until somebody asks. */
    private static final class Standard {

        private static final MacroReleases INSTANCE =
                new MacroReleases(SpecificationData.read("openrtb", "catalogue/macros.yaml", Document.class));
    }

    /** The macros of the releases up to 2.6-202606. */
    public static MacroReleases standard() {
        return Standard.INSTANCE;
    }

    /** The release that brought a macro, by its name without sign and braces. */
    public Optional<Release> since(String name) {
        return Optional.ofNullable(macros.get(name));
    }

    /** The macros of 2.x, without sign and braces. */
    public Stream<String> names() {
        return macros.keySet().stream();
    }

    /** The macro of 2.x that does what one of OpenRTB 3.0 does. */
    public Optional<String> instead(String openrtb3) {
        return Optional.ofNullable(later.get(openrtb3));
    }
}
