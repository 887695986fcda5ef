package io.spotcheck.protocol.openrtb.macro;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Base64 under the name {@code B64}, the example of the specification. */
public final class Base64Encoder implements MacroEncoder {

    @Override
    public String name() {
        return "B64";
    }

    @Override
    public Optional<String> encode(String value) {
        return Optional.of(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
    }
}
