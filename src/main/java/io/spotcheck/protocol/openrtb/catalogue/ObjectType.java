package io.spotcheck.protocol.openrtb.catalogue;

import io.spotcheck.protocol.openrtb.catalogue.Release.Family;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * An object of OpenRTB or Native.
 *
 * @param name    its name, such as {@code Imp}
 * @param family  the specification that has it
 * @param section the section in its last version
 * @param byName  its fields, without {@code ext}
 * @param exts    where what its {@code ext} carried before has moved to: the path of the field by the old name
 */
public record ObjectType(String name, Family family, String section, Map<String, FieldType> byName,
                         Map<String, String> exts) {

    /** Its fields in the order of the specification, without {@code ext}. */
    public Collection<FieldType> fields() {
        return byName.values();
    }

    /** One of its fields. */
    public Optional<FieldType> field(String fieldName) {
        return Optional.ofNullable(byName.get(fieldName));
    }

    /** The document and section in a version, such as {@code OpenRTB 2.6 §3.2.4}; the numbers of 2.5 are the same. */
    public String spec(Release release) {
        return family == Family.NATIVE ? "Native 1.2 §" + section : "OpenRTB " + release.version() + " §" + section;
    }

    /** The document and section in the last version. */
    public String spec() {
        return spec(Release.LATEST_OPENRTB);
    }
}
