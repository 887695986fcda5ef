package io.spotcheck.desktop.source.assist;

import java.util.List;
import java.util.Optional;

/** An element of XML as its specification has it, seen from a document of some version. */
interface MarkupElement {

    /** How it is written, without a prefix. */
    String name();

    /** What it is for, in one sentence. */
    String about();

    /** The document and section. */
    String section();

    /** What stands between its tags when that is text, in words. */
    Optional<String> holds();

    /** Whether what stands between its tags is an address. */
    boolean isAddress();

    /** Since when it is deprecated. */
    Optional<String> deprecated();

    /** Its attributes of all versions. */
    List<Attribute> attributes();

    /** The elements that may stand in it, of all versions. */
    List<Child> children();

    /** The names of the elements that it may stand in. */
    List<String> parents();

    /**
     * An attribute.
     *
     * @param name       how it is written
     * @param about      what it says, in words
     * @param values     what it may hold, each with its meaning, when that can be listed
     * @param required   whether it must be there
     * @param known      whether the version of the document has it
     * @param deprecated whether the version of the document advises against it
     * @param filling    what it holds when it is written anew
     * @param note       what else is known, in a few words
     * @param remarks    what else is known, a fact each
     */
    record Attribute(String name, String about, List<Fact> values, boolean required, boolean known,
                     boolean deprecated, String filling, String note, List<Fact> remarks) {

        /** Copies the lists. */
        public Attribute {
            values = List.copyOf(values);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * An element that may stand in it.
     *
     * @param element  what it is
     * @param required whether it must be there
     * @param many     whether there may be several
     * @param known    whether the version of the document has it there
     * @param occurs   how often it may stand there, in words
     * @param remarks  what else is known
     */
    record Child(MarkupElement element, boolean required, boolean many, boolean known, String occurs,
                 List<Fact> remarks) {

        /** Copies the list. */
        public Child {
            remarks = List.copyOf(remarks);
        }

        String name() {
            return element.name();
        }
    }
}
