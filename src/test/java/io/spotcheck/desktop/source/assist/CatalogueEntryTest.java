package io.spotcheck.desktop.source.assist;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(entry.facts()).contains("one or more", "Holds a URI.", "id: text");
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
        assertThat(entry.text()).contains("Holds progressive, streaming.", "\nrequired\n");
    }

    @Test
    void saysWhenAVersionDoesNotHaveIt() {
        assertThat(at("<VAST version=\"2.0\"><Ad><InLine><Categor|y>").orElseThrow().text())
                .contains("any number in 4.0+", "VAST 2.0 does not have it here.");
        assertThat(at("<VAST version=\"4.2\"><Ad><InLine><Survey>|").orElseThrow().text()).contains("deprecated in 4.1+");
    }

    @Test
    void saysNothingOfWhatVastDoesNotKnow() {
        assertThat(at("<rss><channel>|")).isEmpty();
        assertThat(at("<VAST><Nonsense>|")).isEmpty();
        assertThat(CatalogueEntry.at("", 0)).isEmpty();
    }

    private static Optional<CatalogueEntry> at(String marked) {
        return CatalogueEntry.at(marked.replace("|", ""), marked.indexOf('|'));
    }
}
