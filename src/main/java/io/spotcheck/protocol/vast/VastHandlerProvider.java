package io.spotcheck.protocol.vast;

import io.spotcheck.protocol.HandlerSettings;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.ProtocolHandlerProvider;
import java.util.List;
import java.util.Map;

/**
 * Makes VAST handlers for configurations and profiles. The option {@code parameters} maps names of query parameters to
 * fields of the request, such as {@code slot: slotId}; with {@code serverSide: true} the handler speaks as a server on
 * a device's behalf (VAST 4.3 §1.1.3).
 */
public final class VastHandlerProvider implements ProtocolHandlerProvider {

    private static final String PARAMETERS = "parameters";
    private static final String SERVER_SIDE = "serverSide";
    private static final List<String> OPTIONS = List.of(PARAMETERS, SERVER_SIDE);

    /** For the service loader. */
    public VastHandlerProvider() {
    }

    @Override
    public String protocol() {
        return "vast";
    }

    @Override
    public ProtocolHandler create(HandlerSettings settings) {
        settings.options().keySet().stream().filter(name -> !OPTIONS.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("VAST has no option “" + name + "”; it has “"
                    + String.join("” and “", OPTIONS) + "”");
        });
        return new VastProtocolHandler(new VastUpstream(settings.endpoints(), settings.policy(), settings.maxDepth(),
                RequestMapping.ofOption(settings.options().getOrDefault(PARAMETERS, Map.of()))
                        .withServerSide(serverSide(settings.options().getOrDefault(SERVER_SIDE, false)))));
    }

    private static boolean serverSide(Object option) {
        if (!(option instanceof Boolean says)) {
            throw new IllegalArgumentException("the option “" + SERVER_SIDE + "” is true or false");
        }
        return says;
    }
}
