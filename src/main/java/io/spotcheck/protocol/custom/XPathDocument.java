package io.spotcheck.protocol.custom;

import io.spotcheck.xml.XmlAttribute;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * An answer in XML in which the XPath of the JDK finds places. It works on a DOM that is made of located elements: no
 * parser of the JDK sees the answer, so that no entity and no DTD is ever read. For one thread.
 *
 * <p>The JDK indexes the whole tree around a node anew for each evaluation. An expression that looks only downwards is
 * therefore evaluated on the element alone, and one that means the same everywhere is evaluated once.
 */
final class XPathDocument {

    private static final String ELEMENT = "element";
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern PREFIX = Pattern.compile("(?<![\\w.-])[A-Za-z_][\\w.-]*+:(?!:)(?=[A-Za-z_*])");
    private static final Pattern PREDICATE = Pattern.compile("\\[[^\\[\\]]*]");
    /** Absolute paths, ways up and sideways, and functions that look around. */
    private static final Pattern BEYOND = Pattern.compile("(?:^|[^\\w.*\\])/:-])\\s*/|\\.\\.|"
            + "(?:ancestor|ancestor-or-self|parent|following|following-sibling|preceding|preceding-sibling)\\s*::|"
            + "\\b(?:id|lang)\\s*\\(");
    private static final Pattern ABSOLUTE_PATH = Pattern.compile("\\s*/[\\w.:@*/-]*\\s*");

    private final Document document;
    private final XmlElement root;
    private final XPath paths = paths();
    private final Map<XmlElement, Element> copies = new IdentityHashMap<>();
    private final Map<String, Expression> expressions = new HashMap<>();
    private final Map<String, List<Part>> everywhere = new HashMap<>();

    private XPathDocument(Document document, XmlElement root) {
        this.document = document;
        this.root = root;
    }

    /** The whole of a document as a part. */
    static XmlPart of(XmlElement root) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var made = new XPathDocument(factory.newDocumentBuilder().newDocument(), root);
            made.document.appendChild(made.copy(root, made.copies));
            return XmlPart.whole(made, root);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK makes documents", impossible);
        }
    }

    /**
     * Looks whether a text is an expression.
     *
     * @throws XPathExpressionException if it is not
     */
    static void check(String place) throws XPathExpressionException {
        paths().compile(withoutPrefixes(place));
    }

    /** An XPath that runs nothing and reads nothing outside the document. */
    private static XPath paths() {
        try {
            XPathFactory factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newXPath();
        } catch (XPathFactoryConfigurationException impossible) {
            throw new IllegalStateException("the JDK evaluates securely", impossible);
        }
    }

    /** What is at a place, seen from a part. */
    List<Part> evaluate(String place, XmlPart from) {
        try {
            Expression expression = expression(place);
            if (from.isWhole()) {
                return from(expression.compiled, document, root);
            }
            if (expression.isAbsolute) {
                List<Part> known = everywhere.get(place);
                if (known == null) {
                    known = from(expression.compiled, document, root);
                    everywhere.put(place, known);
                }
                return known;
            }
            return from(expression.compiled, expression.looksDown ? from.alone() : copies.get(from.element()),
                    from.element());
        } catch (XPathExpressionException wrong) {
            // The form was looked at before; what is left depends on the document, such as a function of no nodes.
            return List.of();
        }
    }

    private List<Part> from(XPathExpression expression, Node node, XmlElement element)
            throws XPathExpressionException {
        XPathEvaluationResult<?> result = expression.evaluateExpression(node);
        if (result.type() == XPathResultType.NODESET) {
            var found = new ArrayList<Part>();
            ((XPathNodes) result.value()).forEach(one -> found.add(part(one)));
            return found;
        }
        if (Boolean.FALSE.equals(result.value())) {
            return List.of();
        }
        String value = expression.evaluate(node);
        return value.isBlank() ? List.of() : List.of(new XmlPart(this, element, "", Optional.of(value)));
    }

    private XmlPart part(Node node) {
        return switch (node) {
            case Attr attribute -> new XmlPart(this, located(attribute.getOwnerElement()), attribute.getName(),
                    Optional.of(attribute.getValue()));
            case Element element -> new XmlPart(this, located(element), "", Optional.empty());
            case Document _ -> XmlPart.whole(this, root);
            default -> new XmlPart(this, located(node.getParentNode()), "", Optional.of(node.getTextContent()));
        };
    }

    private static XmlElement located(Node element) {
        return (XmlElement) element.getUserData(ELEMENT);
    }

    /** An element without what is around it. */
    Element copy(XmlElement element) {
        return copy(element, new IdentityHashMap<>());
    }

    private Element copy(XmlElement element, Map<XmlElement, Element> made) {
        Element copy = document.createElement(element.name());
        copy.setUserData(ELEMENT, element, null);
        made.put(element, copy);
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
        element.children().forEach(child -> copy.appendChild(copy(child, made)));
        return copy;
    }

    /** Compiled once for a document: compiled expressions are not safe for use by many threads. */
    private Expression expression(String place) throws XPathExpressionException {
        Expression known = expressions.get(place);
        if (known == null) {
            known = new Expression(paths.compile(withoutPrefixes(place)),
                    !BEYOND.matcher(withoutLiterals(place)).find(),
                    ABSOLUTE_PATH.matcher(withoutPredicates(withoutLiterals(place))).matches());
            expressions.put(place, known);
        }
        return known;
    }

    /** Names go without prefixes, of which nobody says what they stand for; axes and literals stay as they are. */
    private static String withoutPrefixes(String place) {
        var plain = new StringBuilder();
        int at = 0;
        Matcher literals = LITERAL.matcher(place);
        while (literals.find()) {
            plain.append(PREFIX.matcher(place.substring(at, literals.start())).replaceAll("")).append(literals.group());
            at = literals.end();
        }
        return plain.append(PREFIX.matcher(place.substring(at)).replaceAll("")).toString();
    }

    private static String withoutLiterals(String place) {
        return LITERAL.matcher(place).replaceAll("''");
    }

    private static String withoutPredicates(String place) {
        String shorter = PREDICATE.matcher(place).replaceAll("");
        return shorter.equals(place) ? place : withoutPredicates(shorter);
    }

    /**
     * An expression.
     *
     * @param looksDown  whether it looks only at the context node and what is below it
     * @param isAbsolute whether it is one path from the root, which means the same everywhere
     */
    private record Expression(XPathExpression compiled, boolean looksDown, boolean isAbsolute) {
    }
}
