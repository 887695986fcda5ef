package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.protocol.vast.lint.VastLinter;
import io.spotcheck.protocol.vmap.lint.VmapElements.Need;
import io.spotcheck.protocol.vmap.lint.VmapElements.Times;
import io.spotcheck.xml.XmlAttribute;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The one walk over a schedule: judges each element by the data, then lets the checks for it look at it. */
final class StructureLint {

    private final VmapElements data;
    private final Map<String, BiConsumer<XmlElement, VmapLintPass>> checks = new HashMap<>();

    StructureLint(VmapElements data, VastLinter vast) {
        this.data = data;
        var breaks = new BreakLint(data);
        var sources = new SourceLint(data, vast);
        var tracking = new TrackingLint(data);
        checks.put("AdBreak", breaks::lint);
        checks.put("AdSource", sources::source);
        checks.put("VASTAdData", sources::vastAdData);
        checks.put("VASTData", sources::vastData);
        checks.put("AdTagURI", sources::adTagUri);
        checks.put("CustomAdData", sources::customAdData);
        checks.put("TrackingEvents", tracking::trackingEvents);
        checks.put("Tracking", tracking::tracking);
        checks.put("Extensions", ExtensionLint::extensions);
        checks.put("Extension", ExtensionLint::extension);
    }

    void lint(XmlElement root, VmapLintPass pass) {
        lint(root, "VMAP", pass);
    }

    private void lint(XmlElement element, String name, VmapLintPass pass) {
        VmapElements.Element known = data.element(name);
        attributes(element, name, known, pass);
        checks.getOrDefault(name, (e, p) -> { }).accept(element, pass);
        switch (known.content()) {
            case ELEMENTS -> {
                if (!element.text().isEmpty()) {
                    pass.reportAtText("VMAP-TEXT-STRAY", element, "There is text directly in " + name
                            + ", which holds elements only: “" + Excerpt.of(element.text()) + "”.");
                }
                children(element, name, known, pass);
            }
            case TEXT -> {
                if (!name.equals("CustomAdData") && !element.children().isEmpty()) {
                    XmlElement inside = element.children().getFirst();
                    pass.report("VMAP-ELEMENT-MISPLACED", inside, name + " holds an address, not " + inside.name()
                            + ".");
                }
            }
            case OTHER -> { }
        }
    }

    private void attributes(XmlElement element, String name, VmapElements.Element known, VmapLintPass pass) {
        for (XmlAttribute attribute : element.attributes()) {
            String written = attribute.name();
            if (known.attributes().containsKey(written)) {
                if (!attribute.value().equals(attribute.value().strip())) {
                    pass.reportAt("VMAP-ATTRIBUTE-WHITESPACE", element, written, written + "=\"" + attribute.value()
                            + "\" has blanks around its value.",
                            mend -> mend.attribute(written, attribute.value().strip()));
                }
            } else if (!written.equals("xmlns") && written.indexOf(':') < 0) {
                unknownAttribute(element, name, known, written, pass);
            }
        }
        known.attributes().forEach((attribute, need) -> {
            boolean there = element.attributes().stream().anyMatch(a -> a.name().equalsIgnoreCase(attribute));
            if (need == Need.REQUIRED && !there) {
                pass.report(VmapElements.missing(name, attribute), element, name + " has no attribute " + attribute
                        + ".");
            }
        });
    }

    private static void unknownAttribute(XmlElement element, String name, VmapElements.Element known, String written,
                                         VmapLintPass pass) {
        Optional<String> meant = known.attributes().keySet().stream().filter(written::equalsIgnoreCase).findFirst();
        if (meant.isPresent()) {
            pass.reportAt("VMAP-ATTRIBUTE-CASE", element, written, "The attribute is written " + written + "; write "
                    + meant.get() + ".", mend -> mend.renameAttribute(written, meant.get()));
        } else if (name.equals("Extension")) {
            pass.reportAt("VMAP-EXTENSION-ATTRIBUTE", element, written, "The schema has no attribute " + written
                    + " of Extension; it belongs on an element inside.");
        } else {
            pass.reportAt("VMAP-ATTRIBUTE-UNKNOWN", element, written, name + " has no attribute " + written + ".");
        }
    }

    private void children(XmlElement element, String name, VmapElements.Element known, VmapLintPass pass) {
        var counts = new HashMap<String, Integer>();
        List<String> order = new ArrayList<>(known.children().keySet());
        int furthest = 0;
        boolean told = false;
        for (XmlElement child : element.children()) {
            Optional<String> meant = meant(element, child, name, known, pass);
            if (meant.isEmpty()) {
                continue;
            }
            String kind = meant.get();
            if (counts.merge(kind, 1, Integer::sum) == 2 && known.children().get(kind) == Times.ONE) {
                pass.report("VMAP-ELEMENT-REPEATED", child, "There may be only one " + kind + " in " + name + ".");
            }
            if (order.indexOf(kind) < furthest && !told && !name.equals("AdSource")) {
                told = true;
                pass.report("VMAP-ELEMENT-ORDER", child, "The schema wants " + String.join(", ", order)
                        + " in this order.");
            }
            furthest = Math.max(furthest, order.indexOf(kind));
            lint(child, kind, pass);
        }
    }

    /** What a child is, or what its author must have meant; empty when it has no business there. */
    private Optional<String> meant(XmlElement parent, XmlElement child, String name, VmapElements.Element known,
                                   VmapLintPass pass) {
        Optional<String> ours = data.inAnotherCase(child.name());
        if (ours.isEmpty()) {
            String rule = child.namespace().equals(parent.namespace()) && child.prefix().equals(parent.prefix())
                    ? "VMAP-ELEMENT-UNKNOWN" : "VMAP-ELEMENT-FOREIGN";
            pass.report(rule, child, rule.endsWith("UNKNOWN") ? "VMAP has no element " + child.name() + "."
                    : "The element " + (child.prefix().isEmpty() ? "" : child.prefix() + ":") + child.name()
                    + " is not of VMAP; it belongs in an Extension.");
            return Optional.empty();
        }
        if (!child.namespace().equals(parent.namespace()) || !child.prefix().equals(parent.prefix())
                && child.namespace().isEmpty()) {
            pass.report("VMAP-ELEMENT-NAMESPACE", child, child.name()
                    + " is not in the namespace of the element around it; write "
                    + (parent.prefix().isEmpty() ? "" : parent.prefix() + ":") + ours.get() + ".",
                    mend -> child.prefix().isEmpty() && !parent.prefix().isEmpty()
                            ? mend.rename(parent.prefix() + ":" + child.name()) : List.of());
        }
        if (!child.name().equals(ours.get())) {
            pass.report("VMAP-ELEMENT-CASE", child, "The element is written " + child.name() + "; write "
                    + ours.get() + ".", mend -> mend.rename(ours.get()));
        }
        if (!known.children().containsKey(ours.get())) {
            List<String> homes = data.elements().entrySet().stream()
                    .filter(e -> e.getValue().children().containsKey(ours.get())).map(Map.Entry::getKey).toList();
            pass.report("VMAP-ELEMENT-MISPLACED", child, ours.get() + " does not belong in " + name
                    + (homes.isEmpty() ? "." : ", but in " + String.join(" or ", homes) + "."));
            return Optional.empty();
        }
        return ours;
    }
}
