package io.spotcheck.protocol.vast.catalogue;

import java.util.List;

/**
 * An attribute that an element may have.
 *
 * @param name       how it is written
 * @param type       what its value is
 * @param values     the words that it may hold, if it is an enumeration
 * @param loose      whether other values are no error
 * @param in         the versions that have it
 * @param required   the versions in which it must be there
 * @param deprecated the versions that advise against it
 */
public record AttributeType(String name, ValueType type, List<String> values, boolean loose, VersionSet in,
                            VersionSet required, VersionSet deprecated) {
}
