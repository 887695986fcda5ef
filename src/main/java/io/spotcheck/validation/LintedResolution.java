package io.spotcheck.validation;

import io.spotcheck.lint.LintSettings;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.Resolution;
import io.spotcheck.resolution.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resolution whose documents have been judged.
 *
 * @param resolution the resolution, with the findings of each document on the node that brought it, behind those that
 *                   it had before
 * @param documents  the judged documents by the id of their node, in the order of the tree
 */
public record LintedResolution(Resolution resolution, Map<Integer, ValidatedDocument> documents) {

    /** Keeps a copy. */
    public LintedResolution {
        documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
    }

    /**
     * Judges every document of a resolution; one that came several times is judged once. Takes milliseconds, and
     * belongs on no thread that draws.
     *
     * @param settings how seriously the rules are taken
     */
    public static LintedResolution of(Resolution resolution, DocumentValidator validator, LintSettings settings) {
        var byText = new HashMap<String, ValidatedDocument>();
        var documents = new LinkedHashMap<Integer, ValidatedDocument>();
        resolution.nodes().forEach(node -> node.source().filter(source -> !source.text().isBlank())
                .ifPresent(source -> documents.put(node.id(), judged(source, validator, settings, byText))));
        Resolution told = documents.values().stream().allMatch(document -> document.findings().isEmpty()) ? resolution
                : new Resolution(told(resolution.root(), documents), resolution.startedAt(), resolution.duration());
        return new LintedResolution(told, documents);
    }

    private static ValidatedDocument judged(Source source, DocumentValidator validator, LintSettings settings,
                                            Map<String, ValidatedDocument> byText) {
        ValidatedDocument judged = byText.computeIfAbsent(source.text(),
                text -> validator.validate(source.name(), text, settings));
        return judged.file().equals(source.name()) ? judged : new ValidatedDocument(source.name(), judged.type(),
                judged.version(), judged.findings(), judged.fixes());
    }

    private static Node told(Node node, Map<Integer, ValidatedDocument> documents) {
        var findings = new ArrayList<>(node.findings());
        Optional.ofNullable(documents.get(node.id())).ifPresent(document -> document.findings().stream()
                .filter(finding -> node.findings().stream().noneMatch(known -> isSame(known, finding)))
                .forEach(findings::add));
        List<Node> children = node.children().stream().map(child -> told(child, documents)).toList();
        return new Node(node.id(), node.kind(), node.label(), node.status(), node.timing(), node.exchange(),
                node.source(), node.location(), node.reason(), findings, node.facts(), children);
    }

    /** What made the resolution stop at a document is told by it and found by the lint. */
    private static boolean isSame(Finding one, Finding other) {
        return one.rule().equals(other.rule()) && one.location().equals(other.location());
    }

    /** The judged document of a node. */
    public Optional<ValidatedDocument> document(int nodeId) {
        return Optional.ofNullable(documents.get(nodeId));
    }
}
