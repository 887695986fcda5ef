package io.spotcheck.protocol.vast;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.Dimensions;
import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastCreative;
import io.spotcheck.protocol.vast.document.VastException;
import io.spotcheck.protocol.vast.document.VastMediaFile;
import io.spotcheck.protocol.vast.document.VastReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MediaFileChoiceTest {

    private static final String SMALL = file("small", "type='video/mp4' width='320' height='180' bitrate='300'");
    private static final String MEDIUM = file("medium", "type='video/mp4' width='640' height='360' bitrate='800'");
    private static final String LARGE = file("large", "type='video/mp4' width='1280' height='720' bitrate='2500'");
    private static final String WEBM = file("webm", "type='video/webm' width='640' height='360' bitrate='900'");
    private static final String HLS = file("hls",
            "type='application/x-mpegURL' delivery='streaming' width='640' height='360'");
    private static final String VPAID = file("vpaid",
            "type='application/javascript' apiFramework='VPAID' width='640' height='360'");

    private static String file(String name, String attributes) {
        return "<MediaFile " + attributes + ">https://cdn.example/" + name + "</MediaFile>";
    }

    private static List<MediaFileChoice.Verdict> decide(Optional<Dimensions> player, String... files)
            throws VastException {
        var document = new VastReader().read("<VAST version='4.2'><Ad><InLine><Creatives><Creative><Linear><MediaFiles>"
                + String.join("", files) + "</MediaFiles></Linear></Creative></Creatives></InLine></Ad></VAST>");
        List<VastMediaFile> declared = document.ads().stream().map(VastAd::definition)
                .flatMap(c -> c.creatives().stream()).map(VastCreative.Linear.class::cast)
                .flatMap(l -> l.mediaFiles().stream()).toList();
        return new MediaFileChoice(player).decide(declared);
    }

    private static String chosen(List<MediaFileChoice.Verdict> verdicts) {
        return verdicts.stream().filter(MediaFileChoice.Verdict::chosen).map(v -> v.file().url())
                .map(u -> u.substring(u.lastIndexOf('/') + 1)).reduce((a, b) -> a + " and " + b).orElse("none");
    }

    @Test
    void withoutAPlayerTheBestQualityIsChosen() throws VastException {
        assertThat(chosen(decide(Optional.empty(), SMALL, LARGE, MEDIUM))).isEqualTo("large");
    }

    @Test
    void theSizeClosestToThePlayerIsChosen() throws VastException {
        assertThat(chosen(decide(Optional.of(new Dimensions(640, 360)), LARGE, SMALL, MEDIUM))).isEqualTo("medium");
        assertThat(chosen(decide(Optional.of(new Dimensions(1920, 1080)), SMALL, LARGE, MEDIUM))).isEqualTo("large");
        assertThat(chosen(decide(Optional.of(new Dimensions(300, 170)), LARGE, SMALL, MEDIUM))).isEqualTo("small");
    }

    @Test
    void mp4IsPreferredToStreamsAndOtherContainers() throws VastException {
        assertThat(chosen(decide(Optional.empty(), WEBM, HLS, SMALL))).isEqualTo("small");
        assertThat(chosen(decide(Optional.empty(), WEBM, HLS))).isEqualTo("hls");
    }

    @Test
    void vpaidIsTheLastResort() throws VastException {
        List<MediaFileChoice.Verdict> verdicts = decide(Optional.empty(), VPAID, SMALL);

        assertThat(chosen(verdicts)).isEqualTo("small");
        assertThat(verdicts.getFirst().reason()).contains("VPAID");
        assertThat(chosen(decide(Optional.empty(), VPAID))).isEqualTo("vpaid");
    }

    @Test
    void whatNeedsAnotherApiIsPassedOver() throws VastException {
        List<MediaFileChoice.Verdict> verdicts = decide(Optional.empty(),
                file("odd", "type='video/mp4' apiFramework='SIMID'"));

        assertThat(chosen(verdicts)).isEqualTo("none");
        assertThat(verdicts.getFirst().reason()).contains("SIMID");
    }

    @Test
    void everyFilePassedOverSaysWhy() throws VastException {
        List<MediaFileChoice.Verdict> verdicts = decide(Optional.of(new Dimensions(640, 360)), SMALL, MEDIUM, MEDIUM,
                LARGE, WEBM, HLS, VPAID, file("flash", "type='application/x-shockwave-flash'"),
                "<MediaFile type='video/mp4'></MediaFile>");

        assertThat(verdicts).hasSize(9).allSatisfy(v -> assertThat(v.reason()).isNotBlank());
        assertThat(verdicts).filteredOn(MediaFileChoice.Verdict::chosen).hasSize(1);
        assertThat(verdicts.getLast().reason()).contains("no URL");
        assertThat(verdicts.get(7).reason()).contains("application/x-shockwave-flash");
    }
}
