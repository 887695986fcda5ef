package io.spotcheck.desktop.shell;

import io.spotcheck.desktop.shell.Pasted.Document;
import io.spotcheck.desktop.shell.Pasted.Question;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What pasted JSON of OpenRTB is to a tab. */
final class PastedJson {

    /** The protocol of it all. */
    static final String PROTOCOL = "openrtb";

    /** Numbers keep the digits that were sent: a price of 1.10 is not 1.1. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private PastedJson() {
    }

    /** A bid request: it is what is sent, as it is. */
    static Pasted request(String text) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.set("request", JSON.readTree(text));
        return new Question(PROTOCOL, pretty(options));
    }

    /** A native ad alone is the markup of a bid; a native request alone belongs into an impression. */
    static Pasted nativeAd(String text) {
        JsonNode root = JSON.readTree(text);
        JsonNode bare = root.path("native").isObject() ? root.path("native") : root;
        if (!bare.has("link")) {
            return new Question(PROTOCOL, pretty(impression(JSON.writeValueAsString(root))));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("id", "pasted");
        answer.putArray("seatbid").addObject().putArray("bid").addObject().put("id", "pasted").put("impid", "1")
                .put("price", 1).put("adm", JSON.writeValueAsString(root));
        return new Document(PROTOCOL, pretty(answer), pretty(impression("{\"ver\":\"1.2\",\"assets\":[]}")));
    }

    private static ObjectNode impression(String nativeRequest) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.putArray("imp").addObject().put("id", "1").putObject("native").put("ver", "1.2")
                .put("request", nativeRequest);
        return options;
    }

    private static String pretty(JsonNode json) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
