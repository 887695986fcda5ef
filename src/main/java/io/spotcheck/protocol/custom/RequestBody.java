package io.spotcheck.protocol.custom;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.resolution.Body;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The option {@code request.body}: what is posted. One of
 * <ul>
 * <li>{@code json}: a structure of any depth, whose texts are {@linkplain Template templates}. A text that is one field
 *     alone becomes the field's own value, so that numbers are sent as numbers and extensions as what they are. What
 *     the request does not hold is left out, and a map or list that is empty for that reason with it;</li>
 * <li>{@code form}: templates by name, sent as {@code application/x-www-form-urlencoded}. What the request does not
 *     hold is left out; a list is sent as several fields of one name;</li>
 * <li>{@code text}: one template, with {@code type}, its media type, {@code text/plain; charset=utf-8} when left out,
 *     and {@code escape}, how values are written in it: {@code json}, {@code xml}, {@code url}, {@code form} or
 *     {@code none}, which is what happens when it is left out. What the request does not hold is empty.</li>
 * </ul>
 */
sealed interface RequestBody {

    /** No body at all. */
    record None() implements RequestBody {
    }

    /** A structure. */
    record Json(Object structure) implements RequestBody {
    }

    /** Fields of a form. */
    record Form(Map<String, Template> fields) implements RequestBody {
    }

    /** A text. */
    record Text(Template template, String type, Escaping escaping) implements RequestBody {
    }

    /**
     * Reads the option.
     *
     * @throws IllegalArgumentException if it is wrong; it says which part
     */
    static RequestBody of(Optional<Section> option) {
        if (option.isEmpty()) {
            return new None();
        }
        Section body = option.get();
        return switch (body.names().stream().filter(List.of("json", "form", "text")::contains).toList()) {
            case List<String> one when one.equals(List.of("json")) ->
                    new Json(checked(body.only("json").path("json"), body.value("json").orElseThrow()));
            case List<String> one when one.equals(List.of("form")) -> {
                Section form = body.only("form").section("form").orElseThrow();
                var fields = new LinkedHashMap<String, Template>();
                form.names().forEach(name ->
                        fields.put(name, Template.of(form.path(name), form.text(name).orElseThrow())));
                yield new Form(fields);
            }
            case List<String> one when one.equals(List.of("text")) -> {
                body.only("text", "type", "escape");
                yield new Text(Template.of(body.path("text"), body.text("text").orElseThrow()),
                        body.text("type").orElse("text/plain; charset=utf-8"),
                        body.text("escape").map(name -> escaping(body.path("escape"), name)).orElse(Escaping.NONE));
            }
            default -> throw Section.wrong(body.path(), "must have one of json, form and text");
        };
    }

    private static Escaping escaping(String option, String name) {
        return switch (name) {
            case "json", "xml", "url", "form", "none" -> Escaping.valueOf(name.toUpperCase(Locale.ROOT));
            default -> throw Section.wrong(option, "must be json, xml, url, form or none");
        };
    }

    /** Looks at all templates of a structure before one of them is used. */
    private static Object checked(String option, Object structure) {
        switch (structure) {
            case Map<?, ?> map -> map.forEach((name, value) -> checked(option + "." + name, value));
            case Collection<?> list -> list.forEach(value -> checked(option, value));
            case String text -> Template.of(option, text);
            default -> { }
        }
        return structure;
    }

    /** The content type that goes with it; none without a body. */
    default Optional<String> contentType() {
        return switch (this) {
            case None _ -> Optional.empty();
            case Json _ -> Optional.of("application/json");
            case Form _ -> Optional.of("application/x-www-form-urlencoded");
            case Text text -> Optional.of(text.type);
        };
    }

    /** The bytes for a request. */
    default Body fill(AdRequest request) {
        return switch (this) {
            case None _ -> Body.empty();
            case Json json -> Body.of(Escaping.json(filled(json.structure, request).orElse(Map.of())));
            case Form form -> {
                var pairs = new ArrayList<String>();
                form.fields.forEach((name, template) -> template.texts(request).forEach(value ->
                        pairs.add(Escaping.FORM.apply(name) + "=" + Escaping.FORM.apply(value))));
                yield Body.of(String.join("&", pairs));
            }
            case Text text -> Body.of(text.template.fill(request, text.escaping));
        };
    }

    private static Optional<Object> filled(Object structure, AdRequest request) {
        return switch (structure) {
            case String text -> new Template(text).value(request);
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> filled(value, request)
                        .ifPresent(there -> all.put(String.valueOf(name), there)));
                yield all.isEmpty() && !map.isEmpty() ? Optional.empty() : Optional.of(all);
            }
            case Collection<?> list -> {
                List<Object> all = list.stream().flatMap(value -> filled(value, request).stream()).toList();
                yield all.isEmpty() && !list.isEmpty() ? Optional.empty() : Optional.of(all);
            }
            default -> Optional.of(structure);
        };
    }
}
