package io.spotcheck.desktop.session;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.Source.Syntax;
import io.spotcheck.resolution.Source;
import io.spotcheck.validation.ValidatedDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/**
 * What the lint says of every document of a tab's answer. It begins when the answer is there, and never holds it up;
 * what the resolution has said already is not said again.
 */
public final class DocumentLint implements LiveLint {

    /** The rules that say that there is nothing to say. What nobody knows, its protocol has judged already. */
    private static final Set<String> SILENT = Set.of("DOCUMENT-NOT-LINTED", "DOCUMENT-UNKNOWN",
            "VAST-ROOT-UNKNOWN");

    private static final String UNREADABLE = "-MALFORMED";

    /** What is no fault of a document that came from this computer: its addresses are meant for this computer. */
    private static final Set<String> LOCAL = Set.of("VAST-URL-LOCAL-HOST");
    /** How rules on addresses without encryption end: within this computer, nothing is encrypted. */
    private static final String UNENCRYPTED = "-NOT-HTTPS";
    private static final Pattern FOREIGN_HTTP = Pattern.compile(
            "http://(?!(localhost|127(?:\\.\\d{1,3}){3}|\\[::1])[:/?#\\]<\"'\\s\\\\])", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOPBACK = Pattern.compile(
            "https?://(localhost|127(?:\\.\\d{1,3}){3}|\\[::1])([:/?#].*|$)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final ReadOnlyObjectWrapper<Report> report = new ReadOnlyObjectWrapper<>(this, "report", Report.none());
    private final LiveResolution live;
    private final Linting linting;
    private final Subscription listening;

    /** The lint of this resolution's documents. */
    public DocumentLint(LiveResolution live, Linting linting) {
        this.live = live;
        this.linting = linting;
        listening = live.responseProperty().subscribe(this::begin);
    }

    @Override
    public ReadOnlyObjectProperty<Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Ends all listening. */
    public void dispose() {
        listening.unsubscribe();
    }

    private void begin(Optional<AdResponse> answer) {
        report.set(Report.none());
        answer.ifPresent(given -> linting.work(judge -> judge(given, judge), done -> {
            // Whoever resolves again meanwhile wants the lint of the new answer.
            if (live.responseProperty().get().filter(now -> now == given).isPresent()) {
                report.set(done);
            }
        }));
    }

    private static Report judge(AdResponse answer, Linting.Judge judge) {
        var found = new LinkedHashMap<Integer, Linted>();
        // The same text twice, as of a fallback that is asked again, is judged once.
        var judged = new HashMap<String, ValidatedDocument>();
        for (Node node : answer.resolution().nodes().toList()) {
            Optional<Source> source = node.source().filter(s -> s.syntax() == Syntax.XML || s.syntax() == Syntax.JSON);
            if (source.isPresent()) {
                ValidatedDocument document = judged.computeIfAbsent(source.get().text(),
                        text -> judge.of(source.get().name(), text));
                Predicate<Finding> idle = LOOPBACK.matcher(source.get().name()).matches()
                        ? finding -> isHarmlessHere(finding, source.get().text()) : _ -> false;
                Linted fresh = without(said(node), idle, document);
                if (!fresh.findings().isEmpty()) {
                    found.put(node.id(), fresh);
                }
            }
        }
        return new Report(found, judge.problem());
    }

    /** What the lint says and the resolution has not said. */
    private static Linted without(Set<String> said, Predicate<Finding> idle, ValidatedDocument document) {
        return new Linted(document.findings().stream()
                .filter(f -> !SILENT.contains(f.rule()) && !idle.test(f)
                        && !said.contains(key(f))).toList(),
                document.fixes());
    }

    /** Whether it complains of what cannot be otherwise between programs of one computer. */
    private static boolean isHarmlessHere(Finding finding, String text) {
        if (LOCAL.contains(finding.rule())) {
            return true;
        }
        if (!finding.rule().endsWith(UNENCRYPTED) || finding.location().isEmpty()) {
            return false;
        }
        int start = 0;
        for (int line = 1; line < finding.location().get().line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        // The element with its address; of JSON, the line with the value.
        int end = text.indexOf(text.stripLeading().startsWith("<") ? "</" : "\n", start);
        return !FOREIGN_HTTP.matcher(text.substring(start, end < 0 ? text.length() : end)).find();
    }

    private static Set<String> said(Node document) {
        var keys = new HashSet<String>();
        collect(document, keys, true);
        return keys;
    }

    private static void collect(Node node, Set<String> keys, boolean first) {
        if (!first && node.source().isPresent()) {
            return;
        }
        node.findings().forEach(f -> keys.add(key(f)));
        node.children().forEach(child -> collect(child, keys, false));
    }

    private static String key(Finding finding) {
        // A text that cannot be read has as many rules as readers, and breaks only once.
        String rule = finding.rule().endsWith(UNREADABLE) ? UNREADABLE : finding.rule();
        return rule + finding.location().map(Location::line).map(line -> " " + line).orElse("");
    }
}
