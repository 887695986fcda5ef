package io.spotcheck.desktop.source.assist;

import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.protocol.vast.catalogue.AttributeType;
import io.spotcheck.protocol.vast.catalogue.ChildType;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.EventType;
import io.spotcheck.protocol.vast.catalogue.Occurs;
import io.spotcheck.protocol.vast.catalogue.ValueType;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.protocol.vast.catalogue.VersionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An element of VAST.
 *
 * @param type    what the catalogue says of it
 * @param version the version that the document follows
 */
record VastElement(ElementType type, VastVersion version) implements MarkupElement {

    private static final Messages TEXTS = Messages.of(VastElement.class);
    private static final VastVersion FIRST = VastVersion.values()[0];
    private static final List<String> MEDIA_TYPES = List.of("video/mp4", "video/webm", "application/x-mpegURL",
            "application/dash+xml", "audio/mpeg", "audio/mp4", "image/png", "image/jpeg", "image/gif", "text/vtt",
            "text/html");

    /** The root of a document that declares this version, or none. */
    static VastElement root(Optional<String> declared) {
        return new VastElement(VastCatalogue.standard().root(),
                declared.flatMap(VastVersion::of).orElse(VastVersion.V4_3));
    }

    @Override
    public String name() {
        return type.name();
    }

    @Override
    public String about() {
        return type.about();
    }

    @Override
    public String section() {
        return TEXTS.get("section.vast", type.section());
    }

    @Override
    public Optional<String> holds() {
        return type.content() == ValueType.ELEMENTS ? Optional.empty() : Optional.of(type.content().description());
    }

    @Override
    public boolean isAddress() {
        return type.content() == ValueType.URI;
    }

    @Override
    public Optional<String> deprecated() {
        return type.deprecated().isEmpty() ? Optional.empty() : Optional.of(versions(type.deprecated()));
    }

    @Override
    public List<String> parents() {
        return type.parents().stream().map(ElementType::name).distinct().toList();
    }

    @Override
    public List<Attribute> attributes() {
        return type.attributes().stream().map(this::attribute).toList();
    }

    @Override
    public List<Child> children() {
        return type.children().stream().map(this::child).toList();
    }

    private Attribute attribute(AttributeType attribute) {
        var remarks = new ArrayList<Fact>();
        if (!attribute.required().isEmpty() && !attribute.required().equals(attribute.in())) {
            remarks.add(new Fact(TEXTS.get("fact.required"), versions(attribute.required())));
        }
        remarks.addAll(history(attribute.in(), attribute.deprecated()));
        if (attribute.loose()) {
            remarks.add(new Fact(TEXTS.get("fact.values"), TEXTS.get("loose")));
        }
        boolean isVersion = type.parents().isEmpty() && attribute.type() == ValueType.VERSION;
        return new Attribute(attribute.name(), attribute.type() == ValueType.ENUM
                ? String.join(", ", attribute.values()) : attribute.type().description(), values(attribute),
                attribute.required().contains(version), attribute.in().contains(version),
                attribute.deprecated().contains(version), isVersion ? version.label() : "", note(attribute), remarks);
    }

    private static String note(AttributeType attribute) {
        var words = new ArrayList<String>();
        if (!attribute.required().isEmpty()) {
            words.add(attribute.required().equals(VersionSet.ALL) ? TEXTS.get("required")
                    : TEXTS.get("required.in", attribute.required()));
        }
        if (!attribute.in().equals(VersionSet.ALL)) {
            words.add(TEXTS.get("in", attribute.in()));
        }
        if (!attribute.deprecated().isEmpty()) {
            words.add(TEXTS.get("deprecated", attribute.deprecated()));
        }
        return String.join(", ", words);
    }

    private Child child(ChildType child) {
        Optional<Occurs> occurs = child.occurs(version);
        return new Child(new VastElement(child.element(), version), occurs.filter(Occurs::isRequired).isPresent(),
                occurs.filter(Occurs::many).isPresent(), occurs.isPresent(),
                child.cardinality().stream().map(c -> c.in().equals(VersionSet.ALL) ? TEXTS.get("occurs." + c.occurs())
                        : TEXTS.get("occurs.in", TEXTS.get("occurs." + c.occurs()), c.in()))
                        .collect(Collectors.joining("; ")),
                history(child.in(), child.element().deprecated()));
    }

    private List<Fact> values(AttributeType attribute) {
        Stream<String> values = switch (attribute.type()) {
            case BOOLEAN -> Stream.of("true", "false");
            case VERSION -> Stream.of(VastVersion.values()).map(VastVersion::label);
            case MIME -> MEDIA_TYPES.stream();
            case X -> Stream.of("left", "right");
            case Y -> Stream.of("top", "bottom");
            default -> attribute.values().stream();
        };
        return attribute.type() == ValueType.EVENT
                ? VastCatalogue.standard().events().stream().filter(e -> e.in().contains(version))
                        .map(VastElement::event).toList()
                : values.map(value -> new Fact(value, "")).toList();
    }

    private static Fact event(EventType event) {
        return new Fact(event.name(), event.contexts().stream().map(EventType.Context::description).sorted()
                .collect(Collectors.joining(", ")));
    }

    private static List<Fact> history(VersionSet in, VersionSet deprecated) {
        var facts = new ArrayList<Fact>();
        Stream.of(VastVersion.values()).filter(in::contains).findFirst().ifPresent(first -> facts.add(new Fact(
                TEXTS.get("fact.introduced"), first == FIRST ? TEXTS.get("vast.first", first)
                        : TEXTS.get("vast.version", first))));
        if (!deprecated.isEmpty()) {
            facts.add(new Fact(TEXTS.get("fact.deprecated"), versions(deprecated)));
        }
        Stream.of(VastVersion.values()).filter(in::contains).reduce((_, later) -> later)
                .filter(last -> last != VastVersion.V4_3)
                .ifPresent(last -> facts.add(new Fact(TEXTS.get("fact.removed"),
                        TEXTS.get("vast.version", VastVersion.values()[last.ordinal() + 1]))));
        return facts;
    }

    private static String versions(VersionSet versions) {
        return versions.equals(VersionSet.ALL) ? TEXTS.get("vast.all") : TEXTS.get("vast.version", versions);
    }
}
