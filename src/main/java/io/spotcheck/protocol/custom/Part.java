package io.spotcheck.protocol.custom;

import io.spotcheck.resolution.Location;
import java.util.List;
import java.util.Optional;

/** A part of an answer: the whole of it, an ad in it, a single value. */
sealed interface Part permits JsonPart, XmlPart {

    /**
     * What is at a place, seen from here: the items when there is a list. An empty text, a JSON null and an XPath that
     * is false are nothing.
     */
    List<Part> all(String place);

    /** Whether there is no list at a place where one should be; an empty list and a null are one. */
    boolean lacks(String place);

    /** The text of a single value without surrounding blanks, unless it is empty. */
    Optional<String> text();

    /** Where it stands. */
    Location location();

    /** Where something stands, or where it is missing: the innermost part on the way to it that is there. */
    Location nearest(String place);
}
