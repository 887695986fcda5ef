package io.spotcheck.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.lint.LintSettings;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Resolution;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Source;
import io.spotcheck.resolution.Status;
import io.spotcheck.resolution.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The documents of a resolution are judged where they stand in the tree. */
class LintedResolutionTest {

    private static final String NO_IMPRESSION = """
            <VAST version="4.2"><Ad><Wrapper><AdSystem>Northlight</AdSystem>
            <VASTAdTagURI>https://next.northlight.tv/</VASTAdTagURI></Wrapper></Ad></VAST>
            """;
    private static final String MISSING = "VAST-WRAPPER-IMPRESSION-MISSING";

    private final DocumentValidator validator = new DocumentValidator();

    private static Node node(int id, Optional<String> text, List<Finding> findings, Node... children) {
        return new Node(id, id == 0 ? NodeKind.REQUEST : NodeKind.DOCUMENT, "n" + id, Status.OK, Timing.zero(),
                Optional.empty(), text.map(t -> new Source("doc" + id, Source.Syntax.XML, t)), Optional.empty(),
                Optional.empty(), findings, Map.of(), List.of(children));
    }

    private LintedResolution linted(Node root) {
        return LintedResolution.of(new Resolution(root, Instant.EPOCH, Duration.ZERO), validator,
                LintSettings.standard());
    }

    @Test
    void putsTheFindingsOnTheNodeOfTheDocument() {
        LintedResolution linted = linted(node(0, Optional.empty(), List.of(),
                node(1, Optional.of(NO_IMPRESSION), List.of(),
                        node(2, Optional.of("<VAST version='4.2'><Error>https://e.tv/</Error></VAST>"), List.of())),
                node(3, Optional.of(NO_IMPRESSION), List.of()),
                node(4, Optional.of(" "), List.of())));
        assertThat(linted.documents()).containsOnlyKeys(1, 2, 3);
        assertThat(linted.document(1).orElseThrow().findings()).extracting(Finding::rule).containsExactly(MISSING);
        assertThat(linted.document(3).orElseThrow().file()).isEqualTo("doc3");
        assertThat(linted.document(3).orElseThrow().findings())
                .isEqualTo(linted.document(1).orElseThrow().findings());
        assertThat(linted.resolution().node(1).orElseThrow().findings()).extracting(Finding::rule)
                .containsExactly(MISSING);
        assertThat(linted.resolution().node(2).orElseThrow().findings()).extracting(Finding::rule)
                .doesNotContain(MISSING).contains("VAST-NO-AD-ERROR");
        assertThat(linted.resolution().node(0).orElseThrow().findings()).isEmpty();
    }

    @Test
    void tellsNothingTwice() {
        Finding known = Finding.of(MISSING, Severity.ERROR, "It is known.").at(new Location(1, 25, "/VAST/Ad/Wrapper"));
        LintedResolution linted = linted(node(0, Optional.of(NO_IMPRESSION), List.of(known)));
        assertThat(linted.resolution().findings()).containsExactly(known);
        assertThat(linted.document(0).orElseThrow().findings()).hasSize(1);
    }
}
