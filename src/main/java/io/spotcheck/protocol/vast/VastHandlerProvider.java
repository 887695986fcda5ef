package io.spotcheck.protocol.vast;

import io.spotcheck.protocol.HandlerSettings;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.ProtocolHandlerProvider;
import java.util.List;

/**
 * Makes VAST handlers for configurations and profiles. The option {@code parameters} maps names of query parameters to
 * fields of the request, such as {@code slot: slotId}; with {@code serverSide: true} the handler speaks as a server on
 * a device's behalf (VAST 4.3 §1.1.3).
 */
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
        List<String> options = RequestMapping.OPTIONS;
        settings.options().keySet().stream().filter(name -> !options.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("VAST has no option “" + name + "”; it has “"
                    + String.join("” and “", options) + "”");
        });
        return new VastProtocolHandler(new VastUpstream(settings.endpoints(), settings.policy(), settings.maxDepth(),
                RequestMapping.of(settings.options())));
    }
}
