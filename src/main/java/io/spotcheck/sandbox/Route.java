package io.spotcheck.sandbox;

import java.io.IOException;
import java.util.Set;

/** Answers the requests to one path, or to everything below it. */
@FunctionalInterface
interface Route {
    /**
     * Answers a request; HEAD is answered as GET, the body is left out later.
     *
     * @throws RefusedException     if the request makes no sense; it is answered with that status and sentence
     * @throws IOException          if a file cannot be read
     * @throws InterruptedException if the sandbox closes meanwhile
     */
    Reply answer(Request request) throws RefusedException, IOException, InterruptedException;

    /** Returns the methods that it takes. */
    default Set<String> methods() {
        return Set.of("GET", "HEAD");
    }
}
