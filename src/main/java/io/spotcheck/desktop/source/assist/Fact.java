package io.spotcheck.desktop.source.assist;

/**
 * Something that is known of an element, an attribute or a field, or one of the things that it can hold.
 *
 * @param name what it is about, in a word or two
 * @param text what is known
 */
public record Fact(String name, String text) {
}
