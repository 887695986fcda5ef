package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.protocol.SpecificationData;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The elements of VMAP, as {@code elements.yaml} has them.
 *
 * @param elements   the elements by name
 * @param breakTypes what a break may be for
 * @param events     the events of a break
 * @param templates  what an ad response may be written in
 * @param versions   the versions that there are
 */
public record VmapElements(Map<String, Element> elements, List<String> breakTypes, List<String> events,
                    List<String> templates, List<String> versions) {

    /** How often an element may stand in its parent. */
    public enum Times {
        /** Once at most. */
        ONE,
        /** As often as one likes. */
        MANY
    }

    /** Whether an attribute must be there. */
    public enum Need {
        /** It must. */
        REQUIRED,
        /** It may. */
        OPTIONAL
    }

    /** What stands between the tags. */
    public enum Content {
        /** Elements of VMAP only. */
        ELEMENTS,
        /** Text only. */
        TEXT,
        /** What another specification, or nobody, rules. */
        OTHER
    }

    /**
     * An element.
     *
     * @param section    where the specification has it
     * @param about      what it is for, in one sentence
     * @param attributes its attributes
     * @param holds      what each attribute says
     * @param children   the elements inside, in the order that the schema wants
     * @param content    what stands between its tags
     */
    public record Element(String section, String about, Map<String, Need> attributes, Map<String, String> holds,
                          Map<String, Times> children, Content content) {

        /** Takes what the data leaves out for empty. */
        public Element(String section, String about, @Nullable Map<String, Need> attributes,
                       @Nullable Map<String, String> holds, @Nullable Map<String, Times> children,
                       @Nullable Content content) {
            this.section = section;
            this.about = about;
            this.holds = holds == null ? Map.of() : holds;
            this.attributes = attributes == null ? Map.of() : attributes;
            this.children = children == null ? Map.of() : children;
            this.content = content == null ? Content.ELEMENTS : content;
        }
    }

    /** Reading waits until somebody asks. */
    private static final class Standard {

        private static final VmapElements INSTANCE =
                SpecificationData.read("vmap", "elements.yaml", VmapElements.class);
    }

    /** The elements of VMAP 1.0.1. */
    public static VmapElements standard() {
        return Standard.INSTANCE;
    }

    /** The rule that says that a required attribute is not there. */
    static String missing(String element, String attribute) {
        String name = element.equals("VMAP") ? "" : element + "-";
        return ("VMAP-" + name + attribute + "-MISSING").toUpperCase(Locale.ROOT);
    }

    Element element(String name) {
        return Optional.ofNullable(elements.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The known element whose name differs in case only. */
    Optional<String> inAnotherCase(String written) {
        return elements.keySet().stream().filter(written::equalsIgnoreCase).findFirst();
    }
}
