package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonElement.Kind;
import io.spotcheck.json.JsonMember;
import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one walk over a document: judges each object by the catalogue, then lets the checks for it look at it. */
final class StructureLint {

    private static final String EXT = "ext";
    /** Without items, it is a way of not bidding (OpenRTB 2.6 §7.1). */
    private static final String NO_BIDS = "seatbid";

    private final Checks checks;
    private final Spelling spelling = new Spelling();

    StructureLint(Checks checks) {
        this.checks = checks;
    }

    /** Judges a value that should be an object of a type. */
    void lint(JsonElement object, ObjectType type, RtbPass pass) {
        Set<String> names = new HashSet<>();
        for (JsonMember member : object.members()) {
            if (!names.add(member.name())) {
                pass.report("ORTB-MEMBER-DOUBLED", member.value(), "There is more than one " + member.name()
                        + " here; parsers keep one of them.");
            }
            type.field(member.name()).ifPresentOrElse(field -> member(member.value(), field, type, pass),
                    () -> unknown(member, type, pass));
        }
        for (FieldType field : type.fields()) {
            if (field.isRequired() && !names.contains(field.name())) {
                pass.report(CatalogueRules.missing(type, field), object, "There is no " + field.name()
                        + ", which is required.", type.spec(pass.release(type.family())));
            }
        }
        ext(object, type, pass);
        for (Check check : checks.of(type)) {
            check.check(object, pass);
        }
    }

    private void member(JsonElement value, FieldType field, ObjectType type, RtbPass pass) {
        age(value, field, type, pass);
        value(value, field, type, pass);
    }

    private static void age(JsonElement value, FieldType field, ObjectType type, RtbPass pass) {
        Release release = pass.release(field.since().family());
        String spec = type.spec(pass.release(type.family()));
        if (!release.isAtLeast(field.since())) {
            pass.report("ORTB-FIELD-TOO-NEW", value, field.name() + " is there since " + field.since() + "; this is "
                    + release + ".", spec);
        } else if (field.until().filter(release::isAtLeast).isPresent()) {
            pass.report("ORTB-FIELD-REMOVED", value, field.name() + " is no longer there since "
                    + field.until().get().version() + "." + instead(field), spec);
        } else if (field.deprecated().filter(release::isAtLeast).isPresent()) {
            pass.report("ORTB-FIELD-DEPRECATED", value, field.name() + " is deprecated since "
                    + field.deprecated().get().version() + "." + instead(field), spec);
        }
    }

    private static String instead(FieldType field) {
        return field.use().map(use -> " Use " + use + ".").orElse("");
    }

    private void value(JsonElement value, FieldType field, ObjectType type, RtbPass pass) {
        String spec = type.spec(pass.release(type.family()));
        if (value.kind() == Kind.NULL) {
            if (!isNativeChoice(field, type)) {
                pass.report("ORTB-NULL", value, field.name() + " is null; leave it out instead.", spec);
            }
        } else if (!field.isArray()) {
            item(value, field, type, pass);
        } else if (!value.isArray()) {
            pass.report("ORTB-TYPE-ARRAY", value, field.name() + " must be an array, and is "
                    + Values.kind(value) + ".", spec);
        } else if (value.items().isEmpty()) {
            empty(value, field, spec, pass);
        } else {
            for (JsonElement item : value.items()) {
                item(item, field, type, pass);
            }
            doubled(value, field, spec, pass);
        }
    }

    private static void empty(JsonElement array, FieldType field, String spec, RtbPass pass) {
        String message = field.name() + " is empty.";
        if (field.isFilled()) {
            pass.report("ORTB-ITEMS-MISSING", array, message, spec);
        } else if (field.isRequired()) {
            pass.report("ORTB-REQUIRED-EMPTY", array, message, spec);
        } else if (!field.name().equals(NO_BIDS)) {
            pass.report("ORTB-EMPTY-ARRAY", array, message, spec);
        }
    }

    /** An asset is one of four kinds; the others may be null (Native 1.2 §4.2). */
    private static boolean isNativeChoice(FieldType field, ObjectType type) {
        return type.name().endsWith("Asset") && field.kind() == FieldType.Kind.OBJECT;
    }

    private void item(JsonElement value, FieldType field, ObjectType type, RtbPass pass) {
        if (!Values.isOf(value, field)) {
            wrongType(value, field, type.spec(pass.release(type.family())), pass);
        } else if (field.object().isPresent()) {
            if (value.members().isEmpty()) {
                pass.report("ORTB-EMPTY-OBJECT", value, field.name() + " is empty.",
                        type.spec(pass.release(type.family())));
            }
            lint(value, field.object().get(), pass);
        } else {
            Values.judge(value, field, type, pass);
        }
    }

    private static void wrongType(JsonElement value, FieldType field, String spec, RtbPass pass) {
        String expected = switch (field.kind()) {
            case STRING -> "STRING";
            case INTEGER -> "INTEGER";
            case NUMBER -> "NUMBER";
            case FLAG -> "FLAG";
            case ANY_OBJECT, OBJECT -> "OBJECT";
        };
        if (Values.isQuotedNumber(value, field)) {
            pass.report("ORTB-TYPE-QUOTED", value, field.name() + " must be a number, and is a text that holds one.",
                    spec);
        } else {
            pass.report("ORTB-TYPE-" + expected, value, field.name() + " must be " + Values.expected(field)
                    + ", and is " + Values.kind(value) + ".", spec);
        }
    }

    private static void doubled(JsonElement array, FieldType field, String spec, RtbPass pass) {
        Set<String> known = new HashSet<>();
        for (JsonElement item : array.items()) {
            if (!item.isObject() && !item.isArray() && !known.add(item.text())) {
                pass.report("ORTB-ITEM-DOUBLED", item, field.name() + " names “" + Words.shorten(item.text())
                        + "” more than once.", spec);
            }
        }
    }

    private void unknown(JsonMember member, ObjectType type, RtbPass pass) {
        String spec = type.spec(pass.release(type.family()));
        if (member.name().equals(EXT)) {
            if (!member.value().isObject()) {
                pass.report("ORTB-TYPE-OBJECT", member.value(), "ext must be an object, and is "
                        + Values.kind(member.value()) + ".", spec);
            }
            return;
        }
        Optional<String> meant = spelling.field(member.name(), type);
        meant.ifPresent(name -> pass.report(name.equalsIgnoreCase(member.name()) ? "ORTB-MEMBER-CASE"
                : "ORTB-MEMBER-MISSPELT", member.value(), "Nobody knows " + member.name() + "; " + name
                + " may be meant.", spec));
    }

    /** What a later release has given a place of its own is judged in the old place, too. */
    private void ext(JsonElement object, ObjectType type, RtbPass pass) {
        if (type.exts().isEmpty() || !object.has(EXT)) {
            return;
        }
        for (Map.Entry<String, String> moved : type.exts().entrySet()) {
            Optional<JsonElement> old = object.descend(EXT, moved.getKey()).filter(o -> o.kind() != Kind.NULL);
            if (old.isEmpty()) {
                continue;
            }
            String[] path = moved.getValue().split("\\.");
            ObjectType owner = type;
            for (int i = 0; i < path.length - 1; i++) {
                owner = owner.field(path[i]).flatMap(FieldType::object).orElseThrow();
            }
            FieldType field = owner.field(path[path.length - 1]).orElseThrow();
            value(old.get(), field, owner, pass);
            String spec = owner.spec(Release.LATEST_OPENRTB);
            if (object.descend(path).isPresent()) {
                pass.report("ORTB-FIELD-MOVED-BOTH", old.get(), "This is in " + moved.getValue()
                        + " as well; readers may take either.", spec);
            } else {
                pass.report("ORTB-FIELD-MOVED", old.get(), "OpenRTB has " + moved.getValue() + " for this since "
                        + field.since() + ".", spec);
            }
        }
    }
}
