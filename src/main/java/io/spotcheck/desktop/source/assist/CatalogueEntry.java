package io.spotcheck.desktop.source.assist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the specifications say of an element, an attribute or a field where it stands.
 *
 * @param name    what it is called, such as {@code <MediaFile>}
 * @param place   where it stands, such as {@code in <MediaFiles>}
 * @param badges  what must be known of it at once
 * @param about   what it is for, in one sentence; empty when nobody says it
 * @param facts   what else is known
 * @param table   what it can hold, when that can be listed
 * @param section the document and section that rules it, such as {@code VAST 4.3 §3.9.1}
 */
public record CatalogueEntry(String name, String place, List<Badge> badges, String about, List<Fact> facts,
                             Optional<Table> table, String section) {

    /** Copies the lists. */
    public CatalogueEntry {
        badges = List.copyOf(badges);
        facts = List.copyOf(facts);
    }

    /**
     * What must be known at once.
     *
     * @param weight how much it matters
     * @param word   what it says
     */
    public record Badge(Weight weight, String word) {
    }

    /** How much a badge matters. */
    public enum Weight {
        /** It is as it should be. */
        PLAIN,
        /** It is doubtful. */
        DOUBTFUL,
        /** It is wrong. */
        WRONG
    }

    /**
     * What something can hold.
     *
     * @param title   what the rows are
     * @param rows    a name and its meaning each
     * @param current the name that the document has there
     */
    public record Table(String title, List<Fact> rows, Optional<String> current) {

        /** Copies the rows. */
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What is known of the place where the caret is; empty when no specification has such a thing. Before the first
     * tag or name of a line, that one is meant. Takes time for a large document.
     */
    public static Optional<CatalogueEntry> at(String text, int caret) {
        int within = Math.clamp(caret, 0, text.length());
        return JsonCursor.isJson(text) ? RtbEntry.at(text, within) : MarkupEntry.at(text, within);
    }

    /** What it is called and where it stands. */
    public String title() {
        return place.isEmpty() ? name : name + " " + place;
    }

    /** What it is in a line: what it is for, or what is known first. */
    public String brief() {
        return about.isEmpty() ? facts.stream().findFirst().map(Fact::text).orElse("") : about;
    }

    /** All of it, a line each. */
    public String text() {
        Stream<String> known = facts.stream().map(f -> f.name() + ": " + f.text());
        Stream<String> held = table.stream().flatMap(t -> Stream.concat(Stream.of(t.title()), t.rows().stream()
                .map(row -> "  " + row.name() + (row.text().isEmpty() ? "" : ": " + row.text()))));
        return Stream.of(Stream.of(title(), badges.stream().map(Badge::word).collect(Collectors.joining(", ")), about),
                known, held, Stream.of(section)).flatMap(lines -> lines).filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
