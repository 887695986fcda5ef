package io.spotcheck.protocol.openrtb;

import io.spotcheck.protocol.HandlerSettings;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.ProtocolHandlerProvider;

/** Makes OpenRTB handlers for configurations and profiles; their options are those of {@link OpenRtbOptions}. */
public final class OpenRtbHandlerProvider implements ProtocolHandlerProvider {

    /** For the service loader. */
    public OpenRtbHandlerProvider() {
    }

    @Override
    public String protocol() {
        return OpenRtbProtocolHandler.PROTOCOL;
    }

    @Override
    public ProtocolHandler create(HandlerSettings settings) {
        return new OpenRtbProtocolHandler(new OpenRtbUpstream(settings.endpoints(), settings.policy(),
                settings.maxDepth(), OpenRtbOptions.of(settings.options())));
    }
}
