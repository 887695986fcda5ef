package io.spotcheck.protocol.vast.lint;

import io.spotcheck.xml.XmlElement;
import java.util.Locale;

/** Whether a document is VAST at all. */
final class RootChecks {

    private RootChecks() {
    }

    static boolean looksLikeHtml(String text) {
        String start = text.strip();
        String lower = start.substring(0, Math.min(start.length(), 64)).toLowerCase(Locale.ROOT);
        return lower.startsWith("<!doctype html") || lower.startsWith("<html");
    }

    /** Reports a root that is not {@code VAST}, and says whether there is any sense in looking further. */
    static boolean isVast(XmlElement root, LintPass pass) {
        switch (root.name()) {
            case "VAST" -> {
                namespace(root, pass);
                return true;
            }
            case "VideoAdServingTemplate" -> pass.report("VAST-ROOT-VAST1", root,
                    "This is VAST 1.0, which players no longer read.");
            case "DAAST" -> pass.report("VAST-ROOT-DAAST", root,
                    "This is DAAST; since VAST 4.1 audio ads are VAST with adType=\"audio\".");
            case "html", "HTML" -> pass.report("VAST-ROOT-UNKNOWN", root, "This is an HTML page, not VAST.");
            default -> {
                if (root.name().equalsIgnoreCase("VAST")) {
                    pass.report("VAST-ROOT-CASE", root, "The root is written “" + root.name() + "”; write VAST.",
                            mend -> mend.rename("VAST"));
                    return true;
                }
                pass.report("VAST-ROOT-UNKNOWN", root, "The root element is “" + root.name() + "”, not VAST.");
            }
        }
        return false;
    }

    private static void namespace(XmlElement root, LintPass pass) {
        String namespace = root.namespace();
        if (!namespace.isEmpty() && !namespace.equals("http://www.iab.com/VAST")) {
            pass.report("VAST-NAMESPACE-UNKNOWN", root,
                    "The namespace is “" + namespace + "”; that of VAST is http://www.iab.com/VAST.");
        }
    }
}
