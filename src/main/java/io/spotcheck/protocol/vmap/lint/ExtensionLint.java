package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.xml.XmlElement;

/** What concerns extensions (VMAP 1.0.1 §2.7). */
final class ExtensionLint {

    private ExtensionLint() {
    }

    static void extensions(XmlElement element, VmapLintPass pass) {
        if (element.children().isEmpty()) {
            pass.report("VMAP-EXTENSIONS-EMPTY", element, "Extensions holds nothing.");
        }
    }

    static void extension(XmlElement element, VmapLintPass pass) {
        String text = element.text();
        if (element.children().isEmpty() && text.isEmpty()) {
            pass.report("VMAP-EXTENSION-EMPTY", element, "Extension is empty.");
        } else if (element.children().isEmpty() && text.startsWith("<") && text.endsWith(">")) {
            pass.report("VMAP-EXTENSION-ESCAPED", element,
                    "The XML of the extension stands there as text; whoever looks for its elements finds none.");
        } else if (!text.isEmpty()) {
            pass.report("VMAP-EXTENSION-TEXT", element, "Extension holds text; it is made for XML: “"
                    + Excerpt.of(text) + "”.");
        }
        element.children().stream().filter(c -> c.namespace().isEmpty() || c.namespace().equals(element.namespace()))
                .findFirst().ifPresent(c -> pass.report("VMAP-EXTENSION-NAMESPACE", c, c.name() + " is in "
                        + (c.namespace().isEmpty() ? "no namespace" : "the namespace of VMAP")
                        + "; an extension has one of its own."));
    }
}
