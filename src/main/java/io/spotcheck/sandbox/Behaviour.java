package io.spotcheck.sandbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** A rule by which the sandbox makes answers that no document on disk could give; its values are defaults and limits. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "does")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Behaviour.Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = Behaviour.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Behaviour.Redirect.class, name = "redirect"),
    @JsonSubTypes.Type(value = Behaviour.Chain.class, name = "chain"),
    @JsonSubTypes.Type(value = Behaviour.Oversize.class, name = "oversize"),
    @JsonSubTypes.Type(value = Behaviour.House.class, name = "house"),
})
sealed interface Behaviour {
    /** Returns the path below which the rule answers. */
    String route();

    /** Answers late: {@code ?ms=N} asks for another delay. */
    record Delay(String route, String template, int delayMs, int longestMs) implements Behaviour {
    }

    /** Answers with the status that the path names. */
    record Status(String route) implements Behaviour {
    }

    /** Redirects as often as the path says, then to a tag; {@code ?relative} and {@code ?status=N} change how. */
    record Redirect(String route, String to, int status, int most) implements Behaviour {
    }

    /** Is as many wrappers as the path says, then an ad. */
    record Chain(String route, String wrapper, String inline, int most) implements Behaviour {
    }

    /** Streams a document of that size; {@code ?gzip} compresses it, {@code ?mib=N} asks for another size. */
    record Oversize(String route, String template, int mebibytes, int mostMebibytes) implements Behaviour {
    }

    /**
     * Is an ad server with a protocol of its own: {@code GET /house/PLACEMENT}, {@code .json} or {@code .xml}, with
     * {@code viewer}, {@code width} and {@code height} in the query, or a {@code POST} of JSON or a form.
     */
    record House(String route, List<Placement> placements, Placement otherwise) implements Behaviour {
        /** What is served in a place; one that has no XML serves none there. */
        record Placement(String name, String json, Optional<String> xml) {
        }
    }
}
