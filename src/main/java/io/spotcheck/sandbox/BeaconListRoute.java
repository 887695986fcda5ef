package io.spotcheck.sandbox;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Tells which beacons came, oldest first; DELETE forgets them. */
record BeaconListRoute(BeaconLog log, JsonMapper json) implements Route {
    private record Received(List<ReceivedBeacon> beacons) {
    }

    @Override
    public Reply answer(Request request) {
        if (request.method().equals("DELETE")) {
            log.clear();
            return Reply.bare(204);
        }
        return Reply.of(200, ContentType.JSON, json.writeValueAsBytes(new Received(log.all())));
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD", "DELETE");
    }
}
