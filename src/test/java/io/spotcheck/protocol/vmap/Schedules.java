package io.spotcheck.protocol.vmap;

/** Schedules and ads for tests; every beacon carries the name of its break or ad. */
final class Schedules {

    private Schedules() {
    }

    static String vmap(String... breaks) {
        return "<vmap:VMAP xmlns:vmap=\"http://www.iab.net/videosuite/vmap\" version=\"1.0\">\n"
                + String.join("\n", breaks) + "\n</vmap:VMAP>";
    }

    static String inlineBreak(String offset, String name) {
        return adBreak(offset, name, "linear", "", inlineSource(name, ""));
    }

    static String tagBreak(String offset, String name, String tag) {
        return adBreak(offset, name, "linear", "", tagSource(tag, "vast3", ""));
    }

    static String adBreak(String offset, String name, String types, String attributes, String source) {
        return """
                <vmap:AdBreak timeOffset="%1$s" breakId="%2$s" breakType="%3$s" %4$s>
                %5$s
                <vmap:TrackingEvents>
                <vmap:Tracking event="breakStart">https://t.example/%2$s/breakStart?at=[BREAKPOSITION]</vmap:Tracking>
                <vmap:Tracking event="breakEnd">https://t.example/%2$s/breakEnd</vmap:Tracking>
                <vmap:Tracking event="error">
                https://t.example/%2$s/error?[ERROR_CODE]&amp;[ERROR_MESSAGE]</vmap:Tracking>
                </vmap:TrackingEvents>
                </vmap:AdBreak>""".formatted(offset, name, types, attributes, source);
    }

    static String inlineSource(String name, String attributes) {
        return source(attributes, "<vmap:VASTAdData>" + vast(ad(name, "")) + "</vmap:VASTAdData>");
    }

    static String tagSource(String tag, String templateType, String attributes) {
        return source(attributes, "<vmap:AdTagURI templateType=\"" + templateType + "\"><![CDATA[" + tag
                + "]]></vmap:AdTagURI>");
    }

    static String source(String attributes, String content) {
        return "<vmap:AdSource id=\"1\" " + attributes + ">" + content + "</vmap:AdSource>";
    }

    static String vast(String... ads) {
        return "<VAST version=\"3.0\">" + String.join("", ads) + "</VAST>";
    }

    static String ad(String name, String attributes) {
        return """
                <Ad id="%1$s" %2$s><InLine><AdSystem>tests</AdSystem><AdTitle>%1$s</AdTitle>
                <Impression>https://t.example/%1$s/impression?at=[BREAKPOSITION]</Impression>
                <Error>https://t.example/%1$s/vast-error?[ERRORCODE]</Error>
                <Creatives><Creative><Linear><Duration>00:00:10</Duration>
                <MediaFiles><MediaFile delivery="progressive" type="video/mp4" width="640" height="360">
                https://cdn.example/%1$s.mp4</MediaFile></MediaFiles></Linear></Creative></Creatives></InLine></Ad>"""
                .formatted(name, attributes);
    }

    static String wrapper(String name, String tag) {
        return vast("<Ad id=\"" + name + "\"><Wrapper><AdSystem>tests</AdSystem><VASTAdTagURI><![CDATA[" + tag
                + "]]></VASTAdTagURI><Impression>https://t.example/" + name
                + "/impression</Impression></Wrapper></Ad>");
    }
}
