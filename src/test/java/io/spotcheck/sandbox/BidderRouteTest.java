package io.spotcheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BidderRouteTest extends SandboxScenario {
    @Test
    void bidsForTheImpressionsThatSuitIt() throws Exception {
        JsonNode answer = json(post("video", "{\"id\": \"r7\", \"imp\": [{\"id\": \"a\", \"video\": {}}, "
                + "{\"id\": \"b\", \"banner\": {}}, {\"id\": \"c\", \"video\": {}}]}"));

        assertThat(answer.at("/id").stringValue()).isEqualTo("r7");
        assertThat(answer.at("/seatbid/0/bid").valueStream().map(bid -> bid.get("impid").stringValue()))
                .containsExactly("a", "c");
        assertThat(answer.at("/seatbid/0/bid/0/adm").stringValue()).contains("<VAST", sandbox.baseUrl().toString());
        assertThat(answer.at("/seatbid/0/bid/0/mtype").intValue()).isEqualTo(2);
    }

    @Test
    void bidsOnADealOnlyWhereThereIsOne() throws Exception {
        JsonNode with = json(post("deal", "{\"id\": \"r\", \"imp\": [{\"id\": \"1\", \"video\": {}, "
                + "\"pmp\": {\"deals\": [{\"id\": \"harbor-deal\"}]}}]}"));
        JsonNode without = json(post("deal", "{\"id\": \"r\", \"imp\": [{\"id\": \"1\", \"video\": {}}]}"));

        assertThat(with.at("/seatbid/0/bid/0/dealid").stringValue()).isEqualTo("harbor-deal");
        assertThat(without.at("/seatbid/0/bid").size()).isEqualTo(1);
        assertThat(without.at("/seatbid/0/bid/0").has("dealid")).isFalse();
    }

    @Test
    void servesMarkupOnTheWinNotice() throws Exception {
        JsonNode bid = json(post("on-win", "{\"id\": \"r\", \"imp\": [{\"id\": \"1\", \"video\": {}}]}"))
                .at("/seatbid/0/bid/0");

        assertThat(bid.has("adm")).isFalse();
        String notice = bid.get("nurl").stringValue().replace("${AUCTION_PRICE}", "1");
        assertThat(client.send(HttpRequest.newBuilder(URI.create(notice)).build(), BodyHandlers.ofString()).body())
                .contains("<VAST");
    }

    @Test
    void doesNotBidWhereNothingSuitsIt() throws Exception {
        assertThat(json(post("native", "{\"id\": \"r\", \"imp\": [{\"id\": \"1\", \"video\": {}}]}")).at("/seatbid").size())
                .isZero();
        assertThat(post("silent", "{\"id\": \"r\", \"imp\": []}").statusCode()).isEqualTo(204);
    }

    @Test
    void refusesWhatIsNoBidRequest() throws Exception {
        assertThat(post("video", "{").statusCode()).isEqualTo(400);
        assertThat(post("video", "{\"id\": \"r\"}").statusCode()).isEqualTo(400);
        assertThat(post("nobody", "{}").statusCode()).isEqualTo(404);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static HttpResponse<String> post(String bidder, String body) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/openrtb/" + bidder))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }
}
