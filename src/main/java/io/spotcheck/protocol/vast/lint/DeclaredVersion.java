package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.ChildType;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.Optional;

/**
 * The version that a document declares, and the one by which it is judged.
 *
 * @param written  what the document says, if it says anything
 * @param judgedBy the version that it means, or else one that knows its elements
 */
record DeclaredVersion(Optional<String> written, VastVersion judgedBy) {

    static final VastVersion LATEST = VastVersion.V4_3;

    static DeclaredVersion of(XmlElement root, VastCatalogue catalogue) {
        Optional<String> written = root.attribute("version").map(String::strip);
        Optional<VastVersion> known = written.flatMap(DeclaredVersion::meant);
        return new DeclaredVersion(written, known.orElseGet(() ->
                needsVersion4(root, catalogue.root()) ? LATEST : VastVersion.V3_0));
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

    /** Whether an element is used that VAST 3.0 does not have in its place. */
    private static boolean needsVersion4(XmlElement element, ElementType type) {
        for (XmlElement child : element.children()) {
            Optional<ChildType> known = type.child(child.name());
            if (known.isPresent() && (known.get().occurs(VastVersion.V3_0).isEmpty()
                    || needsVersion4(child, known.get().element()))) {
                return true;
            }
        }
        return false;
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
