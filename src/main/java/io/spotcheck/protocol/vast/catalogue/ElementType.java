package io.spotcheck.protocol.vast.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an element is in its place: a {@code Linear} of an {@code InLine} is another one than that of a
 * {@code Wrapper}. Immutable once the catalogue has been read; a class, because elements refer to each other.
 */
public final class ElementType {

    private final String id;
    private final String name;
    private final String section;
    private final String about;
    private final ValueType content;
    private final VersionSet deprecated;
    private final Map<String, AttributeType> attributes;
    private final List<AttributeType> required;
    private final Map<String, ChildType> childrenByName = new HashMap<>();
    private final List<ChildType> children = new ArrayList<>();
    private final List<ChildType> childrenView = Collections.unmodifiableList(children);
    private final List<ElementType> parents = new ArrayList<>();
    private final Map<VastVersion, List<ChildType>> requiredChildren = new EnumMap<>(VastVersion.class);

    ElementType(String id, String name, String section, String about, ValueType content, VersionSet deprecated,
                Map<String, AttributeType> attributes) {
        this.id = id;
        this.name = name;
        this.section = section;
        this.about = about;
        this.content = content;
        this.deprecated = deprecated;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        this.required = attributes.values().stream().filter(a -> !a.required().isEmpty()).toList();
    }

    void add(ChildType child) {
        childrenByName.put(child.name(), child);
        children.add(child);
        child.element().parents.add(this);
        for (VastVersion version : VastVersion.values()) {
            if (child.occurs(version).filter(Occurs::isRequired).isPresent()) {
                requiredChildren.computeIfAbsent(version, v -> new ArrayList<>()).add(child);
            }
        }
    }

    /** The name that no other element has: that of the element, unless it is another thing in another place. */
    public String id() {
        return id;
    }

    /** How it is written. */
    public String name() {
        return name;
    }

    /** The section of the text of VAST 4.3, such as {@code 3.8.1}. */
    public String section() {
        return section;
    }

    /** What it is for, in one sentence. */
    public String about() {
        return about;
    }

    /** What its text is; {@link ValueType#ELEMENTS} when it has none. */
    public ValueType content() {
        return content;
    }

    /** Whether it holds text rather than elements. */
    public boolean hasText() {
        return content != ValueType.ELEMENTS && content != ValueType.ANY;
    }

    /** The versions that advise against it. */
    public VersionSet deprecated() {
        return deprecated;
    }

    /** Its attributes of all versions. */
    public Collection<AttributeType> attributes() {
        return attributes.values();
    }

    /** Its attributes that some version requires. */
    public List<AttributeType> requiredAttributes() {
        return required;
    }

    /** One of its attributes. */
    public Optional<AttributeType> attribute(String attributeName) {
        return Optional.ofNullable(attributes.get(attributeName));
    }

    /** The elements that may stand in it, of all versions. */
    public List<ChildType> children() {
        return childrenView;
    }

    /** One of the elements that may stand in it. */
    public Optional<ChildType> child(String childName) {
        return Optional.ofNullable(childrenByName.get(childName));
    }

    /** The elements that must stand in it in a version. */
    public List<ChildType> requiredChildren(VastVersion version) {
        return Collections.unmodifiableList(requiredChildren.getOrDefault(version, List.of()));
    }

    /** The elements that it may stand in; none for the root. */
    public List<ElementType> parents() {
        return Collections.unmodifiableList(parents);
    }

    @Override
    public String toString() {
        return id;
    }
}
