package io.spotcheck.desktop.source.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.desktop.source.assist.CatalogueEntry.Badge;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueEntryTest {

    private static final String MEDIA_FILE =
            "<VAST version=\"4.2\"><Ad><InLine><Creatives><Creative><Linear><MediaFiles>\n  <MediaFile delivery=\"x\">https://a/";

    @Test
    void saysWhatAnElementIsAndHowOftenItMayStandThere() {
        CatalogueEntry entry = at("<VAST version=\"3.0\"><Ad><InLine><Impress|ion>").orElseThrow();

        assertThat(entry.title()).isEqualTo("<Impression> in <InLine>");
        assertThat(entry.about()).isEqualTo("A URI that is called when the first frame of the ad is shown.");
        assertThat(entry.section()).isEqualTo("VAST 4.3 §3.4.4");
        assertThat(entry.badges()).extracting(Badge::word).containsExactly("required");
        assertThat(entry.text().lines()).contains("Occurs: one or more", "Holds: a URI", "Stands in: InLine, Wrapper",
                "Introduced: VAST 2.0 or earlier", "  id: text");
    }

    @Test
    void meansTheTagOfALineWhenTheCaretIsBeforeIt() {
        int line = MEDIA_FILE.indexOf('\n') + 1;
        assertThat(CatalogueEntry.at(MEDIA_FILE, line)).map(CatalogueEntry::title).contains("<MediaFile> in <MediaFiles>");
        assertThat(CatalogueEntry.at(MEDIA_FILE, MEDIA_FILE.length())).map(CatalogueEntry::title)
                .contains("<MediaFile> in <MediaFiles>");
    }

    @Test
    void saysWhatAnAttributeHolds() {
        CatalogueEntry entry = CatalogueEntry.at(MEDIA_FILE, MEDIA_FILE.indexOf("x\"")).orElseThrow();

        assertThat(entry.title()).isEqualTo("delivery of <MediaFile>");
        assertThat(entry.text()).contains("\nrequired\nHolds: progressive, streaming\n");
        assertThat(entry.table().orElseThrow().rows()).extracting(Fact::name)
                .containsExactly("progressive", "streaming");
        assertThat(entry.table().orElseThrow().current()).contains("x");
    }

    @Test
    void saysWhenAVersionDoesNotHaveIt() {
        assertThat(at("<VAST version=\"2.0\"><Ad><InLine><Categor|y>").orElseThrow().text())
                .contains("any number in 4.0+", "not in 2.0", "Introduced: VAST 4.0");
        assertThat(at("<VAST version=\"4.2\"><Ad><InLine><Survey>|").orElseThrow().text())
                .contains("▲ deprecated", "Deprecated: VAST 4.1+");
    }

    @Test
    void saysNothingOfWhatVastDoesNotKnow() {
        assertThat(at("<rss><channel>|")).isEmpty();
        assertThat(at("<VAST><Nonsense>|")).isEmpty();
        assertThat(CatalogueEntry.at("", 0)).isEmpty();
    }

    @Test
    void knowsSchedules() {
        CatalogueEntry source = at("<vmap:VMAP version=\"1.0\"><vmap:AdBreak><vmap:AdSource| id=\"1\">").orElseThrow();
        assertThat(source.title()).isEqualTo("<AdSource> in <AdBreak>");
        assertThat(source.section()).isEqualTo("VMAP 1.0.1 §2.3.2");
        assertThat(source.text()).contains("May hold: VASTAdData, AdTagURI, CustomAdData", "  followRedirects: ");
        CatalogueEntry offset = at("<vmap:VMAP><vmap:AdBreak timeOffset=\"en|d\"").orElseThrow();
        assertThat(offset.badges()).extracting(Badge::word).containsExactly("required");
        assertThat(offset.table().orElseThrow().current()).contains("end");
        assertThat(at("<v:VMAP><v:AdBreak><v:AdSource><v:VASTAdData><VAST version=\"2.0\"><Ad><InLine><Categor|y>"))
                .map(CatalogueEntry::text).get().asString().contains("<Category> in <InLine>", "not in 2.0");
    }

    @Test
    void knowsFieldsOfOpenRtb() {
        CatalogueEntry plcmt = at("{\"id\":\"1\",\"imp\":[{\"id\":\"a\"},{\"video\":{\"plcmt\": 2|}}]}").orElseThrow();
        assertThat(plcmt.title()).isEqualTo("plcmt of Video");
        assertThat(plcmt.section()).isEqualTo("OpenRTB 2.6 §3.2.7");
        assertThat(plcmt.text()).contains("Introduced: OpenRTB 2.6-202303", "Here: imp[1].video.plcmt");
        assertThat(plcmt.table().orElseThrow().current()).contains("2");
        assertThat(plcmt.table().orElseThrow().rows()).extracting(Fact::name).startsWith("1", "2", "3", "4");

        assertThat(at("{\"imp\":[{\"video\":{\"plac|ement\":1}}]}").orElseThrow().text())
                .contains("▲ deprecated", "Deprecated: OpenRTB 2.6-202303", "Instead: plcmt");
        assertThat(at("{\"imp\":[{\"banner\":{\"wmax|\":1}}]}").orElseThrow().text())
                .contains("✕ removed", "Removed: OpenRTB 2.6-202210", "Instead: format");
        assertThat(at("{\"seatbid\":[{\"bid\":[{\"price|\":1}]}]}").orElseThrow().text())
                .contains("required\nType: number\nRange: 0 or more");
    }

    @Test
    void knowsObjectsWhereNoFieldIsMeant() {
        CatalogueEntry device = at("{\"imp\":[],\"device\":{\"ua\":\"x\"\n|\n}}").orElseThrow();
        assertThat(device.title()).isEqualTo("Device object");
        assertThat(device.text()).contains("Stands in: BidRequest.device", "  devicetype: number from the list of device types");
    }

    @Test
    void knowsNativeInBothDirectionsAndWrapped() {
        assertThat(at("{\"assets\":[{\"id\":1,\"title\":{\"len|\":90}}]}")).map(CatalogueEntry::title)
                .contains("len of NativeRequestTitle");
        assertThat(at("{\"native\":{\"link\":{\"url|\":\"x\"},\"assets\":[]}}")).map(CatalogueEntry::title)
                .contains("url of NativeLink");
    }

    @Test
    void saysNothingOfJsonThatIsNoneOfThese() {
        assertThat(at("{\"house\":{\"id|\":1}}")).isEmpty();
        assertThat(at("{\"openrtb\":{\"ver|\":\"3.0\"}}")).isEmpty();
        assertThat(at("{\"imp\":[{\"ext\":{\"own|\":1}}]}")).isEmpty();
        assertThat(at("[|")).isEmpty();
    }

    private static Optional<CatalogueEntry> at(String marked) {
        return CatalogueEntry.at(marked.replace("|", ""), marked.indexOf('|'));
    }
}
