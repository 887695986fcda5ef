package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.LintReport;
import io.spotcheck.protocol.vast.lint.VastLinter;
import io.spotcheck.resolution.Finding;
import io.spotcheck.xml.MalformedXmlException;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlReader;
import java.util.List;

/** Says what is wrong with schedules, and with the VAST that they carry. Safe for use by many threads. */
public final class VmapLinter {

    private final XmlReader xml = new XmlReader();
    private final VastLinter vast;
    private final StructureLint structure;

    /** A linter that judges VAST inside by this one. */
    public VmapLinter(VastLinter vast) {
        this.vast = vast;
        structure = new StructureLint(VmapElements.standard(), vast);
    }

    /**
     * Lints a document whose root is a schedule's.
     *
     * @param text the decoded text
     * @return what is wrong with it, in the order of the document, with a place each
     */
    public List<Finding> lint(String text) {
        return inspect(text).findings();
    }

    /** Lints a document whose root is a schedule's, and says how what is mechanical in its VAST is mended. */
    public LintReport inspect(String text) {
        XmlElement root;
        try {
            root = xml.read(text);
        } catch (MalformedXmlException broken) {
            // What is no XML is no XML in any format; the rules on that are the same.
            return vast.inspect(text);
        }
        var pass = new VmapLintPass(text);
        pass.addAll(vast.inspectDeclaration(text));
        RootLint.lint(root, pass);
        structure.lint(root, pass);
        ScheduleLint.lint(root, pass);
        return pass.report();
    }
}
