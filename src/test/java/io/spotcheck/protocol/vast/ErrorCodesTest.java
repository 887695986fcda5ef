package io.spotcheck.protocol.vast;

import static io.spotcheck.protocol.vast.Tags.inline;
import static io.spotcheck.protocol.vast.Tags.inlineAd;
import static io.spotcheck.protocol.vast.Tags.vast;
import static io.spotcheck.protocol.vast.Tags.wrapper;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.vast.catalogue.ErrorTable;
import io.spotcheck.protocol.vast.catalogue.ErrorType;
import io.spotcheck.protocol.vast.catalogue.ErrorType.Moment;
import io.spotcheck.resolution.Node;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each error code of VAST has its moment: in the resolution, or when a player tracks an error with it. */
class ErrorCodesTest {

    private static final String WRAPPER = wrapper("w", "memory://b");
    private static final String OVERLAY = inline("in").replaceAll("(?s)<Linear>.*</Linear>", """
            <NonLinearAds><NonLinear width="400" height="60"><StaticResource creativeType="image/png">
            https://cdn.example/o.png</StaticResource></NonLinear></NonLinearAds>""");

    /** What happens in a resolution: the code, the case, and whether an ad is served all the same. */
    private record Case(Memory memory, boolean served) {
    }

    private static Case refused(String below) {
        return new Case(Memory.of(WRAPPER).and("b", below), false);
    }

    private static Case refused(String below, String field, Object value) {
        return new Case(Memory.of(WRAPPER).and("b", below).asking(field, value), false);
    }

    private static Case served(String below, String field, Object value) {
        return new Case(Memory.of(WRAPPER).and("b", below).asking(field, value), true);
    }

    private static String in(String replaced, String by) {
        return inline("in").replace(replaced, by);
    }

    private static String mediaFiles(String element) {
        return in("<MediaFiles>", "<MediaFiles>" + element);
    }

    private static String companion(String required, String resource) {
        return in("</Creatives>", "<Creative><CompanionAds required=\"" + required + "\"><Companion width=\"300\" "
                + "height=\"250\">" + resource + "</Companion></CompanionAds></Creative></Creatives>");
    }

    private static Map<Integer, Case> cases() {
        String picture = "<StaticResource creativeType=\"image/png\">https://cdn.example/c.png</StaticResource>";
        String flash = "<StaticResource creativeType=\"application/x-shockwave-flash\">https://cdn.example/c.swf"
                + "</StaticResource>";
        var cases = new TreeMap<Integer, Case>();
        cases.put(100, refused("<VAST"));
        cases.put(101, refused("<Playlist/>"));
        cases.put(102, new Case(Memory.of(WRAPPER.replace("4.2", "3.0")).and("b", inline("in"))
                .asking("VASTVERSIONS", List.of(2, 3, 5, 6)), false));
        cases.put(200, refused(inline("in"), "ADTYPE", "audio"));
        cases.put(201, refused(inline("in"), "linearity", "nonlinear"));
        cases.put(202, refused(inline("in"), "BREAKMAXADLENGTH", 10));
        cases.put(203, refused(inline("in"), "adSize", "1920x1080"));
        cases.put(204, refused(inline("in"), "categoryRequired", true));
        cases.put(205, refused(in("<Error>", "<Category authority=\"iabtechlab.com\">IAB7</Category><Error>"),
                "BLOCKEDADCATEGORIES", "IAB1,IAB7"));
        cases.put(206, refused(inline("in"), "BREAKMAXDURATION", 5));
        cases.put(300, refused(wrapper("x", "")));
        cases.put(301, new Case(Memory.of(WRAPPER), false));
        cases.put(302, refused(wrapper("x", "memory://a")));
        cases.put(303, refused("<VAST version=\"4.2\"/>"));
        cases.put(401, refused(in("https://cdn.example/in-640.mp4", "").replace("https://cdn.example/in-320.mp4", "")));
        cases.put(403, refused(inline("in"), "MEDIAMIME", "video/webm"));
        cases.put(406, refused(inline("in"), "mezzanineRequired", "true"));
        cases.put(408, refused(in("<Ad id", "<Ad conditionalAd=\"true\" id"), "conditionalAds", false));
        cases.put(409, served(mediaFiles("<InteractiveCreativeFile apiFramework=\"SIMID\" type=\"text/html\">"
                + "https://cdn.example/i.html</InteractiveCreativeFile>"), "APIFRAMEWORKS", List.of(7)));
        cases.put(410, served(in("<Error>", "<AdVerifications><Verification vendor=\"v\"><JavaScriptResource "
                + "apiFramework=\"omid\">https://v.example/v.js</JavaScriptResource></Verification></AdVerifications>"
                + "<Error>"), "APIFRAMEWORKS", "2,8"));
        cases.put(411, refused(mediaFiles("<Mezzanine>https://cdn.example/raw.mov</Mezzanine>"),
                "mezzanineRequired", true));
        cases.put(501, new Case(Memory.of(WRAPPER).and("b", OVERLAY).player(320, 180), false));
        cases.put(503, refused(OVERLAY.replace("image/png", "application/x-shockwave-flash")));
        cases.put(601, served(companion("none", picture), "companionSizes", "160x600, 120x90"));
        cases.put(602, refused(companion("any", picture), "companionSizes", List.of("120x90")));
        cases.put(604, new Case(Memory.of(WRAPPER).and("b", companion("none", flash)), true));
        return cases;
    }

    static Stream<Integer> resolutionCodes() {
        return codes(Moment.RESOLUTION);
    }

    static Stream<Integer> otherCodes() {
        return Stream.concat(codes(Moment.PLAYBACK), codes(Moment.OTHER));
    }

    private static Stream<Integer> codes(Moment moment) {
        return ErrorTable.standard().errors().stream().filter(e -> e.moment() == moment).map(ErrorType::code);
    }

    @Test
    void theTableHasEveryCodeAndTheProgramUsesNoOther() throws IllegalAccessException {
        assertThat(ErrorTable.standard().errors()).extracting(ErrorType::code).containsExactly(100, 101, 102, 200,
                201, 202, 203, 204, 205, 206, 300, 301, 302, 303, 304, 400, 401, 402, 403, 405, 406, 407, 408, 409, 410,
                411, 500, 501, 502, 503, 600, 601, 602, 603, 604, 900, 901, 902);
        for (var constant : Arrays.stream(VastCode.class.getDeclaredFields())
                .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == int.class).toList()) {
            assertThat(ErrorTable.standard().error(constant.getInt(null))).as(constant.getName()).get()
                    .extracting(ErrorType::moment).isEqualTo(Moment.RESOLUTION);
        }
    }

    @Test
    void everyCodeOfTheResolutionHasACase() {
        assertThat(cases().keySet()).containsExactlyElementsOf(resolutionCodes().toList());
    }

    @ParameterizedTest
    @MethodSource("resolutionCodes")
    void theCodeOccursAndTheWrapperAboveAndTheAdAreTold(int code) {
        Case of = cases().get(code);
        AdResponse response = of.memory().resolve();

        assertThat(response.success()).isEqualTo(of.served());
        List<AdError> failures = response.failures().stream().filter(f -> f.protocolCode().equals(OptionalInt.of(code)))
                .toList();
        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst().location()).isPresent();
        assertThat(of.memory().errors(response)).contains("w/error?code=" + code);
        boolean hasInLine = of.memory().documents().values().stream().anyMatch(b -> new String(b).contains("in/error"));
        if (hasInLine) {
            assertThat(of.memory().errors(response)).contains("in/error?code=" + code);
        }
        if (!of.served()) {
            assertThat(response.protocolCode()).hasValue(code);
            assertThat(response.resolution().nodes().map(Node::facts).map(f -> f.getOrDefault("VAST error", "")))
                    .anyMatch(fact -> fact.startsWith(code + ": "));
        }
    }

    @ParameterizedTest
    @MethodSource("otherCodes")
    void whatOnlyAPlayerKnowsIsTrackedWithItsCode(int code) {
        Memory memory = Memory.of(WRAPPER).and("b", inline("in"));
        AdResponse response = memory.resolve();

        assertThat(memory.called("error", response, OptionalInt.of(0),
                MacroValues.none().with("ERRORCODE", String.valueOf(code))))
                .containsExactly("w/error?code=" + code, "in/error?code=" + code);
        assertThat(ErrorTable.standard().error(code)).get().extracting(ErrorType::meaning).asString().endsWith(".");
    }

    @Test
    void aPlayersErrorIsAboutTheAdsAlsoWhenOthersFailed() {
        Memory memory = Memory.of(vast(inlineAd("one", "1"), inlineAd("two", "2").replace("video/mp4", "video/x-flv")));
        AdResponse response = memory.resolve();

        assertThat(memory.errors(response)).containsExactly("two/error?code=403");
        assertThat(memory.called("error", response, OptionalInt.empty(), MacroValues.none().with("ERRORCODE", "405")))
                .containsExactly("one/error?code=405");
    }

    @Test
    void categoriesAreBlockedByWhicheverWrapperBlocksThem() {
        String blocking = wrapper("w", "memory://b").replace("<Impression>",
                "<BlockedAdCategories authority=\"https://www.iabtechlab.com/\">1, 232</BlockedAdCategories><Impression>");
        String about = "<Category authority=\"iabtechlab.com\">232</Category><Error>";

        AdResponse blocked = Memory.of(blocking).and("b", wrapper("x", "memory://c"))
                .and("c", in("<Error>", about)).resolve();
        AdResponse others = Memory.of(blocking).and("b", in("<Error>", about.replace("iabtechlab.com", "other.example")))
                .resolve();

        assertThat(blocked.protocolCode()).hasValue(205);
        assertThat(blocked.error()).contains(
                "The ad is about 232 of iabtechlab.com, which the wrapper “w” blocks.");
        assertThat(others.success()).isTrue();
        assertThat(others.ads().getFirst().details().blocked()).hasSize(2);
    }

    @Test
    void aWrappersTagLearnsWhatIsBlockedAboveIt() {
        AdResponse response = Memory.of(wrapper("w", "memory://b?not=[BLOCKEDADCATEGORIES]").replace("<Impression>",
                "<BlockedAdCategories authority=\"iabtechlab.com\">232</BlockedAdCategories><Impression>")).resolve();

        assertThat(response.resolutionChain()).containsExactly("memory://a", "memory://b?not=232");
    }

    @Test
    void whatNobodyUnderstandsOfARequestIsSaidAndHoldsNoAdUp() {
        AdResponse response = Memory.of(inline("in")).asking("adSize", "large").resolve();

        assertThat(response.success()).isTrue();
        assertThat(response.resolution().root().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("REQUEST-AD-SIZE");
            assertThat(finding.message()).contains("“large” for adSize is not a size such as 640x360");
        });
        assertThat(Memory.of(inline("in")).asking("BREAKMAXADLENGTH", "-1").resolve().resolution().root().findings())
                .isEmpty();
    }

    @Test
    void whereCategoriesAreBlockedAnAdThatSaysNoneIsDoubtful() {
        AdResponse response = Memory.of(inline("in")).asking("BLOCKEDADCATEGORIES", "IAB1").resolve();

        assertThat(response.success()).isTrue();
        assertThat(response.resolution().findings()).extracting("rule").containsExactly("VAST-CATEGORY-ABSENT");
    }

    @Test
    void anAudioAdIsKnownByItsFilesWhereVersionsHaveNoTypeOfAd() {
        String audio = inline("in").replace("4.2", "3.0").replace("video/mp4", "audio/mpeg");

        assertThat(Memory.of(audio).asking("ADTYPE", "audio").resolve().success()).isTrue();
        assertThat(Memory.of(audio).asking("ADTYPE", "video").resolve().protocolCode()).hasValue(200);
    }

    @Test
    void requiredCompanionsAreAllOrAny() {
        String two = in("</Creatives>", """
                <Creative><CompanionAds required="REQUIRED">
                <Companion width="300" height="250"><HTMLResource>a</HTMLResource></Companion>
                <Companion width="728" height="90"><HTMLResource>b</HTMLResource></Companion>
                </CompanionAds></Creative></Creatives>""");

        for (String served : List.of("any", "none", "")) {
            assertThat(Memory.of(two.replace("REQUIRED", served)).asking("companionSizes", "300x250").resolve()
                    .success()).as(served).isTrue();
        }
        AdResponse all = Memory.of(two.replace("REQUIRED", "all")).asking("companionSizes", "300x250").resolve();
        assertThat(all.protocolCode()).hasValue(602);
        assertThat(all.error()).contains(
                "All companions must be shown, and the companion of 728x90 fits into none of the places.");
    }
}
