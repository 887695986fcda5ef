package io.spotcheck.protocol.vast;

import static io.spotcheck.protocol.vast.Tags.inline;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.MediaFile;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The media file that is chosen, by what the request says of its player. */
class MediaFileTermsTest {

    private static final String FILES = """
            <MediaFiles>
            <Mezzanine delivery="progressive" type="video/mp4" width="3840" height="2160">https://c.example/raw</Mezzanine>
            <MediaFile delivery="progressive" type="video/mp4" bitrate="500" width="640" height="360"
                codec="avc1.42E01E, mp4a.40.2">https://c.example/small</MediaFile>
            <MediaFile delivery="progressive" type="video/mp4" bitrate="2000" width="1280" height="720"
                codec="avc1.4D401F, mp4a.40.2">https://c.example/large</MediaFile>
            <MediaFile delivery="progressive" type="video/webm" bitrate="900" width="640" height="360"
                codec="vp09.00.10.08">https://c.example/webm</MediaFile>
            <MediaFile delivery="streaming" type="application/x-mpegURL" minBitrate="300" maxBitrate="4000"
                width="1920" height="1080">https://c.example/hls</MediaFile>
            <MediaFile delivery="progressive" type="application/javascript" apiFramework="VPAID" width="640"
                height="360">https://c.example/vpaid</MediaFile>
            <InteractiveCreativeFile type="text/html" apiFramework="SIMID">data:text/html,x</InteractiveCreativeFile>
            </MediaFiles>""";
    private static final String TAG = inline("in").replaceAll("(?s)<MediaFiles>.*</MediaFiles>", FILES);

    private static String chosen(AdResponse response) {
        return response.ads().stream().flatMap(ad -> ad.chosenMediaFile().stream()).map(MediaFile::url)
                .map(url -> url.substring(url.lastIndexOf('/') + 1)).findFirst().orElse("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MEDIAMIME     | video/webm                      | webm",
        "MEDIAMIME     | application/x-mpegurl           | hls",
        "MEDIAMIME     | video/webm,application/x-mpegURL | hls",
        "MEDIAMIME     | video/ogg                       | vpaid",
        "maxBitrate    | 800                             | small",
        "maxBitrate    | 400                             | hls",
        "maxBitrate    | 100                             | vpaid",
        "codecs        | avc1.42,mp4a                    | small",
        "codecs        | vp09                            | hls",
        "delivery      | streaming                       | hls",
        "delivery      | progressive                     | large",
        "APIFRAMEWORKS | 7                               | large"})
    void isOneThatThePlayerTakes(String field, String value, String expected) {
        assertThat(chosen(Memory.of(TAG).asking(field, value).resolve())).isEqualTo(expected);
    }

    @Test
    void vpaidIsOutWhereItDoesNotRun() {
        AdResponse response = Memory.of(TAG).asking("MEDIAMIME", "video/ogg").asking("APIFRAMEWORKS", "7,8").resolve();

        assertThat(response.protocolCode()).hasValue(403);
        assertThat(reasons(response)).contains("The player does not run VPAID.",
                "The player takes video/ogg and not “video/mp4”.");
    }

    @Test
    void everyFileSaysWhyItIsPassedOverAndRawAndInteractiveFilesAreNeverPlayed() {
        AdResponse response = Memory.of(TAG).asking("maxBitrate", 800).asking("codecs", List.of("avc1", "mp4a"))
                .resolve();

        assertThat(reasons(response)).containsExactly(
                "video/mp4 can be played and has the best quality.",
                "Its 2000 kbit/s are more than the 800 kbit/s that are allowed.",
                "The player has no codec for “vp09.00.10.08”.",
                "video/mp4 plays in more players.",
                "It needs VPAID, which most players have dropped.",
                "A mezzanine is what other files are made of; it is never played.",
                "An interactive file runs beside the media file; it is not played.");
        assertThat(response.ads().getFirst().linears().findFirst().orElseThrow()).satisfies(linear -> {
            assertThat(linear.mediaFiles()).hasSize(5);
            assertThat(linear.details().mezzanines()).singleElement()
                    .satisfies(file -> assertThat(file.width()).hasValue(3840));
            assertThat(linear.details().interactiveFiles()).singleElement()
                    .satisfies(file -> assertThat(file.isInline()).isTrue());
        });
    }

    @Test
    void anAudioAdIsHeard() {
        String audio = TAG.replace("<Ad id", "<Ad adType=\"audio\" id").replace("<MediaFiles>", "<MediaFiles><MediaFile "
                + "delivery=\"progressive\" type=\"audio/aac\" bitrate=\"96\">https://c.example/sound</MediaFile>");

        assertThat(chosen(Memory.of(audio).resolve())).isEqualTo("sound");
        assertThat(chosen(Memory.of(audio.replace("audio\" id", "hybrid\" id")).resolve())).isEqualTo("large");
    }

    @Test
    void aMezzanineThatIsNeededAndThereKeepsTheAd() {
        assertThat(Memory.of(TAG).asking("mezzanineRequired", true).resolve().success()).isTrue();
    }

    @Test
    void lengthsAndSizesThatFitKeepTheAd() {
        Memory memory = Memory.of(TAG);

        for (String[] field : new String[][] {{"BREAKMINADLENGTH", "15"}, {"BREAKMAXADLENGTH", "15"},
            {"adDuration", "00:00:15"}, {"adDuration", "15"}, {"adSize", "640x360"}, {"linearity", "linear"},
            {"ADTYPE", "video"}, {"VASTVERSIONS", "13,14"}, {"skippable", "false"}, {"BREAKMAXDURATION", "15"}}) {
            assertThat(memory.asking(field[0], field[1]).resolve().error()).as(field[0]).isEmpty();
        }
        for (String[] field : new String[][] {{"BREAKMINADLENGTH", "16"}, {"BREAKMAXADLENGTH", "14.5"},
            {"adDuration", "00:00:30"}}) {
            assertThat(memory.asking(field[0], field[1]).resolve().protocolCode()).as(field[0]).hasValue(202);
        }
        AdResponse skippable = Memory.of(TAG.replace("<Linear>", "<Linear skipoffset=\"00:00:05\">"))
                .asking("skippable", false).resolve();
        assertThat(skippable.protocolCode()).hasValue(200);
    }

    private static List<String> reasons(AdResponse response) {
        return response.resolution().nodes().filter(n -> n.kind() == NodeKind.MEDIA_FILE).map(Node::reason)
                .map(reason -> reason.orElse("")).toList();
    }

    @Test
    void declaredDetailsAreKept() {
        Ad ad = Memory.of(TAG.replace("bitrate=\"500\"", "bitrate=\"500\" id=\"f1\" scalable=\"true\" fileSize=\"1234567890123\" "
                + "mediaType=\"360\" maintainAspectRatio=\"0\"")).resolve().ads().getFirst();

        assertThat(((Creative.Linear) ad.creatives().getFirst()).mediaFiles().getFirst().details()).satisfies(d -> {
            assertThat(d.id()).contains("f1");
            assertThat(d.scalable()).contains(true);
            assertThat(d.maintainAspectRatio()).contains(false);
            assertThat(d.fileSize()).hasValue(1_234_567_890_123L);
            assertThat(d.mediaType()).contains("360");
        });
    }
}
