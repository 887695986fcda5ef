package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.MalformedXmlException;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.BiConsumer;

/** One document for each version with nearly everything that it has, and nothing wrong. */
final class CompleteDocuments {

    private CompleteDocuments() {
    }

    static String text(VastVersion version) {
        return resource("complete-" + version.label() + ".xml");
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(CompleteDocuments.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Visits every element that the catalogue knows, with what it is in its place. */
    static void walk(String text, BiConsumer<XmlElement, ElementType> visitor) {
        try {
            walk(new XmlReader().read(text), VastCatalogue.standard().root(), visitor);
        } catch (MalformedXmlException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static void walk(XmlElement element, ElementType type, BiConsumer<XmlElement, ElementType> visitor) {
        visitor.accept(element, type);
        for (XmlElement child : element.children()) {
            type.child(child.name()).ifPresent(known -> walk(child, known.element(), visitor));
        }
    }
}
