package io.spotcheck.protocol.custom;

import io.spotcheck.resolution.Location;
import io.spotcheck.xml.XmlAttribute;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathEvaluationResult.XPathResultType;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathNodes;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A part of an answer in XML. Places are evaluated by the XPath of the JDK over a DOM that is made of located elements:
 * no parser of the JDK sees the answer, so that no entity and no DTD is ever read.
 */
final class XmlPart implements Part {

    private static final String ELEMENT = "element";

    private final Evaluation evaluation;
    private final Node node;
    private final Optional<String> computed;

    private XmlPart(Evaluation evaluation, Node node, Optional<String> computed) {
        this.evaluation = evaluation;
        this.node = node;
        this.computed = computed;
    }

    /** The whole of a document. Its parts are for one thread. */
    static XmlPart of(XmlElement root) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Document document = factory.newDocumentBuilder().newDocument();
            document.setUserData(ELEMENT, root, null);
            document.appendChild(copy(root, document));
            return new XmlPart(new Evaluation(paths(), new HashMap<>()), document, Optional.empty());
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK makes documents", impossible);
        }
    }

    /** An XPath that runs nothing and reads nothing outside the document. */
    static XPath paths() {
        try {
            XPathFactory factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newXPath();
        } catch (XPathFactoryConfigurationException impossible) {
            throw new IllegalStateException("the JDK evaluates securely", impossible);
        }
    }

    private static Element copy(XmlElement element, Document document) {
        Element copy = document.createElement(element.name());
        copy.setUserData(ELEMENT, element, null);
        for (XmlAttribute attribute : element.attributes()) {
            String name = attribute.name().substring(attribute.name().indexOf(':') + 1);
            boolean declaration = attribute.name().equals("xmlns") || attribute.name().startsWith("xmlns:");
            if (!declaration && !copy.hasAttribute(name)) {
                copy.setAttribute(name, attribute.value());
            }
        }
        if (!element.text().isEmpty()) {
            copy.appendChild(document.createTextNode(element.text()));
        }
        element.children().forEach(child -> copy.appendChild(copy(child, document)));
        return copy;
    }

    @Override
    public List<Part> all(String place) {
        try {
            XPathExpression expression = evaluation.compiled(place);
            XPathEvaluationResult<?> result = expression.evaluateExpression(node);
            if (result.type() == XPathResultType.NODESET) {
                var found = new ArrayList<Part>();
                ((XPathNodes) result.value()).forEach(one -> found.add(new XmlPart(evaluation, one, Optional.empty())));
                return found;
            }
            String value = expression.evaluate(node);
            return value.isBlank() || Boolean.FALSE.equals(result.value()) ? List.of()
                    : List.of(new XmlPart(evaluation, node, Optional.of(value)));
        } catch (XPathExpressionException wrong) {
            // The form was looked at before; what is left depends on the document, such as a function of no nodes.
            return List.of();
        }
    }

    @Override
    public boolean lacks(String place) {
        // A list of elements has no element of its own: none of them is an empty list.
        return false;
    }

    @Override
    public Optional<String> text() {
        return Optional.of(computed.orElseGet(node::getTextContent).strip()).filter(text -> !text.isEmpty());
    }

    @Override
    public Location location() {
        Node owner = node instanceof Attr attribute ? attribute.getOwnerElement() : node;
        while (owner.getUserData(ELEMENT) == null) {
            owner = owner.getParentNode();
        }
        Location place = ((XmlElement) owner.getUserData(ELEMENT)).location();
        return node instanceof Attr attribute
                ? new Location(place.line(), place.column(), place.path() + "/@" + attribute.getName()) : place;
    }

    @Override
    public Location nearest(String place) {
        List<Part> found = all(place);
        return found.isEmpty() ? location() : found.getFirst().location();
    }

    /** Expressions that are compiled once for a document; they are not safe for use by many threads. */
    private record Evaluation(XPath paths, Map<String, XPathExpression> byText) {

        XPathExpression compiled(String place) throws XPathExpressionException {
            XPathExpression known = byText.get(place);
            if (known != null) {
                return known;
            }
            XPathExpression expression = paths.compile(place);
            byText.put(place, expression);
            return expression;
        }
    }
}
