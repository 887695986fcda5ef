package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlAttribute;
import io.spotcheck.xml.XmlElement;

/** What concerns extensions. */
final class ExtensionChecks {

    private static final VastCatalogue CATALOGUE = VastCatalogue.standard();

    private ExtensionChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("Extension", ExtensionChecks::type);
        checks.on("Extension", ExtensionChecks::content);
        checks.on("Extension", ExtensionChecks::attributes);
        checks.on("Extension", ExtensionChecks::verifications);
        checks.on("CreativeExtension", ExtensionChecks::content);
        checks.on("Extensions", ExtensionChecks::empty);
        checks.on("CreativeExtensions", ExtensionChecks::empty);
        checks.on("Extensions", ExtensionChecks::namespace);
        checks.on("CreativeExtensions", ExtensionChecks::namespace);
    }

    private static void type(XmlElement extension, LintPass pass) {
        if (extension.attribute("type").filter(t -> !t.isBlank()).isEmpty()) {
            pass.report("VAST-EXTENSION-TYPE-ABSENT", extension, "No type says whose extension this is.");
        }
    }

    private static void content(XmlElement extension, LintPass pass) {
        String text = extension.text();
        if (extension.children().isEmpty() && text.isEmpty()) {
            if (extension.attributes().stream().anyMatch(a -> !a.name().equals("type"))) {
                // What the extension has to say stands in its attributes.
                return;
            }
            pass.report("VAST-EXTENSION-EMPTY", extension, extension.name() + " is empty.");
        } else if (extension.children().isEmpty() && text.startsWith("<") && text.endsWith(">")) {
            pass.report("VAST-EXTENSION-ESCAPED", extension,
                    "The XML of the extension stands there as text; whoever looks for its elements finds none.");
        } else if (!text.isEmpty() && pass.isAtLeast(VastVersion.V3_0)) {
            pass.report("VAST-EXTENSION-TEXT", extension, extension.name() + " holds text; it is made for XML.");
        }
    }

    private static void attributes(XmlElement extension, LintPass pass) {
        if (pass.isAtLeast(VastVersion.V4_0)) {
            extension.attributes().stream().map(XmlAttribute::name)
                    .filter(name -> !name.equals("type") && !name.startsWith("xmlns") && name.indexOf(':') < 0)
                    .findFirst().ifPresent(name -> pass.report("VAST-EXTENSION-ATTRIBUTE", extension,
                            "The schema of VAST " + pass.version() + " has no attribute " + name
                            + " of Extension; it belongs on an element inside."));
        }
    }

    private static void verifications(XmlElement extension, LintPass pass) {
        if (extension.child("AdVerifications").isEmpty()) {
            return;
        }
        if (pass.isAtLeast(VastVersion.V4_1)) {
            pass.report("VAST-VERIFICATION-IN-EXTENSION", extension,
                    "Since VAST 4.1 AdVerifications stands in InLine or Wrapper; players may not look for it here.");
        } else if (extension.attribute("type").filter("AdVerifications"::equals).isEmpty()) {
            pass.report("VAST-VERIFICATION-EXTENSION-TYPE", extension,
                    "Players look for AdVerifications in an Extension of type=\"AdVerifications\".");
        }
    }

    /** Said once for all of them: who does without namespaces does so everywhere. */
    private static void namespace(XmlElement extensions, LintPass pass) {
        if (pass.isAtLeast(VastVersion.V4_0)) {
            extensions.children().stream().flatMap(extension -> extension.children().stream())
                    .filter(own -> own.namespace().equals(extensions.namespace()) && own.prefix().isEmpty()
                            && CATALOGUE.named(own.name()).isEmpty())
                    .findFirst().ifPresent(own -> pass.report("VAST-EXTENSION-NAMESPACE-ABSENT", own,
                            own.name() + " has no namespace that sets it apart from VAST."));
        }
    }

    private static void empty(XmlElement extensions, LintPass pass) {
        if (extensions.children().isEmpty()) {
            pass.report("VAST-EXTENSIONS-EMPTY", extensions, extensions.name() + " holds nothing.");
        }
    }
}
