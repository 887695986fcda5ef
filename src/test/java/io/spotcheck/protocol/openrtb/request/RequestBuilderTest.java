package io.spotcheck.protocol.openrtb.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.DeviceType;
import io.spotcheck.ad.Geo;
import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import io.spotcheck.protocol.openrtb.lint.RtbKind;
import io.spotcheck.protocol.openrtb.lint.RtbLinter;
import io.spotcheck.resolution.Finding;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBuilderTest {

    private static final AdRequest FULL = AdRequest.builder("pre-roll", "user-1").ipAddress("203.0.113.7")
            .deviceType(DeviceType.TV).contentUrl("https://video.example/7").contentDuration(Duration.ofMinutes(30))
            .playheadPosition(Duration.ofSeconds(90)).playerSize(1280, 720)
            .geo(new Geo(Optional.of("de"), Optional.of("BY"), Optional.of("München"), Optional.of("80331"),
                    OptionalDouble.of(48.1), OptionalDouble.of(11.6))).build();
    private static final Map<String, Object> PRIVACY = Map.of(
            "regs", Map.of("coppa", 0, "gdpr", 1, "us_privacy", "1YNN", "gpp", "DBAA", "gpp_sid", List.of(2)),
            "user", Map.of("consent", "CO", "eids", List.of(Map.of("source", "id.example"))),
            "schain", Map.of("ver", "1.0", "complete", 1, "nodes", List.of()));

    @ParameterizedTest
    @CsvSource({
        "/id, new-id", "/imp/0/id, 1", "/imp/0/tagid, pre-roll", "/imp/0/video/w, 1280", "/imp/0/video/startdelay, 90",
        "/site/page, https://video.example/7", "/site/content/len, 1800", "/device/ip, 203.0.113.7",
        "/device/devicetype, 3", "/device/geo/country, DEU", "/device/geo/city, München", "/device/geo/zip, 80331",
        "/device/geo/lat, 48.1", "/user/id, user-1", "/tmax, 500", "/cur/0, USD"})
    void aRequestInNoProtocolsWordsBecomesABidRequest(String pointer, String value) {
        assertThat(build(FULL, Map.of()).at(pointer).map(JsonElement::text)).contains(value);
    }

    @Test
    void anAddressOfVersion6HasItsOwnField() {
        JsonElement built = build(AdRequest.builder("s", "u").ipAddress("2001:db8::7").build(), Map.of());

        assertThat(built.at("/device/ipv6").map(JsonElement::text)).contains("2001:db8::7");
        assertThat(built.at("/device/ip")).isEmpty();
    }

    @Test
    void theProfileSaysWhereTheAdIsShown() {
        JsonElement app = build(FULL, Map.of("app", Map.of("bundle", "com.example.tv")));
        JsonElement dooh = build(FULL, Map.of("dooh", Map.of("id", "screen-7")));

        assertThat(app.has("site")).isFalse();
        assertThat(app.at("/app/bundle").map(JsonElement::text)).contains("com.example.tv");
        assertThat(app.at("/app/content/len").map(JsonElement::text)).contains("1800");
        assertThat(dooh.has("site")).isFalse();
        assertThat(dooh.has("dooh")).isTrue();
        assertThatThrownBy(() -> RequestTemplate.of(Map.of("app", Map.of(), "site", Map.of())))
                .hasMessageContaining("one of “site”, “app” and “dooh”");
    }

    @Test
    void impressionsOfEachKindPodsAndDealsAreOffered() {
        JsonElement built = build(FULL, Map.of("imp", List.of(
                Map.of("video", Map.of("podid", "p", "podseq", 1, "poddur", 60, "maxseq", 4, "mincpmpersec", 0.2)),
                Map.of("id", "b", "banner", Map.of("format", List.of(Map.of("w", 300, "h", 250))), "bidfloor", 1.5,
                        "pmp", Map.of("private_auction", 1, "deals", List.of(Map.of("id", "d")))),
                Map.of("audio", Map.of()), Map.of("native", Map.of()))));

        assertThat(built.items("imp")).hasSize(4);
        assertThat(built.at("/imp/0/video/poddur").map(JsonElement::text)).contains("60");
        assertThat(built.at("/imp/0/video/mimes/0").map(JsonElement::text)).contains("video/mp4");
        assertThat(built.at("/imp/1/id").map(JsonElement::text)).contains("b");
        assertThat(built.at("/imp/1/banner/w")).as("formats say the sizes").isEmpty();
        assertThat(built.at("/imp/1/pmp/deals/0/id").map(JsonElement::text)).contains("d");
        assertThat(built.at("/imp/1/video")).isEmpty();
        assertThat(built.at("/imp/2/audio/mimes")).isPresent();
        assertThat(built.at("/imp/3/native/request").orElseThrow().text()).startsWith("{\"ver\":\"1.2\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/regs/gdpr, /regs/ext/gdpr, 1", "/regs/us_privacy, /regs/ext/us_privacy, 1YNN", "/regs/gpp, /regs/ext/gpp, DBAA",
        "/regs/gpp_sid/0, /regs/ext/gpp_sid/0, 2", "/user/consent, /user/ext/consent, CO",
        "/user/eids/0/source, /user/ext/eids/0/source, id.example", "/source/schain/ver, /source/ext/schain/ver, 1.0",
        "/regs/coppa, /regs/coppa, 0"})
    void eachVersionHasItsPlaces(String in26, String in25, String value) {
        var older = new HashMap<>(PRIVACY);
        older.put("version", "2.5");

        assertThat(build(FULL, PRIVACY).at(in26).map(JsonElement::text)).contains(value);
        JsonElement built = build(FULL, older);
        assertThat(built.at(in25).map(JsonElement::text)).contains(value);
        assertThat(in26.equals(in25) || built.at(in26).isEmpty()).isTrue();
    }

    @Test
    void whatVersion25DoesNotHaveIsLeftOutAndTold() {
        RequestBuilder.Built built = builder(Map.of("version", "2.5", "imp", List.of(
                Map.of("video", Map.of("podid", "p", "slotinpod", 1, "poddur", 60)),
                Map.of("video", Map.of("poddur", 30))))).build(FULL, Duration.ofMillis(500));

        JsonElement root = built.request().root();
        assertThat(root.at("/imp/0/video/podid")).isEmpty();
        assertThat(root.at("/imp/1/video/poddur")).isEmpty();
        assertThat(root.at("/imp/0/video/sequence").map(JsonElement::text)).contains("1");
        assertThat(built.findings()).extracting(Finding::message)
                .containsExactlyInAnyOrder("OpenRTB 2.5 has no “imp[].video.podid”: it is left out.",
                        "OpenRTB 2.5 has no “imp[].video.poddur”: it is left out.");
    }

    /** The catalogue knows what 2.5 has; nothing that came later is left in a request of 2.5. */
    @Test
    void aRequestInVersion25HasNoFieldThatCameLater() {
        var imp = Map.of("qty", Map.of("multiplier", 2), "ssai", 2, "video", Map.of("slotinpod", 2, "plcmt", 1),
                "pmp", Map.of("deals", List.of(Map.of("id", "d", "guar", 1, "mincpmpersec", 1))));
        RequestBuilder.Built built = builder(Map.of("version", "2.5", "imp", imp, "wlangb", List.of("en"), "app",
                Map.of("id", "a", "cattax", 6, "inventorypartnerdomain", "b.example", "content", Map.of("langb", "en",
                        "network", Map.of("name", "N"), "realtime", 1)))).build(FULL, Duration.ofMillis(500));

        JsonElement root = built.request().root();
        assertThat(new RtbLinter().lint(root, RtbKind.REQUEST, Optional.of(Release.OPENRTB_2_5))).extracting(Finding::rule)
                .doesNotContain("ORTB-FIELD-TOO-NEW");
        assertThat(root.at("/app/content/ext/network/name").map(JsonElement::text)).contains("N");
        assertThat(root.at("/app/ext/inventorypartnerdomain").map(JsonElement::text)).contains("b.example");
        assertThat(root.at("/imp/0/ext/ssai").map(JsonElement::text)).contains("2");
        assertThat(built.findings()).extracting(Finding::message).map(m -> m.replaceAll(".*“(.*)”.*", "$1"))
                .containsExactlyInAnyOrder("imp[].qty", "imp[].video.slotinpod", "imp[].pmp.deals[].guar",
                        "imp[].pmp.deals[].mincpmpersec", "wlangb", "app.cattax", "app.content.langb",
                        "app.content.realtime");
    }

    @Test
    void extensionsOfTheRequestComeLast() {
        AdRequest request = FULL.toBuilder().extension("gdpr", "0").extension("gpp_sid", "2,6").extension("ifa", "IFA")
                .extension("bidfloor", "2.50").extension("coppa", true).extension("cur", "EUR,USD")
                .extension("device", Map.of("make", "Acme")).extension("openrtb", Map.of("test", 1))
                .extension("unknown", "x").build();

        JsonElement built = build(request, PRIVACY);

        assertThat(built.at("/regs/gdpr").map(JsonElement::text)).contains("0");
        assertThat(built.at("/regs/gpp_sid").orElseThrow().items()).extracting(JsonElement::text).containsExactly("2", "6");
        assertThat(built.at("/regs/coppa").map(JsonElement::text)).contains("1");
        assertThat(built.at("/device/ifa").map(JsonElement::text)).contains("IFA");
        assertThat(built.at("/device/make").map(JsonElement::text)).contains("Acme");
        assertThat(built.at("/imp/0/bidfloor").map(JsonElement::text)).contains("2.50");
        assertThat(built.strings("cur")).containsExactly("EUR", "USD");
        assertThat(built.at("/test").map(JsonElement::text)).contains("1");
        assertThat(built.has("unknown")).isFalse();
    }

    @Test
    void aValueThatItsFieldCannotHaveIsRefused() {
        assertThatThrownBy(() -> build(FULL.toBuilder().extension("gdpr", "maybe").build(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("“gdpr” is a number, not “maybe”");
    }

    @Test
    void aCompleteRequestIsSentAsItIs() {
        String text = "{ \"id\" : \"mine\",\n \"imp\": [{\"id\": \"7\", \"x\": 1.50}] }";

        assertThat(builder(Map.of("request", text)).build(FULL, Duration.ofSeconds(1)).request().text()).isEqualTo(text);
        assertThat(builder(Map.of("request", Map.of("id", "m", "imp", List.of()))).build(FULL, Duration.ofSeconds(1))
                .request().id()).isEqualTo("m");
        assertThatThrownBy(() -> builder(Map.of("request", "{\"id\": }"))).hasMessageContaining("not JSON")
                .hasMessageContaining("1:8");
        assertThatThrownBy(() -> builder(Map.of("request", "{\"openrtb\": {\"ver\": \"3.0\"}}")))
                .hasMessageContaining("OpenRTB 3.0, which is not supported");
        assertThatThrownBy(() -> builder(Map.of("version", "3.0"))).hasMessageContaining("2.5 and 2.6 are");
    }

    private static RequestBuilder builder(Map<String, Object> options) {
        return new RequestBuilder(RequestTemplate.of(options), () -> "new-id");
    }

    private static JsonElement build(AdRequest request, Map<String, Object> options) {
        return builder(options).build(request, Duration.ofMillis(500)).request().root();
    }
}
