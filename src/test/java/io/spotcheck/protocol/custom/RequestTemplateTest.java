package io.spotcheck.protocol.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.DeviceType;
import io.spotcheck.upstream.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values go where they are wanted, and can never be taken for more than values. */
class RequestTemplateTest {

    private static final String NASTY = "a/b?c=d&e \"f\" <é>\n%2F{userId}";
    private static final AdRequest REQUEST = AdRequest.builder("pre-roll", NASTY).deviceType(DeviceType.MOBILE)
            .playerSize(640, 360).contentDuration(Duration.ofMinutes(30)).playheadPosition(Duration.ofMillis(1500))
            .extension("tags", List.of("sea", "coffee & tea")).extension("age", 42).extension("adult", false)
            .extension("deal", Map.of("id", "x")).build();

    @Test
    void encodesPathsAndQueries() {
        RequestTemplate template = template("query: {u: '{userId}', tag: '{tags}', 'a b': 1, ip: '{ipAddress}'}");

        assertThat(template.url("http://h.example/{userId}/x?y=1#end", REQUEST)).isEqualTo("http://h.example/"
                + "a%2Fb%3Fc%3Dd%26e%20%22f%22%20%3C%C3%A9%3E%0A%252F%7BuserId%7D/x?y=1&u="
                + "a%2Fb%3Fc%3Dd%26e%20%22f%22%20%3C%C3%A9%3E%0A%252F%7BuserId%7D&tag=sea&tag=coffee%20%26%20tea&a%20b=1#end");
        assertThat(template.url("http://h.example", REQUEST)).startsWith("http://h.example?u=a");
        assertThat(template.url("http://h.example?", REQUEST)).startsWith("http://h.example?u=a");
    }

    @Test
    void saysWhichFieldsOfTheUrlAreMissing() {
        assertThat(template("method: GET").missing(
                List.of("http://{slotId}.example/{contentUrl}", "http://b.example/{contentUrl}/{genre}/{a b}"), REQUEST))
                .containsExactly("contentUrl", "genre");
    }

    @Test
    void sendsHeadersThatCanBeSent() {
        Message message = template("headers: {X-User: '{userId}', X-Ip: '{ipAddress}', X-Both: 'v/{age}', Accept: '*/*'}")
                .message(REQUEST);

        assertThat(message.method()).isEqualTo("GET");
        assertThat(message.headers().first("X-User")).contains("a/b?c=d&e \"f\" <%C3%A9>%0A%2F{userId}");
        assertThat(message.headers().first("X-Ip")).isEmpty();
        assertThat(message.headers().first("X-Both")).contains("v/42");
        assertThat(message.headers().entries()).hasSize(3);
    }

    @Test
    void postsJsonOfTheRightTypesAndLeavesOutWhatIsNotThere() {
        Message message = template("""
                body:
                  json:
                    user: "{userId}"
                    label: "slot {slotId}"
                    player: {w: "{playerWidth}", h: "{playerHeight}"}
                    geo: {country: "{geo.country}", place: ["{geo.city}"]}
                    times: ["{contentDuration}", "{contentDuration|ms}", "{playheadPosition|timecode}", "{playheadPosition}"]
                    list: "{tags}"
                    age: "{age}"
                    adult: "{adult}"
                    deal: "{deal}"
                    from: "{ipAddress} here"
                    nothing: {}
                    fixed: 1.5
                """).message(REQUEST);

        assertThat(message.method()).isEqualTo("POST");
        assertThat(message.headers().first("content-type")).contains("application/json");
        assertThat(text(message)).isEqualTo("{\"user\":\"a/b?c=d&e \\\"f\\\" <é>\\n%2F{userId}\",\"label\":\"slot pre-roll\","
                + "\"player\":{\"w\":640,\"h\":360},\"times\":[1800,1800000,\"00:00:01.500\",1.5],"
                + "\"list\":[\"sea\",\"coffee & tea\"],\"age\":42,\"adult\":false,\"deal\":{\"id\":\"x\"},\"nothing\":{},"
                + "\"fixed\":1.5}");
    }

    @Test
    void postsForms() {
        Message message = template("body: {form: {u: '{userId}', tag: '{tags}', ip: '{ipAddress}', n: 7}}").message(REQUEST);

        assertThat(message.headers().first("content-type")).contains("application/x-www-form-urlencoded");
        assertThat(text(message)).isEqualTo(
                "u=a%2Fb%3Fc%3Dd%26e+%22f%22+%3C%C3%A9%3E%0A%252F%7BuserId%7D&tag=sea&tag=coffee+%26+tea&n=7");
    }

    @Test
    void postsTextsInWhichValuesAreWrittenAsToldTo() {
        assertThat(text(template("body: {text: '<ask user=\"{userId}\" ip=\"{ipAddress}\"/>', type: text/xml, escape: xml}")
                .message(REQUEST)))
                .isEqualTo("<ask user=\"a/b?c=d&amp;e &quot;f&quot; &lt;é&gt;\n%2F{userId}\" ip=\"\"/>");
        assertThat(text(template("body: {text: '{\"u\": \"{userId}\", \"tags\": \"{tags}\"}', escape: json}").message(REQUEST)))
                .isEqualTo("{\"u\": \"a/b?c=d&e \\\"f\\\" <é>\\n%2F{userId}\", \"tags\": \"sea,coffee & tea\"}");
        Message plain = template("body: {text: '{deal} {userId}'}\nheaders: {content-type: text/odd}").message(REQUEST);
        assertThat(text(plain)).isEqualTo("{\"id\":\"x\"} " + NASTY);
        assertThat(plain.headers().entries()).singleElement().hasToString("Header[name=content-type, value=text/odd]");
    }

    private static RequestTemplate template(String request) {
        return Descriptions.of("request:\n" + request.indent(2) + "answer: {ads: {creatives: {url: /u}}}").request();
    }

    private static String text(Message message) {
        return message.body().text(StandardCharsets.UTF_8);
    }
}
