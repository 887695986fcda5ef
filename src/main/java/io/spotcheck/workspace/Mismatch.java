package io.spotcheck.workspace;

/**
 * One thing that is not as a profile expects it.
 *
 * @param what     the expectation's name in the profile, such as {@code errorCode}
 * @param expected what the profile says
 * @param actual   what the answer has, {@code none} when it has nothing
 */
public record Mismatch(String what, String expected, String actual) {

    /** One plain sentence, such as {@code hops: expected 3, was 2}. */
    public String sentence() {
        return what + ": expected " + expected + ", was " + actual;
    }
}
