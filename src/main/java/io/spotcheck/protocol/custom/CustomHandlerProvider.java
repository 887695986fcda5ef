package io.spotcheck.protocol.custom;

import io.spotcheck.protocol.HandlerSettings;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.ProtocolHandlerProvider;

/**
 * Makes handlers of described protocols for configurations and profiles; the package tells of the options that
 * describe one. The depth of wrappers counts where an answer carries VAST.
 */
public final class CustomHandlerProvider implements ProtocolHandlerProvider {

    /** For the service loader. */
    public CustomHandlerProvider() {
    }

    @Override
    public String protocol() {
        return "custom";
    }

    @Override
    public ProtocolHandler create(HandlerSettings settings) {
        return new CustomProtocolHandler(new CustomUpstream(settings.endpoints(), settings.policy(),
                CustomDescription.of(settings.options()), settings.maxDepth()));
    }
}
