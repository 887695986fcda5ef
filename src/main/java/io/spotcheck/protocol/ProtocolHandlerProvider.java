package io.spotcheck.protocol;

/**
 * Makes the handlers of one protocol. Found by {@link java.util.ServiceLoader}, so that a jar on the class path can
 * bring a protocol of its own.
 */
public interface ProtocolHandlerProvider {

    /** The protocol's name in configurations and profiles, such as {@code vast}: lower case, no blanks. */
    String protocol();

    /** Makes a handler. */
    ProtocolHandler create(HandlerSettings settings);
}
