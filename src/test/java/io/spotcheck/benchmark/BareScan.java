package io.spotcheck.benchmark;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.LocationInfo;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The least that reading a document with places can take: one pass of the parser over the bytes, with every location,
 * name, value and text asked for, and nothing kept.
 */
final class BareScan {

    private final WstxInputFactory factory = new WstxInputFactory();

    BareScan() {
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    }

    /** A number in which everything that was asked for has gone. */
    long scan(byte[] document) throws XMLStreamException {
        var reader = (XMLStreamReader2) factory.createXMLStreamReader(new ByteArrayInputStream(document));
        long sum = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> sum += place(reader) + start(reader);
                case XMLStreamConstants.END_ELEMENT -> sum += place(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        sum += place(reader) + reader.getText().length();
                default -> sum++;
            }
        }
        reader.closeCompletely();
        return sum;
    }

    private static long start(XMLStreamReader2 reader) {
        long sum = reader.getLocalName().length();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            sum += reader.getAttributeLocalName(i).length() + reader.getAttributeValue(i).length();
        }
        return sum;
    }

    private static long place(XMLStreamReader2 reader) throws XMLStreamException {
        LocationInfo places = reader.getLocationInfo();
        var start = places.getStartLocation();
        return start.getLineNumber() + start.getColumnNumber() + start.getCharacterOffset()
                + places.getEndingCharOffset();
    }
}
