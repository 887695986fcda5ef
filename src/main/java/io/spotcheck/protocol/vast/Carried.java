package io.spotcheck.protocol.vast;

import io.spotcheck.xml.XmlElement;

/** VAST that another document carries. */
public sealed interface Carried {

    /** What its node is called. */
    String label();

    /**
     * As a text of its own, such as the markup of a bid.
     *
     * @param text  the decoded text
     * @param label what its node is called
     * @param base  the URL of the document that carries it, to which relative URLs refer
     */
    record Text(String text, String label, String base) implements Carried {
    }

    /**
     * As an element of the document that carries it: places are those of that document.
     *
     * @param element the element
     * @param text    the decoded text of the whole document
     * @param label   what its node is called
     * @param base    the URL of the document that carries it, to which relative URLs refer
     */
    record Element(XmlElement element, String text, String label, String base) implements Carried {
    }
}
