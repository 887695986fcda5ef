/**
 * What a protocol has to bring to take part: {@link io.spotcheck.protocol.ProtocolHandler}, and
 * {@link io.spotcheck.protocol.ProtocolHandlerProvider} for handlers that come in a jar of their own.
 */
@NullMarked
package io.spotcheck.protocol;

import org.jspecify.annotations.NullMarked;
