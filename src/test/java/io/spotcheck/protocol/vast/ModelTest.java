package io.spotcheck.protocol.vast;

import static io.spotcheck.protocol.vast.Tags.inline;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdType;
import io.spotcheck.ad.Category;
import io.spotcheck.ad.CompanionDetails.Required;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.Resource;
import io.spotcheck.ad.VerificationResource.Kind;
import io.spotcheck.workspace.ResultJson;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everything that a document can say of an ad is in the ad, and in its JSON. */
class ModelTest {

    private static final String FULL = """
            <VAST version="4.3"><Ad id="a" adType="hybrid" sequence="2" conditionalAd="false"><InLine>
            <AdSystem version="7.1">System</AdSystem><AdTitle>Title</AdTitle><AdServingId>serving-1</AdServingId>
            <Impression id="i">https://t.example/impression</Impression>
            <Category authority="https://iabtechlab.com/">1</Category><Category>2</Category>
            <Description>Words</Description><Advertiser id="adv-7">Brand</Advertiser>
            <Pricing model="CPM" currency="USD">1.25</Pricing><Survey type="text/javascript">https://s.example/</Survey>
            <Expires>90</Expires>
            <ViewableImpression id="v"><Viewable>https://t.example/viewable</Viewable>
            <ViewUndetermined>https://t.example/undetermined</ViewUndetermined></ViewableImpression>
            <AdVerifications><Verification vendor="v.example-omid">
            <JavaScriptResource apiFramework="omid" browserOptional="false">https://v.example/v.js</JavaScriptResource>
            <ExecutableResource apiFramework="own" type="linux">lib-v</ExecutableResource>
            <TrackingEvents><Tracking event="verificationNotExecuted">https://t.example/idle?[REASON]</Tracking>
            </TrackingEvents><VerificationParameters><![CDATA[{"k": "<v>"}]]></VerificationParameters></Verification>
            </AdVerifications>
            <Creatives>
            <Creative id="c1" adId="server-1" sequence="1" apiFramework="SIMID">
            <UniversalAdId idRegistry="ad-id.org">ONE</UniversalAdId>
            <UniversalAdId idRegistry="clearcast.co.uk" idValue="old">TWO</UniversalAdId>
            <CreativeExtensions><CreativeExtension type="x"><X a="1"/></CreativeExtension></CreativeExtensions>
            <Linear skipoffset="25%"><Duration>00:00:30.500</Duration>
            <AdParameters xmlEncoded="true">&lt;p/&gt;</AdParameters>
            <MediaFiles><Mezzanine type="video/mp4" delivery="progressive" width="1920" height="1080" codec="prores">
            https://c.example/raw.mov</Mezzanine>
            <MediaFile type="video/mp4" delivery="progressive" width="640" height="360" bitrate="800">
            https://c.example/v.mp4</MediaFile>
            <InteractiveCreativeFile type="text/html" apiFramework="SIMID" variableDuration="true">
            data:text/html;base64,PGI+</InteractiveCreativeFile>
            <ClosedCaptionFiles><ClosedCaptionFile type="text/vtt" language="en-US">https://c.example/en.vtt
            </ClosedCaptionFile></ClosedCaptionFiles></MediaFiles>
            <VideoClicks><ClickThrough id="ct">https://brand.example/</ClickThrough>
            <CustomClick id="cc">https://t.example/custom</CustomClick></VideoClicks>
            <Icons><Icon program="AdChoices" width="20" height="21" xPosition="right" yPosition="8" offset="00:00:01"
            duration="00:00:05" apiFramework="own" pxratio="2" altText="alt" hoverText="hover">
            <StaticResource creativeType="image/png">https://c.example/i.png</StaticResource>
            <IconClicks><IconClickThrough>https://choices.example/</IconClickThrough>
            <IconClickFallbackImages><IconClickFallbackImage width="300" height="200"><AltText>Why</AltText>
            <StaticResource creativeType="image/png">https://c.example/why.png</StaticResource>
            </IconClickFallbackImage></IconClickFallbackImages></IconClicks></Icon></Icons></Linear></Creative>
            <Creative><NonLinearAds><NonLinear id="n" width="400" height="60" expandedWidth="500" expandedHeight="160"
            scalable="true" maintainAspectRatio="false" minSuggestedDuration="00:00:08" apiFramework="own">
            <IFrameResource>https://c.example/o.html</IFrameResource><AdParameters>o=1</AdParameters>
            <NonLinearClickThrough>https://brand.example/o</NonLinearClickThrough></NonLinear></NonLinearAds></Creative>
            <Creative><CompanionAds required="any"><Companion id="e" width="640" height="360" assetWidth="600"
            assetHeight="300" expandedWidth="700" expandedHeight="400" adSlotId="slot" pxratio="2" apiFramework="own"
            renderingMode="end-card"><HTMLResource><![CDATA[<b>End</b>]]></HTMLResource><AltText>The end</AltText>
            <AdParameters>e=1</AdParameters><CompanionClickThrough>https://brand.example/e</CompanionClickThrough>
            </Companion></CompanionAds></Creative></Creatives>
            <Extensions><Extension type="x"><Own xmlns="urn:own" a='1'>  kept &amp; verbatim </Own></Extension>
            </Extensions></InLine></Ad></VAST>""";

    private static Ad ad() {
        return Memory.of(FULL).resolve().ads().getFirst();
    }

    /** VAST 4.3 §5: NonLinear has TrackingEvents of its own, beside those of NonLinearAds. */
    @Test
    void anOverlayHasBeaconsOfItsOwnAndThoseOfAllOverlays() {
        Ad ad = Memory.of(FULL.replace("<NonLinearClickThrough>", """
                <TrackingEvents><Tracking event="close">https://t.example/own</Tracking></TrackingEvents>
                <NonLinearClickThrough>""").replace("</NonLinear></NonLinearAds>", """
                </NonLinear><TrackingEvents><Tracking event="close">https://t.example/all</Tracking></TrackingEvents>
                </NonLinearAds>""")).resolve().ads().getFirst();

        assertThat(ad.tracking()).filteredOn(beacon -> beacon.event().equals("close"))
                .extracting(beacon -> beacon.url()).containsExactly("https://t.example/all", "https://t.example/own");
    }

    @Test
    void theAdItself() {
        Ad ad = ad();

        assertThat(ad.adServingId()).contains("serving-1");
        assertThat(ad.sequence()).hasValue(2);
        assertThat(ad.universalAdIds()).extracting(id -> id.registry() + " " + id.value())
                .containsExactly("ad-id.org ONE", "clearcast.co.uk TWO");
        assertThat(ad.extensions()).containsExactly("<Extension type=\"x\"><Own xmlns=\"urn:own\" a='1'>  kept &amp; "
                + "verbatim </Own></Extension>");
        assertThat(ad.details()).satisfies(details -> {
            assertThat(details.type()).isEqualTo(AdType.HYBRID);
            assertThat(details.conditional()).isFalse();
            assertThat(details.adSystemVersion()).contains("7.1");
            assertThat(details.description()).contains("Words");
            assertThat(details.advertiserId()).contains("adv-7");
            assertThat(details.categories()).containsExactly(new Category(Optional.of("https://iabtechlab.com/"), "1"),
                    new Category(Optional.empty(), "2"));
            assertThat(details.surveys()).containsExactly("https://s.example/");
            assertThat(details.expires()).contains(Duration.ofSeconds(90));
        });
        assertThat(ad.tracking()).extracting(t -> t.event()).contains("impression", "viewable", "viewUndetermined",
                "verificationNotExecuted", "customClick");
    }

    @Test
    void itsVerification() {
        assertThat(ad().verifications()).singleElement().satisfies(vendor -> {
            assertThat(vendor.vendor()).isEqualTo("v.example-omid");
            assertThat(vendor.parameters()).contains("{\"k\": \"<v>\"}");
            assertThat(vendor.choices()).extracting(c -> c.kind()).containsExactly(Kind.JAVASCRIPT, Kind.EXECUTABLE);
            assertThat(vendor.choices().getFirst().browserOptional()).contains(false);
            assertThat(vendor.choices().getLast().type()).contains("linux");
            assertThat(vendor.resources()).containsExactly("https://v.example/v.js", "lib-v");
        });
    }

    @Test
    void itsLinearCreative() {
        Creative.Linear linear = ad().linears().findFirst().orElseThrow();

        assertThat(linear.duration()).contains(Duration.ofMillis(30_500));
        assertThat(linear.skipOffset()).contains("25%");
        assertThat(linear.adParameters()).contains("<p/>");
        assertThat(linear.details()).satisfies(details -> {
            assertThat(details.adParametersEncoded()).isTrue();
            assertThat(details.identity().adId()).contains("server-1");
            assertThat(details.identity().sequence()).hasValue(1);
            assertThat(details.identity().apiFramework()).contains("SIMID");
            assertThat(details.identity().universalAdIds()).hasSize(2);
            assertThat(details.identity().extensions()).singleElement().asString().contains("<X a=\"1\"/>");
            assertThat(details.mezzanines()).singleElement().satisfies(file ->
                    assertThat(file.codec()).contains("prores"));
            assertThat(details.interactiveFiles()).singleElement().satisfies(file -> {
                assertThat(file.isInline()).isTrue();
                assertThat(file.variableDuration()).isTrue();
                assertThat(file.apiFramework()).contains("SIMID");
            });
            assertThat(details.captions()).singleElement().satisfies(file ->
                    assertThat(file.language()).contains("en-US"));
            assertThat(details.clickThroughHop()).hasValue(0);
        });
        assertThat(linear.details().icons()).singleElement().satisfies(icon -> {
            assertThat(icon.xPosition()).contains("right");
            assertThat(icon.yPosition()).contains("8");
            assertThat(icon.offset()).contains(Duration.ofSeconds(1));
            assertThat(icon.duration()).contains(Duration.ofSeconds(5));
            assertThat(icon.pixelRatio()).contains("2");
            assertThat(icon.altText()).contains("alt");
            assertThat(icon.hoverText()).contains("hover");
            assertThat(icon.clickThrough()).contains("https://choices.example/");
            assertThat(icon.fallbackImages()).singleElement().satisfies(image -> {
                assertThat(image.width()).hasValue(300);
                assertThat(image.altText()).contains("Why");
                assertThat(image.resource()).map(Resource::value).contains("https://c.example/why.png");
            });
        });
    }

    @Test
    void itsOverlayAndItsEndCard() {
        Creative.NonLinear overlay = ad().creatives().stream().filter(Creative.NonLinear.class::isInstance)
                .map(Creative.NonLinear.class::cast).findFirst().orElseThrow();
        Creative.Companion companion = ad().creatives().stream().filter(Creative.Companion.class::isInstance)
                .map(Creative.Companion.class::cast).findFirst().orElseThrow();

        assertThat(overlay.details()).satisfies(details -> {
            assertThat(details.expandedWidth()).hasValue(500);
            assertThat(details.expandedHeight()).hasValue(160);
            assertThat(details.scalable()).contains(true);
            assertThat(details.maintainAspectRatio()).contains(false);
            assertThat(details.adParameters()).contains("o=1");
        });
        assertThat(companion.details()).satisfies(details -> {
            assertThat(details.required()).isEqualTo(Required.ANY);
            assertThat(details.isEndCard()).isTrue();
            assertThat(details.assetWidth()).hasValue(600);
            assertThat(details.assetHeight()).hasValue(300);
            assertThat(details.expandedWidth()).hasValue(700);
            assertThat(details.expandedHeight()).hasValue(400);
            assertThat(details.pixelRatio()).contains("2");
            assertThat(details.adParameters()).contains("e=1");
        });
        assertThat(companion.adSlotId()).contains("slot");
        assertThat(companion.altText()).contains("The end");
    }

    @Test
    void itsJsonNamesAllOfIt() {
        JsonNode ad = ResultJson.of(Memory.of(FULL).resolve()).get("ads").get(0);

        assertThat(ad.propertyNames()).containsExactly("id", "sequence", "adSystem", "adTitle", "advertiser",
                "adServingId", "universalAdIds", "creatives", "verifications", "tracking", "adType",
                "adSystemVersion", "description", "advertiserId", "categories", "pricing", "surveys", "expires",
                "extensions");
        assertThat(ad.get("pricing")).hasToString(
                "{\"value\":\"1.25\",\"model\":\"CPM\",\"currency\":\"USD\",\"hop\":0}");
        assertThat(ad.get("categories").get(0)).hasToString(
                "{\"authority\":\"https://iabtechlab.com/\",\"value\":\"1\"}");
        JsonNode vendor = ad.get("verifications").get(0);
        assertThat(vendor.get("resources").intValue()).isEqualTo(2);
        assertThat(vendor.get("choices").get(0).get("kind").stringValue()).isEqualTo("javascript");
        JsonNode linear = ad.get("creatives").get(0);
        assertThat(linear.propertyNames()).contains("mezzanines", "interactiveFiles", "captions", "icons",
                "clickThroughHop", "adParametersEncoded", "adId", "sequence", "universalAdIds", "extensions");
        assertThat(linear.get("icons").get(0).get("fallbackImages").get(0).get("resource").get("value").stringValue())
                .isEqualTo("https://c.example/why.png");
        assertThat(ad.get("creatives").get(1).propertyNames()).contains("expandedWidth", "scalable", "adParameters");
        assertThat(ad.get("creatives").get(2).propertyNames()).contains("required", "renderingMode", "assetWidth",
                "pixelRatio");
    }

    @Test
    void aFailuresJsonNamesWhomItTellsAndTheCode() {
        JsonNode failure = ResultJson.of(Memory.of(inline("in").replace("video/mp4", "video/x-flv")).resolve())
                .get("failures").get(0);

        assertThat(failure.get("tracking").get(0)).hasToString("{\"event\":\"error\","
                + "\"url\":\"https://t.example/in/error?code=[ERRORCODE]\",\"hop\":0,\"scope\":\"ad\","
                + "\"protocolCode\":403}");
    }

    @Test
    void theIdValueOfVast40IsAnId() {
        Ad ad = Memory.of(inline("in").replace("<Linear>",
                "<UniversalAdId idRegistry=\"ad-id.org\" idValue=\"V40\"/><Linear>")).resolve().ads().getFirst();

        assertThat(ad.universalAdIds()).extracting(id -> id.value()).containsExactly("V40");
    }
}
