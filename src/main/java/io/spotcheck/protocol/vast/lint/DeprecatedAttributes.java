package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.AttributeType;
import io.spotcheck.xml.XmlElement;

/** Attributes that a version advises against. */
final class DeprecatedAttributes {

    private DeprecatedAttributes() {
    }

    static void report(XmlElement element, AttributeType attribute, String value, LintPass pass) {
        if (attribute.name().equals("conditionalAd")) {
            pass.reportAt("VAST-CONDITIONALAD-DEPRECATED", element, attribute.name(),
                    "conditionalAd is deprecated since VAST 4.1.");
        } else if (!value.isBlank() && !value.strip().equalsIgnoreCase("VPAID")) {
            // VPAID has a rule of its own.
            pass.reportAt("VAST-MEDIAFILE-APIFRAMEWORK-DEPRECATED", element, attribute.name(),
                    "apiFramework of MediaFile is deprecated since VAST 4.1; files that need an API "
                            + "belong in InteractiveCreativeFile.");
        }
    }
}
