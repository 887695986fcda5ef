package io.spotcheck.workspace;

import io.spotcheck.ad.Dimensions;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a size that is written {@code 640x360}. */
final class DimensionsReader extends StdDeserializer<Dimensions> {

    DimensionsReader() {
        super(Dimensions.class);
    }

    @Override
    public Dimensions deserialize(JsonParser in, DeserializationContext context) {
        String text = in.getString();
        Optional<Dimensions> size = Dimensions.parse(text);
        return size.isPresent() ? size.get()
                : (Dimensions) context.handleWeirdStringValue(Dimensions.class, text, "write 640x360");
    }
}
