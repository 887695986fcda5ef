package io.spotcheck.protocol.vast;

/** VAST documents for tests; every ad's beacons carry its id. */
final class Tags {

    private Tags() {
    }

    static String vast(String... ads) {
        return "<VAST version=\"4.2\">\n" + String.join("\n", ads) + "\n</VAST>";
    }

    static String inline(String id) {
        return vast(inlineAd(id, ""));
    }

    static String inlineAd(String id, String sequence) {
        return """
                <Ad id="%1$s"%2$s><InLine><AdSystem>tests</AdSystem><AdTitle>Title of %1$s</AdTitle>
                <Impression>https://t.example/%1$s/impression</Impression>
                <Error>https://t.example/%1$s/error?code=[ERRORCODE]</Error>
                <Creatives><Creative><Linear><Duration>00:00:15</Duration>
                %3$s
                <VideoClicks><ClickThrough>https://brand.example/</ClickThrough>
                <ClickTracking>https://t.example/%1$s/click</ClickTracking></VideoClicks>
                <MediaFiles>
                <MediaFile delivery="progressive" type="video/mp4" bitrate="800" width="640" height="360">
                https://cdn.example/%1$s-640.mp4</MediaFile>
                <MediaFile delivery="progressive" type="video/mp4" bitrate="300" width="320" height="180">
                https://cdn.example/%1$s-320.mp4</MediaFile>
                </MediaFiles></Linear></Creative></Creatives></InLine></Ad>""".formatted(id, sequence(sequence),
                tracking(id));
    }

    static String wrapper(String id, String tag) {
        return vast(wrapperAd(id, "", tag, ""));
    }

    static String wrapperAd(String id, String sequence, String tag, String attributes) {
        return """
                <Ad id="%1$s"%2$s><Wrapper %5$s><AdSystem>tests</AdSystem>
                <VASTAdTagURI><![CDATA[%4$s]]></VASTAdTagURI>
                <Impression>https://t.example/%1$s/impression</Impression>
                <Error>https://t.example/%1$s/error?code=[ERRORCODE]</Error>
                <Creatives><Creative><Linear>
                %3$s
                <VideoClicks><ClickTracking>https://t.example/%1$s/click</ClickTracking></VideoClicks>
                </Linear></Creative></Creatives></Wrapper></Ad>""".formatted(id, sequence(sequence), tracking(id), tag,
                attributes);
    }

    static String companion(String id) {
        return """
                <Creative><CompanionAds><Companion id="%1$s" width="300" height="250">
                <StaticResource creativeType="image/png">https://cdn.example/%1$s.png</StaticResource>
                <TrackingEvents><Tracking event="creativeView">https://t.example/%1$s/view</Tracking></TrackingEvents>
                </Companion></CompanionAds></Creative>""".formatted(id);
    }

    private static String tracking(String id) {
        return """
                <TrackingEvents><Tracking event="start">https://t.example/%1$s/start</Tracking>
                <Tracking event="complete">https://t.example/%1$s/complete</Tracking></TrackingEvents>"""
                .formatted(id);
    }

    private static String sequence(String number) {
        return number.isEmpty() ? "" : " sequence=\"" + number + "\"";
    }
}
