package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.VastVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** The official schemas of VAST 2.0 to 4.2; there is none of 4.3. */
final class Schemas {

    private static final Map<VastVersion, String> FILES = Map.of(VastVersion.V2_0, "vast_2.0.1.xsd",
            VastVersion.V3_0, "vast3_draft.xsd", VastVersion.V4_0, "vast4.xsd", VastVersion.V4_1, "vast_4.1.xsd",
            VastVersion.V4_2, "vast_4.2.xsd");

    private final Map<VastVersion, Schema> schemas = new EnumMap<>(VastVersion.class);
    private final SAXParserFactory parsers = SAXParserFactory.newInstance();

    Schemas(Path folder) {
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        FILES.forEach((version, file) -> {
            try {
                schemas.put(version, factory.newSchema(folder.resolve(file).toFile()));
            } catch (SAXException broken) {
                throw new IllegalArgumentException(file, broken);
            }
        });
        parsers.setNamespaceAware(true);
    }

    boolean has(VastVersion version) {
        return schemas.containsKey(version);
    }

    /**
     * What the schema has against a document. The namespace of VAST is supplied where the schema wants one and taken
     * away where it wants none; brackets of macros, which the validator takes for no URI, are taken away.
     */
    List<String> errors(String document, VastVersion version) {
        String text = document.strip().replaceAll("\\[([A-Z]+)]", "$1");
        String namespace = version.isAtLeast(VastVersion.V4_0) ? "http://www.iab.com/VAST" : "";
        var errors = new ArrayList<String>();
        try {
            XMLReader reader = parsers.newSAXParser().getXMLReader();
            Validator validator = schemas.get(version).newValidator();
            validator.setErrorHandler(new Collector(errors));
            validator.validate(new SAXSource(new Namespace(reader, namespace),
                    new InputSource(new StringReader(text))));
        } catch (SAXException broken) {
            errors.add(broken.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return errors;
    }

    private record Collector(List<String> errors) implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {
            // Only errors make a document invalid.
        }

        @Override
        public void error(SAXParseException error) {
            errors.add(error.getLineNumber() + ": " + error.getMessage());
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }

    /** Puts the elements of VAST into the namespace that the schema wants; those of extensions stay where they are. */
    private static final class Namespace extends XMLFilterImpl {

        private final String namespace;

        private Namespace(XMLReader parent, String namespace) {
            super(parent);
            this.namespace = namespace;
        }

        private String of(String uri) {
            return uri.isEmpty() || uri.equals("http://www.iab.com/VAST") ? namespace : uri;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes)
                throws SAXException {
            super.startElement(of(uri), name, qualified, attributes);
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            super.endElement(of(uri), name, qualified);
        }
    }
}
