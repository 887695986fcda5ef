package io.spotcheck.validation;

import io.spotcheck.lint.Correction;
import io.spotcheck.lint.LintReport;
import io.spotcheck.lint.LintSettings;
import io.spotcheck.lint.Rule;
import io.spotcheck.lint.RuleBook;
import io.spotcheck.protocol.openrtb.lint.RtbDocument;
import io.spotcheck.protocol.openrtb.lint.RtbExpectation;
import io.spotcheck.protocol.openrtb.lint.RtbLinter;
import io.spotcheck.protocol.openrtb.lint.RtbRules;
import io.spotcheck.protocol.vast.lint.VastLinter;
import io.spotcheck.protocol.vast.lint.VastRules;
import io.spotcheck.protocol.vmap.lint.VmapLinter;
import io.spotcheck.protocol.vmap.lint.VmapRules;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import io.spotcheck.xml.XmlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises documents and says what is wrong with them. Safe for use by many threads. */
public final class DocumentValidator {

    private static final Rule UNKNOWN = new Rule("DOCUMENT-UNKNOWN", Severity.ERROR, "unknown document",
            "It is neither VAST, VMAP, OpenRTB nor a native ad: a player that gets it shows nothing.", "", "");

    /** Fixes that overlap take another round; no document has needed more than four. */
    private static final int MOST_ROUNDS = 20;

    private static final Location START = new Location(1, 1, "");
    private static final Comparator<Location> BY_PLACE =
            Comparator.comparingInt(Location::line).thenComparingInt(Location::column);

    private final VastLinter vast = new VastLinter();
    private final VmapLinter vmap = new VmapLinter(vast);
    private final RtbLinter openrtb = new RtbLinter();
    private final RtbExpectation expectation;

    /** A validator that goes by the documents alone. */
    public DocumentValidator() {
        this(RtbExpectation.none());
    }

    /** A validator that knows more of OpenRTB documents than their content shows. */
    public DocumentValidator(RtbExpectation expectation) {
        this.expectation = expectation;
    }

    /** All rules that can find something. */
    public static RuleBook rules() {
        var all = new ArrayList<>(List.of(UNKNOWN, EncodingLint.WRONG, EncodingLint.JSON_WRONG,
                EncodingLint.JSON_MARK));
        all.addAll(VastRules.book().rules());
        all.addAll(VmapRules.book().rules());
        all.addAll(RtbRules.book().rules());
        return new RuleBook(all);
    }

    /** What a document is, by its content. */
    public static DocumentType recognise(String text) {
        return RecognisedDocument.of(text).type();
    }

    /**
     * Judges a document.
     *
     * @param file     what it is called
     * @param bytes    the document as it is stored
     * @param settings how seriously the rules are taken
     */
    public ValidatedDocument validate(String file, byte[] bytes, LintSettings settings) {
        return judgedBytes(validate(file, XmlText.decode(bytes, Optional.empty()), settings), bytes, settings);
    }

    /** A judged document, with what is wrong with its bytes, which its text does not show. */
    private static ValidatedDocument judgedBytes(ValidatedDocument document, byte[] bytes, LintSettings settings) {
        List<Finding> ofBytes = settings.apply(EncodingLint.of(bytes).stream().toList());
        if (ofBytes.isEmpty()) {
            return document;
        }
        List<Finding> all = Stream.concat(ofBytes.stream(), document.findings().stream())
                .sorted(Comparator.comparing(DocumentValidator::place, BY_PLACE)).toList();
        return new ValidatedDocument(document.file(), document.type(), document.version(), all, document.fixes());
    }

    private static Location place(Finding finding) {
        return finding.location().orElse(START);
    }

    /**
     * Judges a document that has been decoded.
     *
     * @param file     what it is called
     * @param text     its text, without byte order mark; the edits of fixes are counted in it
     * @param settings how seriously the rules are taken
     */
    public ValidatedDocument validate(String file, String text, LintSettings settings) {
        RecognisedDocument document = RecognisedDocument.of(text);
        LintReport report = settings.apply(report(document, text));
        return new ValidatedDocument(file, document.type(), document.version(), report.findings(), report.fixes());
    }

    /**
     * Mends everything mechanical that is wrong with a document; nothing but the faults changes.
     *
     * @param file     what it is called
     * @param text     its text
     * @param settings how seriously the rules are taken; what they leave out is not mended
     */
    public CorrectedText correct(String file, String text, LintSettings settings) {
        var rounds = new ArrayList<Correction>();
        String mended = text;
        ValidatedDocument document = validate(file, text, settings);
        while (rounds.size() < MOST_ROUNDS && !document.fixes().isEmpty()) {
            Correction correction = Correction.of(mended, document.fixes());
            rounds.add(correction);
            mended = correction.text();
            document = validate(file, mended, settings);
        }
        return new CorrectedText(mended, rounds, document);
    }

    /**
     * Mends everything mechanical that is wrong with a document as it is stored; its encoding stays as it is.
     *
     * @param file     what it is called
     * @param bytes    the document as it is stored
     * @param settings how seriously the rules are taken; what they leave out is not mended
     */
    public CorrectedText correct(String file, byte[] bytes, LintSettings settings) {
        CorrectedText corrected = correct(file, XmlText.decode(bytes, Optional.empty()), settings);
        return new CorrectedText(corrected.text(), corrected.rounds(),
                judgedBytes(corrected.left(), corrected.applyTo(bytes), settings));
    }

    private LintReport report(RecognisedDocument document, String text) {
        if (document.fault().isPresent()) {
            return LintReport.of(openrtb.malformed(document.fault().get()));
        }
        return switch (document.type()) {
            case VAST -> vast.inspect(text);
            case VMAP -> vmap.inspect(text);
            case OPENRTB_REQUEST, OPENRTB_RESPONSE, NATIVE ->
                    LintReport.of(openrtb.lint(document.json().orElseThrow(), expectation));
            case UNKNOWN -> LintReport.of(document.json().flatMap(RtbDocument::pieceOfAdcom)
                    .map(piece -> List.of(finding(UNKNOWN, "This is " + piece
                            + " of AdCOM, which OpenRTB 3.0 carries; OpenRTB 2.x has no place for it.", START)))
                    .orElseGet(() -> unknown(text)));
        };
    }

    /** What is XML, or nothing at all, the rules of XML and VAST have better words for. */
    private List<Finding> unknown(String text) {
        return text.isBlank() || text.strip().startsWith("<") ? vast.lint(text)
                : List.of(finding(UNKNOWN, "This is neither VAST, VMAP, OpenRTB nor a native ad.",
                        START));
    }

    private static Finding finding(Rule rule, String message, Location place) {
        Finding finding = Finding.of(rule.id(), rule.severity(), message).at(place);
        return rule.spec().isEmpty() ? finding : finding.by(rule.spec());
    }
}
