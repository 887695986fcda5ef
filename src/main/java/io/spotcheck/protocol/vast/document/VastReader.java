package io.spotcheck.protocol.vast.document;

import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.protocol.ReceivedText;
import io.spotcheck.resolution.Location;
import io.spotcheck.xml.MalformedXmlException;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlReader;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads VAST documents of versions 2.0 to 4.3, with or without a namespace. Elements that no version knows are passed
 * over: what is wrong with a document is the affair of the lint engine. Safe for use by many threads.
 */
public final class VastReader {

    private static final int XML_ERROR = 100;
    private static final int SCHEMA_ERROR = 101;
    private static final int VERSION_ERROR = 102;

    /** VAST 1 had another root, and VAST 5 does not exist; other versions differ too little to refuse them. */
    private static final Pattern UNSUPPORTED_VERSION = Pattern.compile("(?:0*1|0*[5-9]|0*[1-9]\\d+)(?:\\.\\d+)*");

    private final XmlReader xml = new XmlReader();

    /**
     * Reads a document.
     *
     * @param text the decoded text
     * @throws VastException if it is not XML, or not VAST, or of a version that is not supported
     */
    public VastDocument read(String text) throws VastException {
        XmlElement root;
        try {
            root = xml.read(text);
        } catch (MalformedXmlException broken) {
            throw notXml(text, broken);
        }
        return read(root, text);
    }

    /**
     * Reads a VAST element that stands within another document.
     *
     * @param root the element
     * @param text the decoded text of the document around it
     * @throws VastException if it is not VAST, or of a version that is not supported
     */
    public VastDocument read(XmlElement root, String text) throws VastException {
        if (!root.name().equalsIgnoreCase("VAST")) {
            throw notVast(root);
        }
        String version = ElementSearch.value(root, "version").orElse("");
        if (UNSUPPORTED_VERSION.matcher(version).matches()) {
            throw new VastException("VAST-VERSION-UNKNOWN", ErrorCode.UNSUPPORTED, VERSION_ERROR,
                    "VAST " + version + " is not supported.", root.location());
        }
        List<VastAd> ads = ElementSearch.children(root, "Ad").stream().map(new AdReader(text)::ad).toList();
        return new VastDocument(version, ads,
                CreativeReader.beacons(ElementSearch.children(root, "Error"), "error", Scope.AD), root);
    }

    private static VastException notXml(String text, MalformedXmlException broken) {
        if (broken.isLimit()) {
            return new VastException("XML-LIMIT", ErrorCode.LIMIT_REACHED, XML_ERROR,
                    "The document goes beyond a limit: " + broken.getMessage(), broken.location());
        }
        String message = ReceivedText.kindOfOther(text).map(kind -> "This is " + kind + ", not VAST.")
                .orElseGet(() -> "The XML is not well-formed: " + broken.getMessage());
        return new VastException("XML-MALFORMED", ErrorCode.MALFORMED, XML_ERROR, message, broken.location());
    }

    private static VastException notVast(XmlElement root) {
        Location place = root.location();
        return switch (root.name().toLowerCase(Locale.ROOT)) {
            case "videoadservingtemplate" -> new VastException("VAST-ROOT-VAST1", ErrorCode.UNSUPPORTED, VERSION_ERROR,
                    "VAST 1.0 is not supported.", place);
            case "daast" -> new VastException("VAST-ROOT-DAAST", ErrorCode.UNSUPPORTED, VERSION_ERROR,
                    "DAAST is not supported; VAST 4.1 and later serve audio.", place);
            case "vmap" -> new VastException("VAST-ROOT-UNKNOWN", ErrorCode.UNSUPPORTED, SCHEMA_ERROR,
                    "This is a VMAP schedule, not VAST; ask with the protocol vmap.", place);
            case "html" -> new VastException("VAST-ROOT-UNKNOWN", ErrorCode.MALFORMED, SCHEMA_ERROR,
                    "This is an HTML page, not VAST.", place);
            default -> new VastException("VAST-ROOT-UNKNOWN", ErrorCode.MALFORMED, SCHEMA_ERROR,
                    "The root element is “" + root.name() + "”, not “VAST”.", place);
        };
    }
}
