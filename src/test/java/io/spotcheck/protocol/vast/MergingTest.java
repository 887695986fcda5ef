package io.spotcheck.protocol.vast;

import static io.spotcheck.protocol.vast.Tags.inline;
import static io.spotcheck.protocol.vast.Tags.wrapper;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.Icon;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.Verification;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each hop contributes to an ad, and whose wins where only one can. */
class MergingTest {

    private static final String OUTER = wrapper("outer", "memory://inner");
    private static final String INNER = wrapper("inner", "memory://in");

    private static AdResponse resolve(String outer, String inner, String inLine) {
        return Memory.of(outer).and("inner", inner).and("in", inLine).resolve();
    }

    private static Ad ad(String outer, String inner, String inLine) {
        return resolve(outer, inner, inLine).ads().getFirst();
    }

    private static List<String> beacons(Ad ad, String event) {
        return ad.tracking().stream().filter(t -> t.event().equals(event)).map(t -> t.hop() + " "
                + t.url().replace("https://t.example/", "")).toList();
    }

    private static String inBody(String document, String element) {
        return document.replaceFirst("<Error>", element.replace("$", "\\$") + "<Error>");
    }

    private static String inLinear(String document, String element) {
        return document.replaceFirst("<VideoClicks>", element + "<VideoClicks>");
    }

    private static String icon(String name, String program) {
        return """
                <Icons><Icon program="%2$s" width="20" height="20" xPosition="right" yPosition="top">
                <StaticResource creativeType="image/png">https://cdn.example/%1$s.png</StaticResource>
                <IconClicks><IconClickThrough>https://%1$s.example/</IconClickThrough>
                <IconClickTracking>https://t.example/%1$s/icon-click</IconClickTracking></IconClicks>
                <IconViewTracking>https://t.example/%1$s/icon-view</IconViewTracking></Icon></Icons>"""
                .formatted(name, program);
    }

    @Test
    void viewabilityAndVerificationOfAllHopsAreKept() {
        String viewable = "<ViewableImpression><Viewable>https://t.example/%s/viewable</Viewable><NotViewable>"
                + "https://t.example/%s/not</NotViewable></ViewableImpression>";
        String verification = """
                <AdVerifications><Verification vendor="%1$s"><JavaScriptResource apiFramework="omid"
                browserOptional="true">https://%1$s.example/v.js</JavaScriptResource><TrackingEvents>
                <Tracking event="verificationNotExecuted">https://t.example/%1$s/not-run</Tracking></TrackingEvents>
                <VerificationParameters>{"%1$s": 1}</VerificationParameters></Verification></AdVerifications>""";

        Ad ad = ad(inBody(OUTER, viewable.replace("%s", "outer") + verification.formatted("outer")),
                inBody(INNER, "<Extensions><Extension type=\"AdVerifications\">" + verification.formatted("inner")
                        + "</Extension></Extensions>"),
                inBody(inline("in"), viewable.replace("%s", "in") + verification.formatted("in")));

        assertThat(beacons(ad, "viewable")).containsExactly("0 outer/viewable", "2 in/viewable");
        assertThat(beacons(ad, "notViewable")).containsExactly("0 outer/not", "2 in/not");
        assertThat(beacons(ad, "verificationNotExecuted")).containsExactly("0 outer/not-run", "1 inner/not-run",
                "2 in/not-run");
        assertThat(ad.verifications()).extracting(Verification::vendor).containsExactly("outer", "inner", "in");
        assertThat(ad.verifications()).extracting(Verification::hop).containsExactly(0, 1, 2);
        assertThat(ad.verifications().get(1)).satisfies(v -> {
            assertThat(v.parameters()).contains("{\"inner\": 1}");
            assertThat(v.choices()).singleElement().satisfies(c -> {
                assertThat(c.apiFramework()).contains("omid");
                assertThat(c.browserOptional()).contains(true);
            });
        });
        assertThat(ad.extensions()).singleElement().asString().startsWith("<Extension type=\"AdVerifications\">");
    }

    @Test
    void clickTrackingAndCustomClicksOfAllHopsAreKept() {
        String custom = "<CustomClick>https://t.example/%s/custom</CustomClick></VideoClicks>";

        Ad ad = ad(OUTER.replace("</VideoClicks>", custom.formatted("outer")), INNER,
                inline("in").replace("</VideoClicks>", custom.formatted("in")));

        assertThat(beacons(ad, "click")).containsExactly("0 outer/click", "1 inner/click", "2 in/click");
        assertThat(beacons(ad, "customClick")).containsExactly("0 outer/custom", "2 in/custom");
    }

    @Test
    void theClickThroughClosestToTheInLineWins() {
        String through = "<VideoClicks><ClickThrough>https://%s.example/</ClickThrough>";
        String none = inline("in").replaceAll("<ClickThrough>.*</ClickThrough>", "");
        String outer = OUTER.replace("<VideoClicks>", through.formatted("outer"));
        String inner = INNER.replace("<VideoClicks>", through.formatted("inner"));

        Creative.Linear ofInLine = ad(outer, inner, inline("in")).linears().findFirst().orElseThrow();
        Creative.Linear ofInner = ad(outer, inner, none).linears().findFirst().orElseThrow();
        Creative.Linear ofOuter = ad(outer, INNER, none).linears().findFirst().orElseThrow();

        assertThat(ofInLine.clickThrough()).contains("https://brand.example/");
        assertThat(ofInLine.details().clickThroughHop()).hasValue(2);
        assertThat(ofInner.clickThrough()).contains("https://inner.example/");
        assertThat(ofInner.details().clickThroughHop()).hasValue(1);
        assertThat(ofOuter.clickThrough()).contains("https://outer.example/");
        assertThat(ofOuter.details().clickThroughHop()).hasValue(0);
    }

    @Test
    void ofEachProgramTheIconClosestToTheInLineIsShownWithItsBeaconsAlone() {
        Ad ad = ad(inLinear(OUTER, icon("outer", "adchoices")), inLinear(INNER, icon("inner", "Other")),
                inLinear(inline("in"), icon("in", "AdChoices")));

        assertThat(ad.linears().findFirst().orElseThrow().details().icons()).extracting(Icon::hop)
                .containsExactly(2, 1);
        assertThat(beacons(ad, "iconView")).containsExactlyInAnyOrder("1 inner/icon-view", "2 in/icon-view");
        assertThat(beacons(ad, "iconClick")).containsExactlyInAnyOrder("1 inner/icon-click", "2 in/icon-click");
    }

    @Test
    void companionsOfTheClosestDocumentThatHasSomeAreShown() {
        String outer = OUTER.replace("</Creatives>", Tags.companion("outer") + "</Creatives>");
        String inner = INNER.replace("</Creatives>", Tags.companion("inner") + "</Creatives>");

        AdResponse response = resolve(outer, inner, inline("in"));

        assertThat(response.ads().getFirst().creatives()).filteredOn(Creative.Companion.class::isInstance)
                .extracting(c -> c.id().orElseThrow()).containsExactly("inner");
        Creative.Companion shown = (Creative.Companion) response.ads().getFirst().creatives().getLast();
        assertThat(shown.details().identity().hop()).isEqualTo(1);
        assertThat(response.ads().getFirst().tracking()).filteredOn(t -> t.scope() == Scope.COMPANION)
                .singleElement().satisfies(beacon -> {
                    assertThat(beacon.url()).isEqualTo("https://t.example/inner/view");
                    assertThat(beacon.nodeId()).isEqualTo(shown.nodeId());
                    assertThat(response.resolution().documentOf(beacon.nodeId())).get()
                            .extracting(Node::label).isEqualTo("memory://inner");
                });
        assertThat(response.resolution().nodes()).filteredOn(n -> n.status() == Status.SKIPPED
                        && n.label().startsWith("companion")).extracting(n -> n.reason().orElseThrow())
                .containsExactly("A companion closer to the ad takes its place.");
    }

    @Test
    void whereThePlacesAreKnownWrappersFillThoseThatAreLeft() {
        String wide = Tags.companion("wide").replace("width=\"300\" height=\"250\"", "width=\"728\" height=\"90\"");
        Memory memory = Memory.of(OUTER.replace("</Creatives>", wide + Tags.companion("outer") + "</Creatives>"))
                .and("inner", INNER).and("in", inline("in").replace("</Creatives>", Tags.companion("in")
                        + "</Creatives>")).asking("companionSizes", List.of("728x90", "300x250"));

        assertThat(memory.resolve().ads().getFirst().creatives()).filteredOn(Creative.Companion.class::isInstance)
                .extracting(c -> c.id().orElseThrow()).containsExactly("in", "wide");
    }

    @Test
    void trackingForAKindOfCreativeThatTheAdDoesNotHaveIsNotItsOwn() {
        String overlay = inline("in").replaceAll("(?s)<Linear>.*</Linear>", """
                <NonLinearAds><TrackingEvents><Tracking event="start">https://t.example/in/start</Tracking>
                </TrackingEvents><NonLinear width="400" height="60"><HTMLResource>Hello</HTMLResource>
                </NonLinear></NonLinearAds>""");
        String inner = INNER.replace("</Creatives>", """
                <Creative><NonLinearAds><TrackingEvents><Tracking event="start">https://t.example/over/start</Tracking>
                </TrackingEvents><NonLinear><NonLinearClickTracking>https://t.example/over/click
                </NonLinearClickTracking></NonLinear></NonLinearAds></Creative></Creatives>""");

        Ad overlaid = ad(OUTER, inner, overlay);
        Ad linear = ad(OUTER, inner, inline("in"));

        assertThat(beacons(overlaid, "start")).containsExactly("1 over/start", "2 in/start");
        assertThat(beacons(overlaid, "click")).containsExactly("1 over/click");
        assertThat(beacons(linear, "start")).containsExactly("0 outer/start", "1 inner/start", "2 in/start");
    }

    @Test
    void aWrappersCompanionWithoutAResourceOnlyTracks() {
        String tracking = INNER.replace("</Creatives>", """
                <Creative><CompanionAds><Companion width="300" height="250"><CompanionClickTracking>
                https://t.example/inner/companion-click</CompanionClickTracking></Companion></CompanionAds></Creative>
                </Creatives>""");

        assertThat(beacons(ad(OUTER, tracking, inline("in").replace("</Creatives>", Tags.companion("in")
                + "</Creatives>")), "click")).contains("1 inner/companion-click");
        assertThat(beacons(ad(OUTER, tracking, inline("in")), "click")).doesNotContain("1 inner/companion-click");
    }

    @Test
    void thePriceOfTheOutermostDocumentCounts() {
        String price = "<Pricing model=\"CPM\" currency=\"EUR\">%s</Pricing>";

        Ad ad = ad(OUTER, inBody(INNER, price.formatted("2.50")), inBody(inline("in"), price.formatted("1.00")));

        assertThat(ad.details().pricing()).get().satisfies(pricing -> {
            assertThat(pricing.value()).isEqualTo("2.50");
            assertThat(pricing.currency()).contains("EUR");
            assertThat(pricing.hop()).isEqualTo(1);
        });
    }
}
