package io.spotcheck.json;

/**
 * A member of an object.
 *
 * @param name  its name
 * @param value its value
 */
public record JsonMember(String name, JsonElement value) {
}
