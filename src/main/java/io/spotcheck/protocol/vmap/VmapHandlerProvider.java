package io.spotcheck.protocol.vmap;

import io.spotcheck.protocol.HandlerSettings;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.ProtocolHandlerProvider;
import io.spotcheck.protocol.vast.RequestMapping;
import io.spotcheck.protocol.vast.VastUpstream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes VMAP handlers for configurations and profiles. The option {@code parameters} maps names of query parameters to
 * fields of the request, such as {@code slot: slotId}; with {@code serverSide: true} the handler speaks as a server on
 * a device's behalf; {@code maxDocuments} and {@code breaksAtOnce} are limits for the whole of a schedule.
 */
public final class VmapHandlerProvider implements ProtocolHandlerProvider {

    private static final String MAX_DOCUMENTS = "maxDocuments";
    private static final String BREAKS_AT_ONCE = "breaksAtOnce";
    private static final List<String> OPTIONS = Stream.concat(RequestMapping.OPTIONS.stream(),
            Stream.of(MAX_DOCUMENTS, BREAKS_AT_ONCE)).toList();

    /** For the service loader. */
    public VmapHandlerProvider() {
    }

    @Override
    public String protocol() {
        return VmapProtocolHandler.NAME;
    }

    @Override
    public ProtocolHandler create(HandlerSettings settings) {
        return new VmapProtocolHandler(upstream(settings, "VMAP"));
    }

    /**
     * Whom to ask, and within which limits.
     *
     * @param speaker who has these options, for errors
     * @throws IllegalArgumentException if an option is not known or wrong
     */
    static VmapUpstream upstream(HandlerSettings settings, String speaker) {
        settings.options().keySet().stream().filter(name -> !OPTIONS.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(speaker + " has no option “" + name + "”; it has “"
                    + String.join("”, “", OPTIONS) + "”");
        });
        var server = new VastUpstream(settings.endpoints(), settings.policy(), settings.maxDepth(),
                RequestMapping.of(settings.options()));
        return new VmapUpstream(server, number(settings, MAX_DOCUMENTS, VmapUpstream.DEFAULT_MAX_DOCUMENTS),
                number(settings, BREAKS_AT_ONCE, VmapUpstream.DEFAULT_BREAKS_AT_ONCE));
    }

    private static int number(HandlerSettings settings, String option, int standard) {
        Object value = settings.options().getOrDefault(option, standard);
        if (!(value instanceof Integer number)) {
            throw new IllegalArgumentException("the option “" + option + "” is a whole number, not “" + value + "”");
        }
        return number;
    }
}
