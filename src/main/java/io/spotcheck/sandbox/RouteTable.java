package io.spotcheck.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a path: the one mounted exactly there, else the nearest one above that takes what is below. */
final class RouteTable {
    private final Map<String, Route> exact = new HashMap<>();
    private final Map<String, Route> below = new HashMap<>();

    /** A route, and what of the path is left for it. */
    record Match(Route route, String rest) {
    }

    /** Mounts a route at one path. */
    RouteTable at(String path, Route route) {
        exact.put(path, route);
        return this;
    }

    /** Mounts a route at a path and everything below it. */
    RouteTable below(String path, Route route) {
        below.put(path, route);
        return this;
    }

    Optional<Match> find(String path) {
        Route here = exact.get(path);
        if (here != null) {
            return Optional.of(new Match(here, ""));
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            Route above = below.get(path.substring(0, end));
            if (above != null) {
                return Optional.of(new Match(above, end < path.length() ? path.substring(end + 1) : ""));
            }
        }
        return Optional.empty();
    }
}
