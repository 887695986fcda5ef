package io.spotcheck.desktop.source.assist;

import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.protocol.vmap.lint.VmapElements.Content;
import io.spotcheck.protocol.vmap.lint.VmapElements.Need;
import io.spotcheck.protocol.vmap.lint.VmapElements.Times;
import io.spotcheck.protocol.vmap.lint.VmapElements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An element of VMAP.
 *
 * @param name    how it is written
 * @param type    what the data says of it
 * @param carried the root of the VAST that it may carry
 */
record VmapElement(String name, VmapElements.Element type, MarkupElement carried) implements MarkupElement {

    /** The root of a schedule. */
    static final String ROOT = "VMAP";
    /** The element that was a mistake. */
    private static final String MISTAKE = "VASTData";
    private static final Set<String> CARRIERS = Set.of("VASTAdData", MISTAKE);
    private static final Set<String> FLAGS = Set.of("allowMultipleAds", "followRedirects");
    private static final List<String> OFFSETS = List.of("start", "end", "00:00:00", "25%", "#1");
    private static final Messages TEXTS = Messages.of(VmapElement.class);

    /** The root of a schedule, whose VAST follows a version. */
    static VmapElement root(MarkupElement vast) {
        return named(ROOT, vast);
    }

    private static VmapElement named(String name, MarkupElement vast) {
        return new VmapElement(name, Objects.requireNonNull(VmapElements.standard().elements().get(name), name), vast);
    }

    @Override
    public String about() {
        return type.about();
    }

    @Override
    public String section() {
        return TEXTS.get("section.vmap", type.section());
    }

    @Override
    public Optional<String> holds() {
        return type.content() != Content.TEXT ? Optional.empty()
                : Optional.of(TEXTS.get(isAddress() ? "vmap.address" : "vmap.text"));
    }

    @Override
    public boolean isAddress() {
        return type.content() == Content.TEXT;
    }

    @Override
    public Optional<String> deprecated() {
        return name.equals(MISTAKE) ? Optional.of(TEXTS.get("vmap.version")) : Optional.empty();
    }

    @Override
    public List<String> parents() {
        return VmapElements.standard().elements().entrySet().stream()
                .filter(e -> e.getValue().children().containsKey(name)).map(Map.Entry::getKey).toList();
    }

    @Override
    public List<Attribute> attributes() {
        return type.attributes().entrySet().stream().map(e -> new Attribute(e.getKey(),
                type.holds().getOrDefault(e.getKey(), ""), values(e.getKey()), e.getValue() == Need.REQUIRED, true,
                false, name.equals(ROOT) && e.getKey().equals("version") ? "1.0" : "",
                e.getValue() == Need.REQUIRED ? TEXTS.get("required") : "", List.of())).toList();
    }

    @Override
    public List<Child> children() {
        var children = new ArrayList<Child>();
        type.children().forEach((child, times) -> children.add(new Child(named(child, carried), false,
                times == Times.MANY, !child.equals(MISTAKE), TEXTS.get(times == Times.MANY ? "occurs.0..n"
                        : "occurs.0..1"), List.of())));
        if (CARRIERS.contains(name)) {
            children.add(new Child(carried, true, false, true, TEXTS.get("occurs.1"), List.of()));
        }
        return children;
    }

    private List<Fact> values(String attribute) {
        VmapElements data = VmapElements.standard();
        List<String> values = FLAGS.contains(attribute) ? List.of("true", "false") : switch (attribute) {
            case "version" -> name.equals(ROOT) ? data.versions() : List.<String>of();
            case "timeOffset" -> OFFSETS;
            case "breakType" -> data.breakTypes();
            case "event" -> data.events();
            case "templateType" -> data.templates();
            default -> List.<String>of();
        };
        return values.stream().map(value -> new Fact(value, attribute.equals("timeOffset") || attribute.equals("event")
                ? TEXTS.get("vmap." + attribute + "." + value.replaceAll("[^\\w]", "")) : "")).toList();
    }
}
