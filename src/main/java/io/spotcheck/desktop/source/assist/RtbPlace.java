package io.spotcheck.desktop.source.assist;

import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which object of OpenRTB or Native an object of a document is. */
final class RtbPlace {

    private static final List<String> ROOTS = List.of("BidRequest", "BidResponse", "NativeRequest", "NativeResponse");
    private static final String WRAPPING = "native";
    /** What only the assets and trackers of an answer have. */
    private static final Set<String> ANSWERING = Set.of("text", "value", "url", "method", "vasttag");

    private RtbPlace() {
    }

    /** The object in which the caret is; empty when nothing shows that the document is one of OpenRTB 2.x. */
    static Optional<ObjectType> of(JsonCursor cursor) {
        List<String> path = cursor.path();
        Optional<ObjectType> here = root(cursor);
        boolean wrapped = !path.isEmpty() && path.getFirst().equals(WRAPPING)
                && here.filter(t -> t.field(WRAPPING).isEmpty()).isPresent();
        for (String name : wrapped ? path.subList(1, path.size()) : path) {
            here = here.flatMap(t -> t.field(name)).flatMap(FieldType::object);
        }
        return here;
    }

    private static Optional<ObjectType> root(JsonCursor cursor) {
        RtbCatalogue catalogue = RtbCatalogue.standard();
        Optional<ObjectType> best = Optional.empty();
        long most = 0;
        for (String name : ROOTS) {
            ObjectType type = catalogue.object(name);
            long signs = cursor.root().stream().filter(n -> type.field(n).isPresent() && isOnlyOf(name, n)).count();
            if (signs > most) {
                most = signs;
                best = Optional.of(type);
            }
        }
        if (best.isEmpty() && (cursor.root().contains("assets") || cursor.root().contains("eventtrackers"))) {
            boolean answers = cursor.all().stream().anyMatch(ANSWERING::contains);
            best = Optional.of(catalogue.object(answers ? "NativeResponse" : "NativeRequest"));
        }
        return best;
    }

    private static boolean isOnlyOf(String root, String field) {
        return ROOTS.stream().filter(other -> !other.equals(root))
                .noneMatch(other -> RtbCatalogue.standard().object(other).field(field).isPresent());
    }

    /** The objects that a request or an answer can begin with, when nothing shows which one it is. */
    static Collection<ObjectType> roots() {
        return ROOTS.stream().limit(2).map(RtbCatalogue.standard()::object).toList();
    }

    /** Where objects of a type stand, such as {@code Imp.video}. */
    static List<String> homes(ObjectType type) {
        return RtbCatalogue.standard().objects().stream().flatMap(holder -> holder.fields().stream()
                .filter(f -> f.object().filter(type::equals).isPresent())
                .map(f -> holder.name() + "." + f.name())).distinct().collect(Collectors.toList());
    }
}
