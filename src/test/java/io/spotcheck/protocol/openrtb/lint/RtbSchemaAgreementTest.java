package io.spotcheck.protocol.openrtb.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.corpus.Corpus;
import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our verdict agrees with the schema of a document's release, or a section says why it does not. */
class RtbSchemaAgreementTest {


    /** What only the text forbids: the rule that finds it, and the section that makes us right. */
    private static final Map<String, String> ONLY_IN_THE_TEXT = Map.ofEntries(
            Map.entry("ORTB-ITEMS-MISSING", "one impression, one bid at least: 2.6 §3.2.1, §4.2.2"),
            Map.entry("ORTB-REQUEST-MEDIUM-SEVERAL", "only one of site, app and dooh: 2.6 §3.2.1, §3.2.32"),
            Map.entry("ORTB-REQUEST-SEATS-BOTH", "only one of wseat and bseat: 2.6 §3.2.1"),
            Map.entry("ORTB-REQUEST-LANGUAGES-BOTH", "only one of wlang and wlangb: 2.6 §3.2.1"),
            Map.entry("ORTB-REQUEST-CATEGORIES-BOTH", "only one of acat and bcat: 2.6 §3.2.1"),
            Map.entry("ORTB-IMP-ID-DUPLICATE", "unique within the request: 2.6 §3.2.4"),
            Map.entry("ORTB-IMP-MEDIA-MISSING", "at least one of the four: 2.6 §3.1"),
            Map.entry("ORTB-MEDIA-DURATION-ORDER", "least and greatest duration: 2.6 §3.2.7"),
            Map.entry("ORTB-MEDIA-DURATION-EXCLUSIVE", "rqddurs or a range: 2.6 §3.2.7"),
            Map.entry("ORTB-MEDIA-BITRATE-ORDER", "least and greatest bit rate: 2.6 §3.2.7"),
            Map.entry("ORTB-MEDIA-FLOORS-BOTH", "only one form of floors: 2.6 §7.11"),
            Map.entry("ORTB-QTY-VENDOR-MISSING", "required if sourcetype is 1: 2.6 §3.2.31"),
            Map.entry("ORTB-DURFLOORS-RANGE-MISSING", "mindur or maxdur is required: 2.6 §3.2.35"),
            Map.entry("ORTB-DURFLOORS-ORDER", "low and high end: 2.6 §3.2.35"),
            Map.entry("ORTB-KEYWORDS-BOTH", "only one of keywords and kwarray: 2.6 §3.2.13"),
            Map.entry("ORTB-LANGUAGE-BOTH", "only one of language and langb: 2.6 §3.2.16"),
            Map.entry("ORTB-DEVICE-IP", "an IPv4 address: 2.6 §3.2.18"),
            Map.entry("ORTB-DEVICE-IPV6", "an IPv6 address: 2.6 §3.2.18"),
            Map.entry("ORTB-DEVICE-MCCMNC", "the dash is required: 2.6 §3.2.18"),
            Map.entry("ORTB-FORMAT-CURRENCY", "ISO 4217: 2.6 §3.2.1"),
            Map.entry("ORTB-FORMAT-COUNTRY", "ISO 3166-1 alpha-3: 2.6 §3.2.19"),
            Map.entry("ORTB-FORMAT-LANGUAGE", "ISO 639-1 alpha-2: 2.6 §3.2.1"),
            Map.entry("ORTB-FORMAT-LANGTAG", "BCP 47: 2.6 §3.2.1"),
            Map.entry("ORTB-VALUE-LOW", "amounts, sizes and durations are not negative, maxextended is -1 at least, "
                    + "latitude and longitude have ends: 2.6 §3.2.4, §3.2.7, §3.2.19"),
            Map.entry("ORTB-VALUE-HIGH", "latitude and longitude have ends: 2.6 §3.2.19"),
            Map.entry("ORTB-MARKUP-TYPE", "mtype says what the markup is: 2.6 §4.2.3"),
            Map.entry("NATIVE-REQUEST-NOT-JSON", "a text that holds JSON: 2.6 §3.2.9"),
            Map.entry("NATIVE-RESPONSE-NOT-JSON", "a text that holds JSON: Native 1.2 §5"),
            // What the native request in its text breaks.
            Map.entry("NATIVE-ASSET-ID-DUPLICATE", "Native 1.2 §4.2"),
            // What the VAST in its text breaks.
            Map.entry("XML-MALFORMED", "VAST 4.3 §2.3.2"));

    /** Fields where text and schemas differ: a pattern of their pointers, and the section that makes us right. */
    private static final Map<String, String> OTHERWISE_IN_THE_SCHEMA = Map.of(
            ".*/video/skip", "0 or 1, and no creative attribute: 2.6 §3.2.7",
            ".*/video/podseq", "the list that audio.podseq has, too: 2.6 §3.2.7",
            ".*/video/poddedupe/\\d+", "an array of the values of its list: 2.6 §3.2.7",
            ".*/bid/\\d+/slotinpod", "the list that the slotinpod of requests has, too: 2.6 §4.2.3",
            "/device/sua/.*", "the objects UserAgent and BrandVersion: 2.6 §3.2.29, §3.2.30");

    private final RtbLinter linter = new RtbLinter();

    @BeforeAll
    static void corpusIsThere() {
        Corpus.assumeFolder("schema");
        Corpus.assumeFolder("openrtb");
    }

    @Test
    void agreesOnEveryRealMessage() throws IOException {
        var schemas = new RtbSchemas(Corpus.SCHEMAS);
        int compared = 0;
        var differences = new ArrayList<String>();
        for (Path file : Corpus.files("openrtb", ".json")) {
            String text = Files.readString(file);
            JsonElement root = RtbSamples.json(text);
            Optional<RtbDocument> document = RtbDocument.of(root);
            if (document.isEmpty() || document.get().isOpenRtb3() || isNative(document.get())) {
                continue;
            }
            RtbKind kind = document.get().kind();
            Release release = file.toString().contains("2.5") ? Release.OPENRTB_2_5 : Release.LATEST_OPENRTB;
            compared++;
            List<Finding> ours = errors(linter.lint(root, kind, Optional.of(release)));
            List<String> theirs = schemas.errors(text, release, kind);
            if (ours.isEmpty() != theirs.isEmpty() && !ours.stream().allMatch(this::isExplained)) {
                differences.add(file + ": " + ours + " but " + theirs);
            }
        }
        assertThat(compared).isGreaterThan(20);
        assertThat(differences).isEmpty();
    }

    @Test
    void judgesOrRefusesEveryRealMessageWithARuleAndAPlace() throws IOException {
        int recognised = 0;
        for (Path file : Corpus.files("openrtb", ".json")) {
            String text = Files.readString(file);
            Optional<RtbDocument> document = RtbDocument.of(RtbSamples.json(text));
            // The pieces of AdCOM are no messages of OpenRTB.
            assertThat(document.isEmpty()).as(file.toString()).isEqualTo(file.getFileName().toString()
                    .startsWith("adcom1-"));
            recognised += document.isPresent() ? 1 : 0;
            assertThat(linter.lint(text)).allSatisfy(f -> {
                assertThat(f.location()).isPresent();
                assertThat(f.spec()).isPresent();
            });
            if (file.getFileName().toString().startsWith("openrtb3-")) {
                assertThat(linter.lint(text)).extracting(Finding::rule).containsExactly("ORTB-VERSION-3");
            }
        }
        assertThat(recognised).isGreaterThan(30);
    }

    @Test
    void agreesThatCompleteDocumentsAreRight() {
        var schemas = new RtbSchemas(Corpus.SCHEMAS);
        assertThat(schemas.errors(RtbSamples.text("request-2.5"), Release.OPENRTB_2_5, RtbKind.REQUEST)).isEmpty();
        for (Release release : List.of(Release.OPENRTB_2_5, Release.LATEST_OPENRTB)) {
            assertThat(schemas.errors(RtbSamples.text("response"), release, RtbKind.RESPONSE)).isEmpty();
        }
        for (String document : List.of("request-2.6", "request-dooh")) {
            assertThat(schemas.errors(RtbSamples.text(document), Release.LATEST_OPENRTB, RtbKind.REQUEST)).isEmpty();
        }
    }

    @Test
    void agreesOnEachFaultInACompleteDocument() {
        var schemas = new RtbSchemas(Corpus.SCHEMAS);
        var differences = new TreeSet<String>();
        int compared = 0;
        for (String document : List.of("request-2.5", "request-2.6", "request-dooh", "response")) {
            RtbKind kind = document.equals("response") ? RtbKind.RESPONSE : RtbKind.REQUEST;
            Release release = document.equals("request-2.5") ? Release.OPENRTB_2_5 : Release.LATEST_OPENRTB;
            for (CatalogueFaults.Fault fault : CatalogueFaults.in(document)) {
                compared++;
                boolean theirs = schemas.errors(fault.text(), release, kind).isEmpty();
                List<Finding> ours = errors(linter.lint(RtbSamples.json(fault.text()), kind, Optional.of(release)));
                if (theirs != ours.isEmpty() && !isExplained(fault, release)) {
                    differences.add(fault + ": " + ours + ", and the schema " + (theirs ? "allows" : "forbids")
                            + " it");
                }
            }
        }
        assertThat(compared).isGreaterThan(600);
        assertThat(differences).isEmpty();
    }

    @Test
    void isStricterThanTheSchemasOnlyWhereTheTextIs() {
        var schemas = new RtbSchemas(Corpus.SCHEMAS);
        Set<String> seen = new TreeSet<>();
        var differences = new ArrayList<String>();
        for (RtbSamples.Sample sample : RtbSamples.handWritten()) {
            Optional<String> text = sample.message();
            if (text.isEmpty()) {
                continue;
            }
            JsonElement root = RtbSamples.json(text.get());
            Optional<RtbDocument> document = RtbDocument.of(root);
            if (document.isEmpty() || document.get().isOpenRtb3() || isNative(document.get())) {
                continue;
            }
            RtbKind kind = document.get().kind();
            Release release = sample.document().equals("request-2.5") ? Release.OPENRTB_2_5 : Release.LATEST_OPENRTB;
            List<Finding> ours = errors(linter.lint(root, kind, Optional.of(release)));
            List<String> theirs = schemas.errors(text.get(), release, kind);
            if (!theirs.isEmpty() && ours.isEmpty()) {
                differences.add(sample + ": " + theirs);
            } else if (theirs.isEmpty()) {
                ours.stream().filter(f -> !isExplained(f)).forEach(f -> differences.add(sample + ": " + f));
                ours.forEach(f -> seen.add(f.rule()));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(ONLY_IN_THE_TEXT.keySet().stream().filter(rule -> !seen.contains(rule)
                && !rule.equals("XML-MALFORMED") && !rule.equals("NATIVE-ASSET-ID-DUPLICATE")))
                .as("explanations of differences that there are not").isEmpty();
    }

    private boolean isExplained(Finding finding) {
        return ONLY_IN_THE_TEXT.containsKey(finding.rule()) || finding.rule().startsWith("ORTB-LIST-");
    }

    /** The schema of 2.5 has no lists but those of two values; the text of 2.5 has them in §5. */
    private static boolean isExplained(CatalogueFaults.Fault fault, Release release) {
        return release == Release.OPENRTB_2_5 && fault.rule().startsWith("ORTB-LIST-")
                || OTHERWISE_IN_THE_SCHEMA.keySet().stream().anyMatch(fault.path()::matches);
    }

    private static boolean isNative(RtbDocument document) {
        return document.kind() == RtbKind.NATIVE_REQUEST || document.kind() == RtbKind.NATIVE_RESPONSE;
    }

    private static List<Finding> errors(List<Finding> findings) {
        return findings.stream().filter(f -> f.severity() == Severity.ERROR).collect(Collectors.toList());
    }
}
