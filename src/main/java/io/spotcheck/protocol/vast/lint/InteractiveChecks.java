package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.ValueType;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.HashSet;
import java.util.Set;

/** What concerns interactive files, such as those of SIMID, and captions. */
final class InteractiveChecks {

    private static final int LARGE_DATA = 32 * 1024;
    private static final Set<String> CAPTIONS = Set.of("text/vtt", "text/srt", "application/x-subrip",
            "application/ttml+xml", "application/ttaf+xml", "text/scc", "text/cea-608", "application/cea-608");

    private InteractiveChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("InteractiveCreativeFile", InteractiveChecks::framework);
        checks.on("InteractiveCreativeFile", InteractiveChecks::data);
        checks.onType("Linear", InteractiveChecks::start);
        checks.on("ClosedCaptionFile", InteractiveChecks::caption);
        checks.on("ClosedCaptionFiles", InteractiveChecks::captions);
    }

    private static boolean isSimid(XmlElement file) {
        return file.attribute("apiFramework").map(String::strip).filter("SIMID"::equalsIgnoreCase).isPresent();
    }

    private static void framework(XmlElement file, LintPass pass) {
        String framework = file.attribute("apiFramework").map(String::strip).orElse("");
        String type = MediaFileChecks.type(file);
        if (framework.isEmpty()) {
            pass.report("VAST-INTERACTIVE-FRAMEWORK-ABSENT", file, "No apiFramework says what runs this file.");
        } else if (framework.equalsIgnoreCase("VPAID")) {
            pass.reportAt("VAST-INTERACTIVE-VPAID", file, "apiFramework",
                    "VPAID is phased out; interactive files are made for SIMID.");
        }
        if (type.isEmpty()) {
            pass.report("VAST-INTERACTIVE-TYPE-ABSENT", file, "No type says what this file is.");
        } else if (isSimid(file) && !type.startsWith("text/html")) {
            pass.reportAt("VAST-SIMID-TYPE", file, "type", "A SIMID creative is an HTML page of type text/html, not "
                    + type
                    + ".");
        }
        if (isSimid(file) && !file.attribute("apiFramework").map(String::strip).orElse("").equals("SIMID")) {
            pass.reportAt("VAST-SIMID-CASE", file, "apiFramework",
                    "The framework is written “" + framework + "”; write SIMID.",
                    mend -> mend.attribute("apiFramework", "SIMID"));
        }
        if (isSimid(file) && !pass.isAtLeast(VastVersion.V4_1)) {
            pass.reportAt("VAST-SIMID-EARLY", file, "apiFramework", "SIMID was made for VAST 4.1 and later.");
        }
        if (MediaFileChecks.isFlash(file)) {
            pass.report("VAST-INTERACTIVE-FLASH", file, "No player runs Flash any more.");
        }
    }

    private static void data(XmlElement file, LintPass pass) {
        if (file.text().startsWith("data:") && file.text().length() > LARGE_DATA) {
            pass.report("VAST-INTERACTIVE-DATA-LARGE", file, "The data: URI has " + file.text().length()
                    + " characters; so much is better loaded from an address.");
        }
    }

    private static void start(XmlElement linear, LintPass pass) {
        if (pass.isAtLeast(VastVersion.V4_2) && LinearChecks.tracking(LinearChecks.trackings(linear),
                "interactiveStart").isPresent() && linear.children("MediaFiles")
                .flatMap(m -> m.children("InteractiveCreativeFile")).findAny().isEmpty()) {
            pass.report("VAST-INTERACTIVE-START-ALONE", linear,
                    "interactiveStart is tracked, and nothing is interactive.");
        }
    }

    private static void caption(XmlElement caption, LintPass pass) {
        String type = MediaFileChecks.type(caption);
        if (type.isEmpty()) {
            pass.report("VAST-CAPTION-TYPE-ABSENT", caption, "No type says which format the captions have.");
        } else if (!CAPTIONS.contains(type) && Values.isValid(type, ValueType.MIME)) {
            pass.reportAt("VAST-CAPTION-TYPE-UNUSUAL", caption, "type", type
                    + " is no usual type of captions, such as text/vtt.");
        }
        if (caption.attribute("language").filter(l -> !l.isBlank()).isEmpty()) {
            pass.report("VAST-CAPTION-LANGUAGE-ABSENT", caption, "No language says who can read the captions.");
        }
    }

    private static void captions(XmlElement captions, LintPass pass) {
        if (captions.children().isEmpty()) {
            pass.report("VAST-CAPTIONS-EMPTY", captions, "ClosedCaptionFiles holds no file.");
        }
        var seen = new HashSet<String>();
        captions.children("ClosedCaptionFile").filter(c -> c.attribute("language").isPresent()
                        && !seen.add(MediaFileChecks.type(c) + ' ' + c.attribute("language").orElse("")))
                .forEach(c -> pass.report("VAST-CAPTION-DUPLICATE", c,
                        "There are captions of this language and format before."));
    }
}
