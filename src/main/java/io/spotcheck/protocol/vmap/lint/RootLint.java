package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.xml.XmlAttribute;
import io.spotcheck.xml.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What concerns the root: its name, its namespace, its version, and the prefixes that all below it use. */
final class RootLint {

    private static final String NAMESPACE = "http://www.iab.net/videosuite/vmap";
    private static final String OLD_NAMESPACE = "http://www.iab.net/vmap-1.0";
    private static final Set<String> GIVEN_PREFIXES = Set.of("", "xml", "xmlns");

    private RootLint() {
    }

    static void lint(XmlElement root, VmapLintPass pass) {
        if (!root.name().equals("VMAP")) {
            pass.report("VMAP-ROOT-CASE", root, "The root is written “" + root.name() + "”; write VMAP.",
                    mend -> mend.rename("VMAP"));
        }
        namespace(root, pass);
        version(root, pass);
        prefixes(root, Set.of(), new HashSet<>(), pass);
        if (root.children("AdBreak").findAny().isEmpty()) {
            pass.report("VMAP-NO-BREAK", root, "There is no break in the schedule; nothing is shown.");
        }
    }

    private static void namespace(XmlElement root, VmapLintPass pass) {
        String declaration = root.prefix().isEmpty() ? "xmlns" : "xmlns:" + root.prefix();
        switch (root.namespace()) {
            case NAMESPACE -> { }
            case OLD_NAMESPACE -> pass.reportAt("VMAP-NAMESPACE-OLD", root, declaration, "The namespace "
                    + OLD_NAMESPACE + " was a mistake of the first edition; write " + NAMESPACE + ".",
                    mend -> mend.attribute(declaration, NAMESPACE));
            case "" -> {
                // An undeclared prefix is told as that.
                if (root.prefix().isEmpty()) {
                    pass.report("VMAP-NAMESPACE-MISSING", root, "No namespace is declared; that of VMAP is "
                            + NAMESPACE + ".");
                }
            }
            default -> pass.reportAt("VMAP-NAMESPACE-UNKNOWN", root, declaration, "The namespace is “"
                    + root.namespace() + "”; that of VMAP is " + NAMESPACE + ".",
                    mend -> isMisspelt(root.namespace()) ? mend.attribute(declaration, NAMESPACE) : List.of());
        }
    }

    /** What is right but for case, blanks, a slash at the end or encryption, which a name does not have. */
    private static boolean isMisspelt(String namespace) {
        String plain = namespace.strip().toLowerCase(Locale.ROOT).replaceFirst("^https:", "http:");
        return plain.equals(NAMESPACE) || plain.equals(NAMESPACE + "/");
    }

    private static void version(XmlElement root, VmapLintPass pass) {
        root.attribute("version").map(String::strip).filter(v -> !VmapElements.standard().versions().contains(v))
                .ifPresent(v -> pass.reportAt("VMAP-VERSION-UNKNOWN", root, "version", v.isEmpty() ? "The version is empty."
                        : "There is no VMAP " + v + "; there is "
                        + String.join(" and ", VmapElements.standard().versions()) + "."));
    }

    /** Each prefix that nobody declared, once, where it is used first. */
    private static void prefixes(XmlElement element, Set<String> around, Set<String> told, VmapLintPass pass) {
        Set<String> declared = around;
        for (XmlAttribute attribute : element.attributes()) {
            if (attribute.name().startsWith("xmlns:")) {
                declared = declared.equals(around) ? new HashSet<>(around) : declared;
                declared.add(attribute.name().substring(6));
            }
        }
        check(element, element.prefix(), declared, told, pass);
        for (XmlAttribute attribute : element.attributes()) {
            int colon = attribute.name().indexOf(':');
            check(element, colon < 0 ? "" : attribute.name().substring(0, colon), declared, told, pass);
        }
        for (XmlElement child : element.children()) {
            prefixes(child, declared, told, pass);
        }
    }

    private static void check(XmlElement element, String prefix, Set<String> declared, Set<String> told,
                              VmapLintPass pass) {
        if (!GIVEN_PREFIXES.contains(prefix) && !declared.contains(prefix) && told.add(prefix)) {
            pass.report("VMAP-PREFIX-UNDECLARED", element, "The prefix “" + prefix
                    + "” stands for no namespace; declare it with xmlns:" + prefix + ".");
        }
    }
}
