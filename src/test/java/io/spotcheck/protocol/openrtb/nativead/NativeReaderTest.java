package io.spotcheck.protocol.openrtb.nativead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotcheck.protocol.openrtb.nativead.NativeAd.Asset;
import io.spotcheck.protocol.openrtb.nativead.NativeAd.EventTracker;
import io.spotcheck.resolution.Finding;
import org.junit.jupiter.api.Test;

class NativeReaderTest {

    @Test
    void readsAssetsLinksAndTrackers() throws MalformedNativeException {
        NativeAd ad = read("""
                {'ver': '1.2', 'link': {'url': 'https://b.example', 'clicktrackers': ['https://t.example/c'],
                'fallback': 'https://f.example'}, 'privacy': 'https://p.example',
                'assets': [{'id': 1, 'title': {'text': 'T'}}, {'id': 2, 'img': {'url': 'https://i.example', 'type': 3,
                'w': 600, 'h': 314}, 'link': {'url': 'https://own.example'}}, {'id': 3, 'data': {'type': 1, 'value': 'B'}},
                {'id': 4, 'video': {'vasttag': '<VAST/>'}}],
                'eventtrackers': [{'event': 1, 'method': 1, 'url': 'https://t.example/1'},
                {'event': 2, 'method': 2, 'url': 'https://t.example/2.js'}, {'event': 600, 'method': 1, 'url': 'https://t.example/x'}],
                'imptrackers': ['https://t.example/i'],
                'jstracker': '<script src=\\'https://t.example/j.js\\'></script>'}""").ad();

        assertThat(ad.version()).contains("1.2");
        assertThat(ad.privacy()).contains("https://p.example");
        assertThat(ad.link().orElseThrow().fallback()).contains("https://f.example");
        assertThat(ad.link().orElseThrow().trackers()).extracting(EventTracker::event).containsExactly("clickTracking");
        assertThat(ad.assets()).hasExactlyElementsOfTypes(Asset.Title.class, Asset.Image.class, Asset.Data.class,
                Asset.Video.class);
        assertThat(ad.assets().get(1).link().orElseThrow().url()).isEqualTo("https://own.example");
        assertThat(ad.assets().get(1).location().path()).isEqualTo("/assets/1");
        assertThat(ad.trackers()).extracting(EventTracker::event).containsExactly("impression", "viewable-mrc50",
                "native-event-600", "impression", "impression");
        assertThat(ad.trackers()).extracting(EventTracker::script).containsExactly(false, true, false, false, true);
        assertThat(ad.trackers().getLast().url()).isEqualTo("https://t.example/j.js");
    }

    @Test
    void readsWhatVersionsBeforeWroteAroundIt() throws MalformedNativeException {
        NativeReader.Result read = read("{'native': {'ver': '1.0', 'link': {'url': 'x'}, 'assets': [{'title': {'text': 'T'}}]}}");

        assertThat(read.ad().version()).contains("1.0");
        assertThat(read.ad().assets().getFirst().location().path()).isEqualTo("/native/assets/0");
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void tellsWhatIsDoubtful() throws MalformedNativeException {
        NativeReader.Result read = read("""
                {'assets': [{'title': {'text': 'T'}}, {'id': 9}], 'eventtrackers': [{'method': 1, 'url': 'u'}, {'event': 1}]}""");

        assertThat(read.findings()).extracting(Finding::rule).containsExactlyInAnyOrder("OPENRTB-NATIVE-LINK-MISSING",
                "OPENRTB-NATIVE-ASSET-EMPTY", "OPENRTB-NATIVE-TRACKER", "OPENRTB-NATIVE-TRACKER");
    }

    /** Native 1.2 §6.3: a link that stands among the assets of an address comes before that of the ad. */
    @Test
    void readsTheAssetsOfAnAddress() throws MalformedNativeException {
        var reader = new NativeReader();

        NativeAd fetched = reader.readAssets("""
                {"assets": [{"title": {"text": "Far", "len": 3}}, {"link": {"url": "https://far.example"}}]}""").ad();
        NativeAd own = read("{'link': {'url': 'https://own.example'}, 'assetsurl': 'https://a.example', 'assets': "
                + "[{'id': 1, 'title': {'text': 'Near'}}], 'imptrackers': ['https://t.example/i']}").ad();

        assertThat(own.assetsUrl()).contains("https://a.example");
        NativeAd whole = own.withAssets(fetched);
        assertThat(whole.assets()).singleElement().isInstanceOfSatisfying(Asset.Title.class,
                title -> assertThat(title.text()).isEqualTo("Far"));
        assertThat(whole.link().orElseThrow().url()).isEqualTo("https://far.example");
        assertThat(whole.trackers()).hasSize(1);
        assertThatThrownBy(() -> reader.readAssets("{\"assets\": []}")).hasMessage("There are no assets.");
    }

    @Test
    void refusesWhatIsNoNativeAdWithItsPlace() {
        assertThatThrownBy(() -> read("{'assets': [}")).isInstanceOfSatisfying(MalformedNativeException.class,
                broken -> assertThat(broken.location().column()).isEqualTo(13));
        assertThatThrownBy(() -> read("[]")).hasMessage("Native markup is an object.");
        assertThatThrownBy(() -> read("{'assets': []}")).isInstanceOfSatisfying(MalformedNativeException.class,
                empty -> assertThat(empty.location().path()).isEqualTo("/assets"));
    }

    private static NativeReader.Result read(String text) throws MalformedNativeException {
        return new NativeReader().read(text.replace("\\'", "\u0001").replace('\'', '"').replace('\u0001', '\''));
    }
}
