package io.spotcheck.protocol.vmap;

import io.spotcheck.protocol.HandlerSettings;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.ProtocolHandlerProvider;

/** Makes handlers for tags of which nobody has said what they answer; the options are those of VMAP. */
public final class TagHandlerProvider implements ProtocolHandlerProvider {

    /** A provider. */
    public TagHandlerProvider() {
    }

    @Override
    public String protocol() {
        return TagProtocolHandler.VAST;
    }

    @Override
    public ProtocolHandler create(HandlerSettings settings) {
        return new TagProtocolHandler(VmapHandlerProvider.upstream(settings, "A tag"));
    }
}
