package io.spotcheck.protocol.openrtb;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import tools.jackson.databind.json.JsonMapper;

/** A server of bidders: each path answers by a rule of its own. */
final class Bidder implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Function<RecordedRequest, MockResponse>> rules = new ConcurrentHashMap<>();

    Bidder() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return rules.getOrDefault(request.getUrl().encodedPath(), r -> answer(404, "")).apply(request);
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    String at(String path, Function<RecordedRequest, MockResponse> rule) {
        rules.put(path, rule);
        return server.url(path).toString();
    }

    /** A bidder that answers so; {@code REQUEST} stands for the request's identifier. */
    String bids(String path, String json) {
        return at(path, request -> answer(200, json.replace("REQUEST", idOf(request))));
    }

    String url(String path) {
        return server.url(path).toString();
    }

    int asked() {
        return server.getRequestCount();
    }

    RecordedRequest take() throws InterruptedException {
        return server.takeRequest();
    }

    static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    static String idOf(RecordedRequest request) {
        return json(request.getBody().utf8()).string("id").orElseThrow();
    }

    static JsonElement json(String text) {
        try {
            return new JsonReader().read(text);
        } catch (MalformedJsonException broken) {
            throw new AssertionError(text, broken);
        }
    }

    /** A bid with this markup, for impression 1. */
    static String bid(String id, String price, String markup, String more) {
        return "{\"id\": \"" + id + "\", \"impid\": \"1\", \"price\": " + price + ", \"adm\": "
                + JsonMapper.shared().writeValueAsString(markup) + more.replace('\'', '"') + "}";
    }

    static String seat(String name, String... bids) {
        return "{\"id\": \"REQUEST\", \"bidid\": \"answer-1\", \"cur\": \"USD\", \"seatbid\": [{\"seat\": \"" + name
                + "\", \"bid\": [" + String.join(", ", bids) + "]}]}";
    }

    /** A VAST document of one ad, whose impression carries what is given. */
    static String vast(String id, String impression) {
        return "<VAST version='4.2'><Ad id='" + id + "'><InLine><AdSystem>tests</AdSystem><AdTitle>" + id
                + "</AdTitle><Impression><![CDATA[" + impression + "]]></Impression><Creatives><Creative><Linear>"
                + "<Duration>00:00:15</Duration><MediaFiles><MediaFile delivery='progressive' type='video/mp4' "
                + "width='640' height='360'>https://cdn.example/a.mp4</MediaFile></MediaFiles></Linear></Creative>"
                + "</Creatives></InLine></Ad></VAST>";
    }

    @Override
    public void close() {
        server.close();
    }
}
