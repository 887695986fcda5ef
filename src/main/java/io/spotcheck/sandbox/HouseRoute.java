package io.spotcheck.sandbox;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A house ad server. What a {@code POST} asks is JSON, {@code {"placement": "…", "viewer": {"id": "…"}, "player":
 * {"width": 640, "height": 360}}}, or a form of {@code placement}, {@code viewer}, {@code width} and {@code height};
 * its answer is JSON. What it was told comes back in the beacons, so that a test can see what arrived.
 */
record HouseRoute(Behaviour.House rule, TagTemplates templates, JsonMapper json) implements Route {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String XML_ENDING = ".xml";
    private static final String JSON_ENDING = ".json";

    /** What was asked, whichever way. */
    private record Asked(String placement, Map<String, String> facts, boolean xml) {
    }

    @Override
    public Reply answer(Request request) throws RefusedException, IOException {
        Asked asked = request.method().equals("POST") ? posted(request) : named(request);
        Behaviour.House.Placement placement = rule.placements().stream()
                .filter(one -> one.name().equals(asked.placement()) && (!asked.xml() || one.xml().isPresent()))
                .findFirst().orElse(rule.otherwise());
        String template = asked.xml() ? placement.xml().orElse(placement.json()) : placement.json();
        return Reply.text(200, ContentType.ofFile(template), templates.document(template, asked.facts()));
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD", "POST");
    }

    private static Asked named(Request request) {
        String rest = request.rest();
        boolean xml = rest.endsWith(XML_ENDING);
        String placement = xml ? rest.substring(0, rest.length() - XML_ENDING.length())
                : rest.endsWith(JSON_ENDING) ? rest.substring(0, rest.length() - JSON_ENDING.length()) : rest;
        return new Asked(placement, facts(request.parameter("viewer"), request.parameter("width"),
                request.parameter("height")), xml);
    }

    private Asked posted(Request request) throws RefusedException {
        if (request.header("content-type").filter(type -> type.startsWith(FORM)).isPresent()) {
            List<QueryParameter> fields = QueryParameter.listOf(request.body());
            return new Asked(field(fields, "placement").orElse(""),
                    facts(field(fields, "viewer"), field(fields, "width"), field(fields, "height")), false);
        }
        try {
            JsonNode body = json.readTree(request.body());
            return new Asked(body.at("/placement").asString(""),
                    facts(text(body, "/viewer/id"), text(body, "/player/width"), text(body, "/player/height")), false);
        } catch (JacksonException notJson) {
            throw new RefusedException(400, "The house ad server takes JSON or a form: "
                    + notJson.getOriginalMessage());
        }
    }

    private static Optional<String> text(JsonNode body, String place) {
        return Optional.of(body.at(place)).filter(JsonNode::isValueNode).map(node -> node.asString(""));
    }

    private static Optional<String> field(List<QueryParameter> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).map(QueryParameter::value).findFirst();
    }

    /** Encoded for the query of a URL, in which nothing can end a JSON text or an element. */
    private static Map<String, String> facts(Optional<String> viewer, Optional<String> width, Optional<String> height) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("viewer", encoded(viewer));
        facts.put("width", encoded(width));
        facts.put("height", encoded(height));
        return facts;
    }

    private static String encoded(Optional<String> value) {
        return URLEncoder.encode(value.orElse(""), StandardCharsets.UTF_8);
    }
}
