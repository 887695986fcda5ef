package io.spotcheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HouseRouteTest extends SandboxScenario {

    @Test
    void tellsBackWhatAPostOfJsonSaid() throws Exception {
        JsonNode answer = json(post("application/json",
                "{\"placement\": \"pre-roll\", \"viewer\": {\"id\": \"a&b\\\"\"}, \"player\": {\"width\": 640, \"height\": 360}}"));

        assertThat(answer.at("/ads/0/tell/0/href").stringValue())
                .contains("/beacon/impression?ad=house-harbor&viewer=a%26b%22&player=640x360&");
    }

    @Test
    void takesAFormToo() throws Exception {
        JsonNode answer = json(post("application/x-www-form-urlencoded", "placement=overlay&viewer=a%26b&width=1&height=2"));

        assertThat(answer.at("/ads/0/id").stringValue()).isEqualTo("house-overlay");
        assertThat(answer.at("/ads/0/tell/0/href").stringValue()).contains("viewer=a%26b&player=1x2&");
    }

    @Test
    void saysOfAnUnknownPlacementThatItIsNotKnown() throws Exception {
        assertThat(json(post("application/json", "{}")).at("/error/code").intValue()).isEqualTo(7);
        assertThat(json(get("/house/no-such-place")).at("/status").stringValue()).isEqualTo("error");
        assertThat(get("/house/no-such-place.xml").body()).contains("<Error code=\"7\">");
    }

    @Test
    void refusesWhatIsNeitherJsonNorAForm() throws Exception {
        HttpResponse<String> refused = post("application/json", "{placement");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/error").stringValue()).startsWith("The house ad server takes JSON or a form: ");
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String type, String body) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/house"))
                .header("Content-Type", type).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }
}
