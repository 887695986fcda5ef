package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.protocol.vast.catalogue.ChildType;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.Occurs;
import io.spotcheck.protocol.vast.catalogue.ValueType;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one walk over a document: judges each element by the catalogue, then lets the checks for it look at it. */
final class StructureLint {

    private final Spelling spelling;
    private final Checks checks;
    private final VastCatalogue catalogue;
    private final AttributeLint attributes;
    private final ElementType verifications;

    StructureLint(VastCatalogue catalogue, Checks checks) {
        this.catalogue = catalogue;
        this.checks = checks;
        this.spelling = new Spelling(catalogue);
        this.attributes = new AttributeLint(catalogue);
        this.verifications = catalogue.element("AdVerifications").orElseThrow();
    }

    static StructureLint standard() {
        VastCatalogue catalogue = VastCatalogue.standard();
        return new StructureLint(catalogue, Checks.standard(catalogue));
    }

    void lint(XmlElement root, LintPass pass) {
        if (!root.prefix().isEmpty()) {
            PrefixLint.element(root, pass);
        }
        lint(root, catalogue.root(), pass);
    }

    private void lint(XmlElement element, ElementType type, LintPass pass) {
        attributes.lint(element, type, pass);
        // What is not found because its name is misspelt is not to be missed a second time.
        if (content(element, type, pass)) {
            List<Check> wanted = checks.of(type);
            for (int i = 0; i < wanted.size(); i++) {
                wanted.get(i).check(element, pass);
            }
        }
    }

    /** Judges what is in an element, and says whether the elements in it have their right names. */
    private boolean content(XmlElement element, ElementType type, LintPass pass) {
        if (type.content() == ValueType.ANY) {
            carriedVerifications(element, pass);
            PrefixLint.inside(element, pass);
            return true;
        }
        if (type.hasText()) {
            ContentLint.lint(element, type, pass);
            return true;
        }
        if (!element.text().isEmpty()) {
            pass.report("VAST-TEXT-STRAY", element, "There is text directly in " + element.name()
                    + ", which holds elements only: “" + Excerpt.of(element.text()) + "”.");
        }
        return children(element, type, pass);
    }

    /** Verification code that documents of older versions carry in an extension: as it is written since VAST 4.1. */
    private void carriedVerifications(XmlElement extension, LintPass pass) {
        for (XmlElement carried : extension.children()) {
            if (carried.name().equals(verifications.name()) && extension.name().equals("Extension")) {
                lint(carried, verifications, pass.inExtension(VastVersion.V4_1));
            }
        }
    }

    private boolean children(XmlElement element, ElementType type, LintPass pass) {
        int[] counts = new int[type.children().size()];
        boolean spelt = true;
        List<XmlElement> children = element.children();
        for (int i = 0; i < children.size(); i++) {
            XmlElement child = children.get(i);
            Optional<ChildType> meant = meant(element, child, type, pass);
            if (meant.isEmpty()) {
                continue;
            }
            ChildType known = meant.get();
            spelt &= known.name().equals(child.name());
            Optional<Occurs> occurs = known.occurs(pass.version());
            if (occurs.isEmpty()) {
                versionLacks(child, known, pass);
                continue;
            }
            if (++counts[known.index()] == 2 && !occurs.get().many()) {
                pass.report(CatalogueRules.repeated(known.name()), child, "VAST " + pass.version()
                        + " allows only one " + known.name() + " in " + element.name() + ".");
            }
            if (known.element().deprecated().contains(pass.version())) {
                pass.report("VAST-" + known.name().toUpperCase(Locale.ROOT) + "-DEPRECATED", child,
                        known.name() + " is deprecated since VAST 4.1.");
            }
            lint(child, known.element(), pass);
        }
        for (ChildType known : type.requiredChildren(pass.version())) {
            if (counts[known.index()] == 0) {
                pass.report(CatalogueRules.missing(type.name(), known.name()), element,
                        element.name() + " has no " + known.name() + ".");
            }
        }
        return spelt;
    }

    /** What a child is, or what its author must have meant; empty when it has no business there. */
    private Optional<ChildType> meant(XmlElement parent, XmlElement child, ElementType type, LintPass pass) {
        if (isForeign(parent, child)) {
            pass.report("VAST-ELEMENT-FOREIGN", child, "The element " + child.prefix()
                    + (child.prefix().isEmpty() ? "" : ":") + child.name()
                    + " is not of VAST; it belongs in an Extension.");
            return Optional.empty();
        }
        Optional<ChildType> known = type.child(child.name());
        if (known.isPresent()) {
            return known;
        }
        Optional<String> respelt = spelling.element(child.name(), type, pass.version());
        if (respelt.isPresent()) {
            boolean caseOnly = respelt.get().equalsIgnoreCase(child.name());
            pass.report(caseOnly ? "VAST-ELEMENT-CASE" : "VAST-ELEMENT-MISSPELT", child,
                    "There is no element " + child.name() + "; write " + respelt.get() + ".",
                    mend -> caseOnly ? mend.rename(respelt.get()) : List.of());
            return type.child(respelt.get());
        }
        List<ElementType> elsewhere = catalogue.named(child.name());
        if (elsewhere.isEmpty()) {
            pass.report("VAST-ELEMENT-UNKNOWN", child, "No version of VAST has an element " + child.name() + ".");
        } else {
            pass.report("VAST-ELEMENT-MISPLACED", child, misplaced(child, type, elsewhere));
        }
        return Optional.empty();
    }

    /** An element of another namespace than that of the root. */
    private static boolean isForeign(XmlElement parent, XmlElement child) {
        return !child.namespace().equals(parent.namespace())
                || !child.prefix().equals(parent.prefix()) && child.namespace().isEmpty();
    }

    private static String misplaced(XmlElement child, ElementType parent, List<ElementType> elsewhere) {
        List<String> homes = elsewhere.stream().flatMap(e -> e.parents().stream()).map(ElementType::name).distinct()
                .toList();
        if (homes.contains(parent.name())) {
            return "A wrapper has no " + child.name() + " in " + parent.name() + ".";
        }
        String list = homes.size() < 2 ? String.join("", homes)
                : String.join(", ", homes.subList(0, homes.size() - 1)) + " or " + homes.getLast();
        return child.name() + " does not belong in " + parent.name() + (list.isEmpty() ? "."
                : ", but in " + list + ".");
    }

    private static void versionLacks(XmlElement child, ChildType known, LintPass pass) {
        Optional<String> later = known.in().firstAfter(pass.version()).map(Object::toString);
        Optional<String> earlier = known.in().lastBefore(pass.version()).map(Object::toString);
        String place = child.parent().map(p -> " in " + p.name()).orElse("");
        if (later.isPresent()) {
            pass.report("VAST-ELEMENT-TOO-NEW", child, "VAST " + pass.version() + " has no " + child.name() + place
                    + "; it came with VAST " + later.get() + ".");
        } else {
            pass.report("VAST-ELEMENT-REMOVED", child, "VAST " + pass.version() + " has no " + child.name() + place
                    + " any more; VAST " + earlier.orElse("2.0") + " was the last to have it.");
        }
    }
}
