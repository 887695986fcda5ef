package io.spotcheck.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * One thing that the sandbox offers to try, as {@code assets/tags/index.yaml} describes it.
 *
 * @param path        where the sandbox answers, with its query if it has one
 * @param title       a few words
 * @param description one sentence
 * @param kind        whether it is a document to try, a part of another sample, or an answer made by rule
 * @param protocol    the protocol it speaks, such as {@code vast}
 * @param version     the protocol version that the document declares
 * @param template    the file in {@code assets/tags} that it is made from; empty for a behaviour
 * @param outcome     what Spotcheck says of it with its default limits: {@code served}, or an error code
 * @param answer      what one GET gets, where that is not a plain 200 with a well-formed document
 */
public record Sample(
        String path,
        String title,
        String description,
        Kind kind,
        String protocol,
        Optional<String> version,
        Optional<String> template,
        String outcome,
        Optional<Answer> answer) {

    /** What a sample is. */
    public enum Kind {
        /** A document to try. */
        @JsonProperty("tag") TAG,
        /** A document that another sample leads to. */
        @JsonProperty("hop") HOP,
        /** An answer that a rule makes. */
        @JsonProperty("behaviour") BEHAVIOUR
    }

    /**
     * How the answer to one GET differs from a plain 200 with a well-formed document.
     *
     * @param status       the HTTP status
     * @param redirects    how many redirects come before the last answer
     * @param afterMs      after how many milliseconds the answer comes
     * @param bytesAtLeast how many bytes the document has at least, decompressed
     * @param gzip         whether it is compressed, asked for or not
     * @param empty        whether the body has no bytes
     * @param brokenAtLine the line where the document stops being well-formed
     */
    public record Answer(
            Optional<Integer> status,
            Optional<Integer> redirects,
            Optional<Integer> afterMs,
            Optional<Integer> bytesAtLeast,
            Optional<Boolean> gzip,
            Optional<Boolean> empty,
            Optional<Integer> brokenAtLine) {
    }
}
