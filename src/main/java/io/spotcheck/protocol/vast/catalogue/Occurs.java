package io.spotcheck.protocol.vast.catalogue;

/**
 * How often an element may stand in its parent.
 *
 * @param least 0 or 1
 * @param many  whether it may stand there more than once
 */
public record Occurs(int least, boolean many) {

    static Occurs parse(String text) {
        return switch (text) {
            case "1" -> new Occurs(1, false);
            case "0..1" -> new Occurs(0, false);
            case "0..n" -> new Occurs(0, true);
            case "1..n" -> new Occurs(1, true);
            default -> throw new IllegalArgumentException("“" + text + "” is no cardinality.");
        };
    }

    /** Whether there must be one. */
    public boolean isRequired() {
        return least > 0;
    }

    @Override
    public String toString() {
        return least + (many ? "..n" : least == 1 ? "" : "..1");
    }
}
