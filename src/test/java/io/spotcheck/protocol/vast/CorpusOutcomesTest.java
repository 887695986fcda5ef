package io.spotcheck.protocol.vast;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.Icon;
import io.spotcheck.ad.LinearDetails;
import io.spotcheck.corpus.Corpus;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.vast.lint.VastLinter;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import io.spotcheck.transport.MemoryTransport;
import io.spotcheck.xml.XmlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples of two other testers give what their names promise; each folder is served as its own site. */
class CorpusOutcomesTest {

    private static final Path CORPUS = Corpus.folder("vast");

    @BeforeAll
    static void corpusIsThere() {
        Corpus.assumeFolder("vast");
    }

    private static AdResponse resolve(String folder, String file) {
        return resolve(folder, file, AdRequest.builder("pre-roll", "tester").build());
    }

    private static AdResponse resolve(String folder, String file, AdRequest request) {
        var documents = new LinkedHashMap<String, byte[]>();
        // The samples of vast-tester know their site: they lie below /scenarios.
        String site = "memory://site/" + (folder.equals("vast-tester") ? "scenarios/" : "");
        try (Stream<Path> all = Files.list(CORPUS.resolve(folder))) {
            for (Path each : all.toList()) {
                documents.put(site + each.getFileName(), Files.readAllBytes(each));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var upstream = new VastUpstream(new MemoryTransport(documents), site + file);
        try (var orchestrator = Orchestrator.builder(new VastProtocolHandler(upstream)).build()) {
            return orchestrator.fetchAd(request);
        }
    }

    private static String outcome(AdResponse response) {
        return response.success() ? response.ads().stream().map(ad -> ad.id().orElse("?") + " " + ad.creatives().stream()
                .map(Creative::kind).collect(Collectors.joining("+"))).collect(Collectors.joining(", "))
                : response.errorCode().orElseThrow() + " " + (response.protocolCode().isPresent()
                ? response.protocolCode().getAsInt() : "-");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "empty-no-ad                     | 1 | NO_AD 303",
        "empty-no-creative               | 1 | NO_AD 303",
        "inline-linear                   | 1 | 20001 linear",
        "invalid-xmlfile                 | 1 | MALFORMED 100",
        "outdated-vast                   | 1 | UNSUPPORTED 102",
        "sample                          | 1 | ad_id_0001 linear+companion+companion+companion+nonlinear",
        "vpaid                           | 1 | VPAID linear+companion+companion+companion",
        // Its only file is VPAID in Flash, which nothing plays.
        "vpaid2                          | 1 | UNSUPPORTED 403",
        // The first ad of the sample has a sequence: under a wrapper it takes allowMultipleAds (§3.19).
        "wrapper-a                       | 3 | ad_id_0002 linear+companion",
        "wrapper-b                       | 2 | ad_id_0002 linear+companion",
        "wrapper-attributes-multiple-ads | 2 | ad_id_0002 linear+companion",
        "wrapper-empty                   | 2 | NO_AD 303",
        "wrapper-empty-no-creative       | 2 | NO_AD 303",
        "wrapper-legacy                  | 2 | 20001 linear",
        // Two of its wrappers have a sequence; the one that stands alone is a substitute that nobody needs (§3.3.1).
        "wrapper-multiple-ads            | 3 | VPAID linear+companion+companion+companion, 20001 linear+companion",
        "wrapper-unavailable-url         | 2 | CONNECTION_FAILED 301"})
    void theSamplesOfVastClient(String name, int documents, String expected) {
        AdResponse response = resolve("vast-client-js", name + ".xml");

        assertThat(outcome(response)).isEqualTo(expected);
        assertThat(response.resolutionChain()).hasSize(documents);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "wrapper-empty             | wrapper-empty_wrapper-error empty-no-ad",
        "wrapper-empty-no-creative | wrapper-no-creative_wrapper-error empty-no-creative_inline-error",
        "wrapper-unavailable-url   | wrapper-invalid-xmlfile_wrapper-error",
        "empty-no-ad               | empty-no-ad"})
    void whoIsToldOfTheirFailures(String name, String urls) {
        assertThat(resolve("vast-client-js", name + ".xml").failures().getFirst().beacons())
                .extracting(beacon -> beacon.url().replace("http://example.com/", ""))
                .containsExactly(urls.split(" "));
    }

    private static Map<String, Consumer<Ad>> promises() {
        var promises = new LinkedHashMap<String, Consumer<Ad>>();
        promises.put("ad-identity", ad -> {
            assertThat(ad.adServingId()).isPresent();
            assertThat(ad.universalAdIds()).isNotEmpty();
            assertThat(linear(ad).identity().adId()).contains("identity-2447226");
        });
        promises.put("ad-verification", ad -> assertThat(ad.verifications()).isNotEmpty().allSatisfy(vendor -> {
            assertThat(vendor.choices()).isNotEmpty();
            assertThat(vendor.vendor()).isNotBlank();
        }));
        promises.put("broken-tag", ad -> assertThat(lint("broken-tag")).anyMatch(f -> f.severity() == Severity.ERROR));
        promises.put("click-tracking", ad -> {
            assertThat(ad.linears().findFirst().orElseThrow().clickThrough()).isPresent();
            assertThat(events(ad)).contains("click", "customClick");
        });
        promises.put("closed-captions", ad -> assertThat(linear(ad).captions()).isNotEmpty()
                .allSatisfy(caption -> assertThat(caption.language()).isPresent()));
        promises.put("companion-banner", ad -> assertThat(ad.creatives())
                .anyMatch(Creative.Companion.class::isInstance));
        promises.put("fixable-tag", ad -> assertThat(lint("fixable-tag")).isNotEmpty());
        promises.put("icon-fallbacks", ad -> assertThat(linear(ad).icons()).isNotEmpty().flatExtracting(
                Icon::fallbackImages).isNotEmpty());
        promises.put("mezzanine-support", ad -> assertThat(linear(ad).mezzanines()).isNotEmpty());
        promises.put("non-linear-overlay", ad -> assertThat(ad.creatives()).singleElement()
                .isInstanceOfSatisfying(Creative.NonLinear.class, overlay -> {
                    assertThat(overlay.details().scalable()).contains(true);
                    assertThat(overlay.resources()).isNotEmpty();
                }));
        promises.put("pricing-category", ad -> {
            assertThat(ad.details().pricing()).get().satisfies(p -> assertThat(p.value()).isEqualTo("25.00"));
            assertThat(ad.details().categories()).extracting(c -> c.value()).containsExactly("Automotive");
            assertThat(ad.details().description()).isPresent();
        });
        promises.put("runtime-surfaces", ad -> assertThat(ad.creatives()).extracting(Creative::kind)
                .contains("linear", "companion"));
        promises.put("sample-inline", ad -> assertThat(ad.chosenMediaFile()).isPresent());
        promises.put("skippable-linear", ad -> assertThat(ad.linears().findFirst().orElseThrow().skipOffset())
                .contains("00:00:05"));
        promises.put("viewable-impression", ad -> assertThat(events(ad)).contains("viewable"));
        promises.put("wrapper-inline", ad -> assertThat(ad.id()).contains("wrapper-inline-1"));
        return promises;
    }

    @Test
    void theSamplesOfVastTesterHoldWhatTheirNamesPromise() {
        promises().forEach((name, promise) -> {
            AdResponse response = resolve("vast-tester", name + ".xml");
            assertThat(response.success()).as(name).isTrue();
            promise.accept(response.ads().getFirst());
        });
    }

    /** The ad below has a sequence, and the wrapper allows no pod: VAST 4.3 §3.19 leaves nothing to take. */
    @Test
    void theWrapperWithoutAllowMultipleAdsLeadsToAnAdOfAPodAndTheReasonSaysSo() {
        AdResponse response = resolve("vast-tester", "wrapper-root.xml");

        assertThat(outcome(response)).isEqualTo("NO_AD 303");
        assertThat(response.resolutionChain()).hasSize(2);
        assertThat(response.error()).get().asString().contains("sequence=\"1\"", "allowMultipleAds=\"true\"");
    }

    @Test
    void theOneThatLeadsElsewhereSaysSoToItsWrapper() {
        AdResponse response = resolve("vast-tester", "wrapper-signals.xml");

        assertThat(outcome(response)).isEqualTo("CONNECTION_FAILED 301");
        assertThat(response.failures().getFirst().beacons()).hasSize(1);
    }

    @Test
    void theRequestDecidesWhatIsTaken() {
        assertThat(outcome(asked("pricing-category", "BLOCKEDADCATEGORIES", "Automotive"))).isEqualTo("NO_AD 205");
        assertThat(outcome(asked("skippable-linear", "skippable", false))).isEqualTo("UNSUPPORTED 200");
        assertThat(outcome(asked("sample-inline", "mezzanineRequired", true))).isEqualTo("NO_AD 406");
        assertThat(asked("mezzanine-support", "mezzanineRequired", true).success()).isTrue();
    }

    private static AdResponse asked(String name, String field, Object value) {
        return resolve("vast-tester", name + ".xml",
                AdRequest.builder("pre-roll", "tester").extension(field, value).build());
    }

    private static LinearDetails linear(Ad ad) {
        return ad.linears().findFirst().orElseThrow().details();
    }

    private static List<String> events(Ad ad) {
        return ad.tracking().stream().map(t -> t.event()).toList();
    }

    private static List<Finding> lint(String name) {
        try {
            return new VastLinter().lint(XmlText.decode(Files.readAllBytes(CORPUS.resolve("vast-tester")
                    .resolve(name + ".xml")), Optional.empty()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
