package io.spotcheck.protocol.vast;

import io.spotcheck.protocol.HandlerSettings;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.ProtocolHandlerProvider;
import java.util.Map;

/**
 * Makes VAST handlers for configurations and profiles. The option {@code parameters} maps names of query parameters to
 * fields of the request, such as {@code slot: slotId}.
 */
public final class VastHandlerProvider implements ProtocolHandlerProvider {

    private static final String PARAMETERS = "parameters";

    /** For the service loader. */
    public VastHandlerProvider() {
    }

    @Override
    public String protocol() {
        return "vast";
    }

    @Override
    public ProtocolHandler create(HandlerSettings settings) {
        settings.options().keySet().stream().filter(name -> !name.equals(PARAMETERS)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("VAST has no option “" + name + "”; it has “" + PARAMETERS + "”");
        });
        return new VastProtocolHandler(new VastUpstream(settings.endpoints(), settings.policy(), settings.maxDepth(),
                RequestMapping.ofOption(settings.options().getOrDefault(PARAMETERS, Map.of()))));
    }
}
