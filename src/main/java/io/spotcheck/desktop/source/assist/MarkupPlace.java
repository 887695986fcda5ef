package io.spotcheck.desktop.source.assist;

import io.spotcheck.desktop.source.assist.MarkupElement.Child;
import java.util.List;
import java.util.Optional;

/**
 * What the element at the end of a path is, and as what it stands in the one around it.
 *
 * @param element what it is
 * @param child   as what it stands there; nothing for the root
 */
record MarkupPlace(MarkupElement element, Optional<Child> child) {

    /** The roots that a document can have. */
    static List<MarkupElement> roots(Optional<String> version) {
        VastElement vast = VastElement.root(version);
        return List.of(vast, VmapElement.root(vast));
    }

    /** Follows a path of names without prefixes; empty when no specification has such an element there. */
    static Optional<MarkupPlace> at(List<String> path, Optional<String> version) {
        List<MarkupElement> roots = roots(version);
        // A VAST document may be carried by another one that is no schedule.
        int start = Math.max(path.indexOf(VmapElement.ROOT), -1);
        start = start < 0 ? path.lastIndexOf(roots.getFirst().name()) : start;
        if (start < 0) {
            return Optional.empty();
        }
        String first = path.get(start);
        Optional<MarkupPlace> here = roots.stream().filter(r -> r.name().equals(first)).findFirst()
                .map(r -> new MarkupPlace(r, Optional.empty()));
        for (String name : path.subList(start + 1, path.size())) {
            here = here.flatMap(p -> p.element().children().stream().filter(c -> c.name().equals(name)).findFirst())
                    .map(c -> new MarkupPlace(c.element(), Optional.of(c)));
        }
        return here;
    }
}
