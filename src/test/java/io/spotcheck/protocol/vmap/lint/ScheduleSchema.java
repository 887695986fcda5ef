package io.spotcheck.protocol.vmap.lint;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The official schema of VMAP. It wants VAST in a namespace that the schema of VAST 3.0 does not have, and that no
 * document has: here both get it. VAST of other versions than 3.0 is not judged by it.
 */
final class ScheduleSchema {

    private static final String VAST = "http://www.iab.net/videosuite/vast";

    private final Schema schema;
    private final SAXParserFactory parsers = SAXParserFactory.newInstance();

    ScheduleSchema(Path folder) throws IOException {
        String vast = Files.readString(folder.resolve("vast3_draft.xsd")).replaceFirst("<xs:schema ",
                "<xs:schema targetNamespace=\"" + VAST + "\" xmlns=\"" + VAST + "\" ");
        String vmap = Files.readString(folder.resolve("vmap.xsd")).replaceFirst("<xs:import [^>]*/>",
                "<xs:import namespace=\"" + VAST + "\"/>");
        try {
            schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new Source[] {
                new StreamSource(new StringReader(vast)), new StreamSource(new StringReader(vmap))});
        } catch (SAXException broken) {
            throw new IllegalArgumentException(folder.toString(), broken);
        }
        parsers.setNamespaceAware(true);
    }

    /** What the schema has against a document: the lines. Brackets of macros, which are no URI, are taken away. */
    List<Integer> faultyLines(String document) {
        var lines = new ArrayList<Integer>();
        try {
            Validator validator = schema.newValidator();
            validator.setErrorHandler(new Lines(lines));
            validator.validate(new SAXSource(new VastNamespace(parsers.newSAXParser().getXMLReader()),
                    new InputSource(new StringReader(document.strip().replaceAll("\\[([A-Z_]+)]", "$1")))));
        } catch (SAXParseException broken) {
            lines.add(broken.getLineNumber());
        } catch (SAXException | ParserConfigurationException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lines.stream().distinct().toList();
    }

    private record Lines(List<Integer> lines) implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {
            // Only errors make a document invalid.
        }

        @Override
        public void error(SAXParseException error) {
            lines.add(error.getLineNumber());
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }

    /** Puts what stands in no namespace into that of VAST, from the root of VAST on. */
    private static final class VastNamespace extends XMLFilterImpl {

        private int depth;

        private VastNamespace(XMLReader parent) {
            super(parent);
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes)
                throws SAXException {
            depth += depth > 0 || name.equals("VAST") ? 1 : 0;
            var kept = new AttributesImpl(attributes);
            int type = kept.getIndex(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
            if (type >= 0) {
                // Extensions name types of schemas that only their makers have.
                kept.removeAttribute(type);
            }
            super.startElement(depth > 0 && uri.isEmpty() ? VAST : uri, name, qualified, kept);
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            super.endElement(depth > 0 && uri.isEmpty() ? VAST : uri, name, qualified);
            depth -= depth > 0 ? 1 : 0;
        }
    }
}
