package io.spotcheck.xml;

/**
 * An attribute as written.
 *
 * @param name  the name with its prefix, if it has one
 * @param value the value after entities
 */
public record XmlAttribute(String name, String value) {
}
