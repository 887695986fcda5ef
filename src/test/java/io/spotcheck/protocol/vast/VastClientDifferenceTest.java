package io.spotcheck.protocol.vast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.spotcheck.corpus.Corpus;
import io.spotcheck.protocol.vast.document.Beacon;
import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastCreative;
import io.spotcheck.protocol.vast.document.VastDocument;
import io.spotcheck.protocol.vast.document.VastException;
import io.spotcheck.protocol.vast.document.VastReader;
import io.spotcheck.xml.XmlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Our reader finds in every real VAST file as many ads, creatives, media files and beacons as
 * {@code @dailymotion/vast-client} does, or the difference stands here with the section that makes us right. Single
 * documents are compared, so that nothing goes over the network.
 */
class VastClientDifferenceTest {

    private static final Set<String> VIEWABILITY = Set.of("viewable", "notViewable", "viewUndetermined");

    /** What is counted otherwise, and why we are right. */
    private static final List<Difference> DIFFERENCES = List.of(
            new Difference("vast-client-js/vpaid.xml", "impressions", 0, 1,
                    "VAST 4.3 §3.4.4: an impression is a URI, and this element has none"));

    /**
     * A difference.
     *
     * @param file   the file of the corpus
     * @param what   what is counted
     * @param ours   how many we find
     * @param theirs how many vast-client finds
     * @param why    the section that makes us right
     */
    private record Difference(String file, String what, Object ours, Object theirs, String why) {
    }

    @Test
    void findsAsMuchAsVastClientDoes() throws IOException {
        Corpus.assumeFolder("vast");
        Map<String, String> documents = documents();
        Optional<Map<String, Map<String, Object>>> theirs = VastClient.counts(documents);
        assumeTrue(theirs.isPresent(), VastClient.WHY_NOT);

        var found = new ArrayList<Difference>();
        var total = new TreeMap<String, Integer>();
        documents.forEach((file, text) -> {
            Optional<Map<String, Integer>> ours = ours(text);
            Map<String, Object> counted = theirs.get().get(file);
            assertThat(ours.isEmpty()).as("%s is refused, as by vast-client: %s", file, counted)
                    .isEqualTo(counted.containsKey("refused"));
            ours.ifPresent(counts -> counts.forEach((what, number) -> {
                total.merge(what, number, Integer::sum);
                if (!counted.get(what).equals(number)) {
                    found.add(new Difference(file, what, number, counted.get(what), ""));
                }
            }));
        });

        assertThat(found).usingRecursiveFieldByFieldElementComparatorIgnoringFields("why")
                .containsExactlyInAnyOrderElementsOf(DIFFERENCES);
        assertThat(total.values()).as("each kind of thing is in the corpus: %s", total).allMatch(number -> number > 0);
    }

    private static Map<String, String> documents() throws IOException {
        var documents = new TreeMap<String, String>();
        for (Path file : Corpus.files("vast", ".xml")) {
            documents.put(Corpus.folder("vast").relativize(file).toString().replace('\\', '/'),
                    XmlText.decode(Files.readAllBytes(file), Optional.empty()));
        }
        return documents;
    }

    /** What our reader finds, unless it refuses the document. */
    private static Optional<Map<String, Integer>> ours(String text) {
        VastDocument document;
        try {
            document = new VastReader().read(text);
        } catch (VastException refused) {
            return Optional.empty();
        }
        List<VastAd.Definition> ads = document.ads().stream().map(VastAd::definition).toList();
        List<VastCreative> creatives = ads.stream().flatMap(ad -> ad.creatives().stream()).toList();
        List<Beacon> ofAds = ads.stream().flatMap(ad -> ad.beacons().stream()).toList();
        List<Beacon> ofCreatives = creatives.stream().flatMap(creative -> creative.beacons().stream()).toList();
        var counts = new TreeMap<String, Integer>();
        counts.put("ads", ads.size());
        counts.put("linear", number(creatives.stream().filter(VastCreative.Linear.class::isInstance)));
        counts.put("nonlinear", number(creatives.stream().filter(VastCreative.NonLinear.class::isInstance)
                .filter(overlay -> overlay.element().name().equals("NonLinear"))));
        counts.put("companions", number(creatives.stream().filter(VastCreative.Companion.class::isInstance)));
        counts.put("mediaFiles", number(creatives.stream().filter(VastCreative.Linear.class::isInstance)
                .flatMap(linear -> ((VastCreative.Linear) linear).mediaFiles().stream())));
        counts.put("rootErrors", document.errors().size());
        counts.put("impressions", number(ofAds.stream().filter(b -> b.event().equals("impression"))));
        counts.put("errors", number(ofAds.stream().filter(b -> b.event().equals("error"))));
        counts.put("viewable", number(ofAds.stream().filter(b -> VIEWABILITY.contains(b.event()))));
        counts.put("tracking", number(ofCreatives.stream().filter(b -> b.element().name().equals("Tracking"))));
        counts.put("clicks", number(ofCreatives.stream().filter(b -> b.element().name().contains("Click"))));
        counts.put("icons", number(creatives.stream().filter(VastCreative.Linear.class::isInstance)
                .flatMap(linear -> ((VastCreative.Linear) linear).icons().stream())
                .flatMap(icon -> icon.beacons().stream())));
        counts.put("verification", number(ads.stream().flatMap(ad -> ad.verifications().stream())
                .flatMap(v -> v.beacons().stream())));
        return Optional.of(counts);
    }

    private static int number(Stream<?> some) {
        return (int) some.count();
    }
}
