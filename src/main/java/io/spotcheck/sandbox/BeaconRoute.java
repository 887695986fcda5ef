package io.spotcheck.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;

/** Records a beacon and answers 204, or a transparent pixel where the path ends in {@code .gif}. */
record BeaconRoute(BeaconLog log, InstantSource clock) implements Route {
    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    @Override
    public Reply answer(Request request) {
        Instant at = clock.instant();
        log.add(new ReceivedBeacon(
                at, request.method(), request.path(), request.rawQuery(), request.query(), request.headers()));
        return request.path().endsWith(".gif") ? Reply.of(200, ContentType.GIF, PIXEL.clone()) : Reply.bare(204);
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD", "POST");
    }
}
