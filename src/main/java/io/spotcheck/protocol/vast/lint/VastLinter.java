package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Edit;
import io.spotcheck.lint.LintReport;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import io.spotcheck.xml.MalformedXmlException;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlReader;
import java.util.Arrays;
import java.util.List;

/** Says what is wrong with VAST documents. Safe for use by many threads. */
public final class VastLinter {

    private final VastRules rules = VastRules.standard();
    private final XmlReader xml = new XmlReader();
    private final StructureLint structure = StructureLint.standard();

    /**
     * Lints a document.
     *
     * @param text the decoded text
     * @return what is wrong with it, in the order of the document, with a place each
     */
    public List<Finding> lint(String text) {
        return walk(text, false).findings();
    }

    /** Lints a document, and says how what is mechanical is mended. */
    public LintReport inspect(String text) {
        return walk(text, true).report();
    }

    /**
     * Lints a document that has been read already.
     *
     * @param root its root
     * @param text the text that it was read from
     */
    public List<Finding> lint(XmlElement root, String text) {
        return walk(root, text, false).findings();
    }

    /** Judges what stands before the root of a document that can be read, in whatever format. */
    public LintReport inspectDeclaration(String text) {
        var pass = new LintPass(rules, DeclaredVersion.LATEST, text, true);
        declaration(pass);
        return pass.report();
    }

    /**
     * Judges VAST that stands within another document. Places are those of that document.
     *
     * @param root its root
     * @param text the text of the whole document
     */
    public LintReport inspectWithin(XmlElement root, String text) {
        DeclaredVersion version = DeclaredVersion.of(root, () -> fitting(root, text));
        var pass = new LintPass(rules, version.judgedBy(), text, true);
        judge(root, version, pass);
        return pass.report();
    }

    private LintPass walk(String text, boolean mends) {
        try {
            return walk(xml.read(text), text, mends);
        } catch (MalformedXmlException broken) {
            return malformed(text, broken);
        }
    }

    private LintPass walk(XmlElement root, String text, boolean mends) {
        DeclaredVersion version = DeclaredVersion.of(root, () -> fitting(root, text));
        var pass = new LintPass(rules, version.judgedBy(), text, mends);
        declaration(pass);
        judge(root, version, pass);
        return pass;
    }

    /** The version by which a document has the fewest errors; the latest of several. */
    private VastVersion fitting(XmlElement root, String text) {
        VastVersion best = DeclaredVersion.LATEST;
        long least = Long.MAX_VALUE;
        for (VastVersion version : Arrays.asList(VastVersion.values()).reversed()) {
            var pass = new LintPass(rules, version, text, false);
            structure.lint(root, pass);
            long errors = pass.findings().stream().filter(f -> f.severity() == Severity.ERROR).count();
            if (errors < least) {
                least = errors;
                best = version;
            }
        }
        return best;
    }

    private static void declaration(LintPass pass) {
        String text = pass.text();
        if (text.startsWith("\uFEFF")) {
            pass.report("XML-MALFORMED", new Location(1, 1, ""), "The XML is not well-formed: There is a second byte "
                    + "order mark before the first tag.", List.of(new Edit(0, 1, "")));
        }
        if (!text.isEmpty() && Character.isWhitespace(text.charAt(0)) && text.stripLeading().startsWith("<?xml")) {
            pass.report("XML-DECLARATION-LATE", new Location(1, 1, ""),
                    "There is something before the XML declaration, which must be the very first thing.",
                    List.of(new Edit(0, text.length() - text.stripLeading().length(), "")));
        }
    }

    private void judge(XmlElement root, DeclaredVersion version, LintPass pass) {
        if (RootChecks.isVast(root, pass)) {
            version.report(root, pass);
            structure.lint(root, pass);
        }
    }

    private LintPass malformed(String text, MalformedXmlException broken) {
        var pass = new LintPass(rules, DeclaredVersion.LATEST, text, false);
        if (text.isBlank()) {
            pass.report("XML-EMPTY", new Location(1, 1, ""), "There is nothing in the document.");
        } else if (broken.isLimit()) {
            pass.report("XML-LIMIT", broken.location(),
                    "The document goes beyond what is read: " + broken.getMessage());
        } else if (RootChecks.looksLikeHtml(text)) {
            pass.report("VAST-ROOT-UNKNOWN", new Location(1, 1, ""), "This is an HTML page, not VAST.");
        } else {
            pass.report("XML-MALFORMED", broken.location(), "The XML is not well-formed: " + broken.getMessage());
        }
        return pass;
    }
}
