package io.spotcheck.protocol.vast;

import io.spotcheck.protocol.HandlerSettings;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.ProtocolHandlerProvider;

/** Makes VAST handlers for configurations and profiles. */
public final class VastHandlerProvider implements ProtocolHandlerProvider {

    /** For the service loader. */
    public VastHandlerProvider() {
    }

    @Override
    public String protocol() {
        return "vast";
    }

    @Override
    public ProtocolHandler create(HandlerSettings settings) {
        return new VastProtocolHandler(
                new VastUpstream(settings.endpoints(), settings.policy(), settings.maxDepth()));
    }
}
