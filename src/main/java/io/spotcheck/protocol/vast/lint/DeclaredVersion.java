package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The version that a document declares, and the one by which it is judged.
 *
 * @param written  what the document says, if it says anything
 * @param judgedBy the version that it means, or else the one that it fits best
 */
record DeclaredVersion(Optional<String> written, VastVersion judgedBy) {

    static final VastVersion LATEST = VastVersion.V4_3;

    /**
     * The version of a document.
     *
     * @param fitting finds the version that the document fits best, for when it names none that exists
     */
    static DeclaredVersion of(XmlElement root, Supplier<VastVersion> fitting) {
        Optional<String> written = root.attribute("version").map(String::strip);
        return new DeclaredVersion(written, written.flatMap(DeclaredVersion::meant).orElseGet(fitting));
    }

    /** The number alone, a point release, or too many digits all say which version is meant. */
    private static Optional<VastVersion> meant(String written) {
        String plain = written.indexOf('.') < 0 ? written + ".0" : written;
        Optional<VastVersion> exact = VastVersion.of(plain);
        if (exact.isEmpty() && plain.length() > 3 && plain.charAt(3) == '.') {
            return VastVersion.of(plain.substring(0, 3));
        }
        return exact;
    }

    /** Reports what is wrong with the declaration itself. */
    void report(XmlElement root, LintPass pass) {
        if (written.isEmpty()) {
            // The catalogue requires the attribute, and its rule says so.
            return;
        }
        String version = written.get();
        if (VastVersion.of(version).isPresent()) {
            return;
        }
        if (meant(version).isPresent()) {
            pass.reportAt("VAST-VERSION-FORM", root, "version",
                    "The version is written “" + version + "”; write " + judgedBy + ".",
                    mend -> mend.attribute("version", judgedBy.label()));
        } else if (version.equals("1") || version.startsWith("1.")) {
            pass.reportAt("VAST-VERSION-OBSOLETE", root, "version", "Players no longer read VAST " + version + ".");
        } else {
            pass.reportAt("VAST-VERSION-UNKNOWN", root, "version", version.isEmpty() ? "The version is empty."
                    : "There is no VAST " + version + "; the document is judged as VAST " + judgedBy + ".");
        }
    }
}
