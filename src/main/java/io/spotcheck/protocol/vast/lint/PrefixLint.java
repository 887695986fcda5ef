package io.spotcheck.protocol.vast.lint;

import io.spotcheck.xml.XmlAttribute;
import io.spotcheck.xml.XmlElement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the prefixes of names (Namespaces in XML 1.0 §5): one that nobody declared makes parsers refuse the whole
 * document, those of browsers among them.
 */
final class PrefixLint {

    private static final String RULE = "XML-PREFIX-UNDECLARED";

    private PrefixLint() {
    }

    /** Reports the prefix of an element, if nobody declared it. */
    static void element(XmlElement element, LintPass pass) {
        if (!element.prefix().isEmpty() && !isDeclared(element, element.prefix())) {
            pass.report(RULE, element, message(element.prefix()));
        }
    }

    /** Reports an attribute whose prefix nobody declared, and says whether it did. */
    static boolean attribute(XmlElement element, String name, LintPass pass) {
        int colon = name.indexOf(':');
        boolean undeclared = colon > 0 && !isDeclared(element, name.substring(0, colon));
        if (undeclared) {
            pass.reportAt(RULE, element, name, message(name.substring(0, colon)));
        }
        return undeclared;
    }

    /** Reports each undeclared prefix inside of an element once. */
    static void inside(XmlElement element, LintPass pass) {
        if (!element.children().isEmpty()) {
            inside(element, new HashSet<>(), pass);
        }
    }

    private static void inside(XmlElement parent, Set<String> seen, LintPass pass) {
        for (XmlElement child : parent.children()) {
            if (!child.prefix().isEmpty() && !seen.contains(child.prefix()) && !isDeclared(child, child.prefix())) {
                seen.add(child.prefix());
                element(child, pass);
            }
            for (XmlAttribute attribute : child.attributes()) {
                int colon = attribute.name().indexOf(':');
                if (colon > 0 && !seen.contains(attribute.name().substring(0, colon))
                        && attribute(child, attribute.name(), pass)) {
                    seen.add(attribute.name().substring(0, colon));
                }
            }
            inside(child, seen, pass);
        }
    }

    private static boolean isDeclared(XmlElement element, String prefix) {
        if (prefix.equals("xml") || prefix.equals("xmlns")) {
            return true;
        }
        Optional<XmlElement> around = Optional.of(element);
        while (around.isPresent()) {
            if (around.get().attribute("xmlns:" + prefix).isPresent()) {
                return true;
            }
            around = around.get().parent();
        }
        return false;
    }

    private static String message(String prefix) {
        return "Nobody declares the prefix " + prefix + "; write xmlns:" + prefix + "=\"…\" at the root element.";
    }
}
