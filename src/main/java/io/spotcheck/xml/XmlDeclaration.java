package io.spotcheck.xml;

import java.util.regex.Pattern;

/** The form of an XML declaration (XML 1.0 §2.8). */
final class XmlDeclaration {

    private static final Pattern FORM = Pattern.compile("<\\?xml\\s+version\\s*=\\s*(\"1\\.\\d+\"|'1\\.\\d+')"
            + "(\\s+encoding\\s*=\\s*(\"[A-Za-z][\\w.-]*\"|'[A-Za-z][\\w.-]*'))?"
            + "(\\s+standalone\\s*=\\s*(\"(yes|no)\"|'(yes|no)'))?\\s*\\?>");

    private XmlDeclaration() {
    }

    static boolean isWellFormed(String declaration) {
        return FORM.matcher(declaration).matches();
    }
}
