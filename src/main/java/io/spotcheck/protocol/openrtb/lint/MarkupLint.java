package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.vast.lint.VastLinter;
import io.spotcheck.resolution.Finding;
import io.spotcheck.xml.MalformedXmlException;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlReader;
import java.util.List;
import java.util.Optional;

/** Judges VAST that stands in a text of a response. */
final class MarkupLint {

    private final VastLinter linter = new VastLinter();
    private final XmlReader xml = new XmlReader();

    /**
     * Judges VAST.
     *
     * @return its root, if it can be read
     */
    Optional<XmlElement> vast(JsonElement text, RtbPass pass) {
        // The reader of XML wants to begin with the declaration, and a bidder may begin with a line break.
        String markup = MacroLint.neutral(text.text());
        Optional<XmlElement> root = read(markup);
        List<Finding> findings = root.map(r -> linter.lint(r, markup)).orElseGet(() -> linter.lint(markup));
        findings.forEach(finding -> pass.adopt(text, finding));
        return root;
    }

    private Optional<XmlElement> read(String markup) {
        try {
            return Optional.of(xml.read(markup));
        } catch (MalformedXmlException broken) {
            // The linter of VAST says what is wrong.
            return Optional.empty();
        }
    }
}
