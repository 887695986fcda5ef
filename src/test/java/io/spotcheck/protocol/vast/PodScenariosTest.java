package io.spotcheck.protocol.vast;

import static io.spotcheck.protocol.vast.Tags.inline;
import static io.spotcheck.protocol.vast.Tags.inlineAd;
import static io.spotcheck.protocol.vast.Tags.vast;
import static io.spotcheck.protocol.vast.Tags.wrapper;
import static io.spotcheck.protocol.vast.Tags.wrapperAd;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Status;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Pods, stand-alone ads and buffets over real HTTP, in and under wrappers. */
class PodScenariosTest extends AdServerScenario {

    private static final String NOTHING = "<VAST version=\"4.2\"/>";
    private static final String FLASH = "type=\"application/x-shockwave-flash\"";

    private static List<String> skipped(AdResponse response) {
        return response.resolution().nodes().filter(n -> n.status() == Status.SKIPPED)
                .filter(n -> n.kind() == NodeKind.AD || n.kind() == NodeKind.WRAPPER)
                .map(n -> n.label() + ": " + n.reason().orElse("")).toList();
    }

    private static String unplayable(String id, String sequence) {
        return inlineAd(id, sequence).replace("type=\"video/mp4\"", FLASH);
    }

    @Test
    void underAWrapperAPodNeedsAllowMultipleAds() {
        answer("/no", wrapper("no", url("/pod")));
        answer("/false", vast(wrapperAd("false", "", url("/pod"), "allowMultipleAds=\"false\"")));
        answer("/true", vast(wrapperAd("true", "", url("/pod"), "allowMultipleAds=\"true\"")));
        answer("/pod", vast(inlineAd("one", "1"), inlineAd("two", "2")));

        assertThat(ids(resolve("/true"))).containsExactly("one", "two");
        for (String path : List.of("no", "false")) {
            AdResponse refused = resolve("/" + path);
            assertThat(refused.errorCode()).contains(ErrorCode.NO_AD);
            assertThat(refused.error()).get().asString().contains("only ads of a pod", "“" + path + "”",
                    "allowMultipleAds=\"true\"");
            assertThat(called("error", refused)).containsExactly(path + "/error?code=303", "one/error?code=303",
                    "two/error?code=303");
        }
    }

    @Test
    void aSingleAdWithASequenceIsRefusedAndTheReasonSaysWhatWouldHelp() {
        answer("/w", wrapper("w", url("/one")));
        answer("/one", vast(inlineAd("one", "1")));

        AdResponse response = resolve("/w");

        assertThat(response.error()).contains("The only ad has sequence=\"1\", which makes it an ad of a pod, and the "
                + "wrapper “w” allows only an ad that stands alone. allowMultipleAds=\"true\" on the Wrapper would "
                + "allow it, and so would an Ad without sequence.");
        assertThat(response.failures().getFirst().location()).get().satisfies(l ->
                assertThat(l.path()).isEqualTo("/VAST/Ad"));
    }

    @Test
    void aBuffetGivesOneAdAndUnderAWrapperTheFirst() {
        answer("/buffet", vast(unplayable("flash", ""), inlineAd("second", ""), inlineAd("third", "")));
        answer("/w", wrapper("w", url("/buffet")));
        answer("/many", vast(wrapperAd("many", "", url("/buffet"), "allowMultipleAds=\"true\"")));

        AdResponse buffet = resolve("/buffet");
        assertThat(ids(buffet)).containsExactly("second");
        assertThat(skipped(buffet)).containsExactly("Title of third: Another ad that stands alone was taken.");
        assertThat(ids(resolve("/many"))).containsExactly("second");
        AdResponse wrapped = resolve("/w");
        assertThat(wrapped.success()).isFalse();
        assertThat(wrapped.protocolCode()).hasValue(403);
        assertThat(skipped(wrapped)).hasSize(2).allSatisfy(why -> assertThat(why).contains("allowMultipleAds"));
    }

    @Test
    void aFailedAdOfAPodIsReplacedAndItsBeaconsGoOutWithItsOwnCode() {
        answer("/pod", vast(inlineAd("one", "1"), unplayable("two", "2"),
                wrapperAd("three", "3", url("/nothing"), "fallbackOnNoAd=\"true\""), inlineAd("spare", ""),
                inlineAd("spare2", "")));
        answer("/nothing", NOTHING);

        AdResponse response = resolve("/pod");

        assertThat(ids(response)).containsExactly("one", "spare", "spare2");
        assertThat(response.ads()).extracting(ad -> ad.sequence()).containsExactly(OptionalInt.of(1),
                OptionalInt.of(2), OptionalInt.of(3));
        assertThat(response.failures()).extracting(AdError::protocolCode)
                .containsExactly(OptionalInt.of(403), OptionalInt.of(303));
        assertThat(called("error", response)).containsExactly("two/error?code=403", "three/error?code=303");
    }

    @Test
    void aWrapperInAPodIsReplacedOnlyWhenItAsksForIt() {
        answer("/asks", vast(inlineAd("one", "1"), wrapperAd("two", "2", url("/nothing"), "fallbackOnNoAd=\"true\""),
                inlineAd("spare", "")));
        answer("/silent", vast(inlineAd("one", "1"), wrapperAd("two", "2", url("/nothing"), ""),
                inlineAd("spare", "")));
        answer("/nothing", NOTHING);

        assertThat(ids(resolve("/asks"))).containsExactly("one", "spare");
        AdResponse silent = resolve("/silent");
        assertThat(ids(silent)).containsExactly("one");
        assertThat(skipped(silent)).singleElement().asString().startsWith("Title of spare: It is a substitute, and the "
                + "wrapper “two”").contains("fallbackOnNoAd=\"true\"");
        assertThat(called("error", silent)).containsExactly("two/error?code=303");
    }

    @Test
    void anAdThatAWrapperBroughtAndThatCannotBeShownIsReplacedWhateverTheWrapperAsksForWhenThereIsNone() {
        answer("/pod", vast(inlineAd("one", "1"), wrapperAd("two", "2", url("/broken"), "fallbackOnNoAd=\"false\""),
                inlineAd("spare", "")));
        answer("/buffet", vast(wrapperAd("w", "", url("/broken"), ""), inlineAd("spare", "")));
        answer("/broken", vast(unplayable("x", "")));

        assertThat(ids(resolve("/pod"))).containsExactly("one", "spare");
        AdResponse buffet = resolve("/buffet");
        assertThat(ids(buffet)).containsExactly("spare");
        assertThat(called("error", buffet)).containsExactly("w/error?code=403", "x/error?code=403");
    }

    @Test
    void anotherAdThatStandsAloneFollowsAWrapperOnlyWhenItAsksForIt() {
        answer("/asks", vast(wrapperAd("w", "", url("/nothing"), "fallbackOnNoAd=\"true\""), inlineAd("spare", "")));
        answer("/silent", vast(wrapperAd("w", "", url("/nothing"), "fallbackOnNoAd=\"false\""),
                inlineAd("spare", "")));
        answer("/nothing", NOTHING);

        assertThat(ids(resolve("/asks"))).containsExactly("spare");
        AdResponse silent = resolve("/silent");
        assertThat(silent.success()).isFalse();
        assertThat(skipped(silent)).singleElement().asString().contains("fallbackOnNoAd=\"true\"");
    }

    @Test
    void twoFailuresUnderOneWrapperAreToldToItTwice() {
        answer("/w", vast(wrapperAd("w", "", url("/pod"), "allowMultipleAds=\"true\"")));
        answer("/pod", vast(unplayable("one", "1"), wrapperAd("two", "2", url("/missing"), "")));

        AdResponse response = resolve("/w");

        assertThat(response.success()).isFalse();
        assertThat(called("error", response)).containsExactly("w/error?code=403", "one/error?code=403",
                "w/error?code=301", "two/error?code=301");
    }

    @Test
    void wrappersInAPodLeadToAdsThatPlayAtTheirPlaces() {
        answer("/pod", vast(wrapperAd("w2", "2", url("/b"), ""), wrapperAd("w1", "1", url("/a"), "")));
        answer("/a", inline("a"));
        answer("/b", inline("b"));

        AdResponse response = resolve("/pod");

        assertThat(ids(response)).containsExactly("a", "b");
        assertThat(response.ads()).extracting(ad -> ad.sequence()).containsExactly(OptionalInt.of(1),
                OptionalInt.of(2));
        assertThat(response.ads().get(1).tracking()).extracting(t -> t.url())
                .contains("https://t.example/w2/impression").doesNotContain("https://t.example/w1/impression");
    }

    @Test
    void aPodInAPodTakesThePlaceOfItsWrapper() {
        answer("/outer", vast(inlineAd("first", "1"), wrapperAd("w", "2", url("/inner"), "allowMultipleAds=\"true\""),
                inlineAd("last", "3")));
        answer("/inner", vast(inlineAd("b", "2"), inlineAd("a", "1")));

        AdResponse response = resolve("/outer");

        assertThat(ids(response)).containsExactly("first", "a", "b", "last");
        assertThat(response.ads()).extracting(ad -> ad.sequence().getAsInt()).containsExactly(1, 2, 2, 3);
        assertThat(called("impression", response)).containsExactly("first/impression", "w/impression",
                "a/impression", "w/impression", "b/impression", "last/impression");
    }

    @Test
    void aBreakThatIsFullCutsThePodWith206() {
        answer("/pod", vast(inlineAd("one", "1"), inlineAd("two", "2"), wrapperAd("three", "3", url("/never"), "")));

        AdResponse byNumber = resolve("/pod", AdRequest.builder("slot", "user").extension("BREAKMAXADS", 2).build());
        AdResponse byLength = resolve("/pod",
                AdRequest.builder("slot", "user").extension("BREAKMAXDURATION", 20).build());

        assertThat(ids(byNumber)).containsExactly("one", "two");
        assertThat(called("error", byNumber)).containsExactly("three/error?code=206");
        assertThat(ids(byLength)).containsExactly("one");
        assertThat(byLength.failures().getFirst().protocolCode()).hasValue(206);
        assertThat(byLength.failures().getFirst().message()).contains("20 s", "30 s");
    }

    @Test
    void aDocumentThatMixesThingsUpHasFindingsWhereItDoes() {
        String both = inlineAd("both", "").replace("</InLine>",
                "</InLine><Wrapper><VASTAdTagURI>https://t.example/never</VASTAdTagURI></Wrapper>");
        answer("/mixed", vast(both, inlineAd("zero", "").replace("id=\"zero\"", "id=\"zero\" sequence=\"0\""),
                inlineAd("less", "").replace("id=\"less\"", "id=\"less\" sequence=\"-1\""),
                inlineAd("twin", "1"), inlineAd("twin", "1"), "<Ad id=\"none\"/>"));

        AdResponse response = resolve("/mixed");

        assertThat(ids(response)).containsExactly("twin", "twin");
        List<Node> ads = response.resolution().nodes().filter(n -> n.kind() == NodeKind.AD).toList();
        assertThat(ads.stream().flatMap(n -> n.findings().stream()).map(Finding::rule)).containsExactlyInAnyOrder(
                "VAST-AD-BODY-BOTH", "VAST-AD-SEQUENCE-INVALID", "VAST-AD-SEQUENCE-INVALID",
                "VAST-AD-ID-DUPLICATE", "VAST-AD-SEQUENCE-DUPLICATE", "VAST-AD-BODY-MISSING");
        assertThat(ads.stream().flatMap(n -> n.findings().stream())).allSatisfy(finding ->
                assertThat(finding.location()).isPresent());
    }

    @Test
    void anAdWithoutABodyIsError101() {
        answer("/a", wrapper("wa", url("/none")));
        answer("/none", "<VAST version=\"4.2\"><Ad id=\"x\"/></VAST>");

        AdResponse response = resolve("/a");

        assertThat(response.protocolCode()).hasValue(101);
        assertThat(called("error", response)).containsExactly("wa/error?code=101");
    }
}
