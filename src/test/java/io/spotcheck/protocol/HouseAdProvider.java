package io.spotcheck.protocol;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.tracking.TrackingResult;

/** A protocol as somebody else would bring it in a jar: it serves the same ad always. */
public final class HouseAdProvider implements ProtocolHandlerProvider {

    @Override
    public String protocol() {
        return "house";
    }

    @Override
    public ProtocolHandler create(HandlerSettings settings) {
        String endpoint = settings.endpoints().getFirst().url();
        return new ProtocolHandler() {
            @Override
            public AdResponse fetch(AdRequest request, FetchContext context) {
                OpenNode node = context.root().open(NodeKind.DOCUMENT, endpoint);
                node.succeed();
                return AdResponse.served(request.slotId()).adId("house-1").creativeUrl(endpoint).build();
            }

            @Override
            public TrackingResult track(String event, AdResponse response, TrackContext context) {
                return TrackingResult.notDeclared(event);
            }

            @Override
            public RequestValidation validateRequest(AdRequest request) {
                return RequestValidation.of(request);
            }

            @Override
            public String protocol() {
                return "house";
            }
        };
    }
}
