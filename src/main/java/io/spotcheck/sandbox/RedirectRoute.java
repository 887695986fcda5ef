package io.spotcheck.sandbox;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Redirects N times, then to a tag: {@code /redirect/3}; {@code /redirect/endless} never arrives. */
record RedirectRoute(Behaviour.Redirect rule, URI baseUrl) implements Route {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    @Override
    public Reply answer(Request request) throws RefusedException {
        int status = status(request);
        String location = (request.asks("relative") ? "" : baseUrl) + next(request);
        return new Reply.Bare(status, Map.of("Location", location));
    }

    private int status(Request request) throws RefusedException {
        int status = Request.number("status", request.parameter("status").orElse(Integer.toString(rule.status())),
                300, 399);
        if (!STATUSES.contains(status)) {
            throw new RefusedException(400, "status is one of 301, 302, 303, 307 and 308, not " + status + ".");
        }
        return status;
    }

    private String next(Request request) throws RefusedException {
        if (request.rest().equals("endless")) {
            int turn = Request.number("turn", request.parameter("turn").orElse("0"), 0, Integer.MAX_VALUE - 1);
            // Another address each time: a limit must end it, not the memory of where one has been.
            return rule.route() + "/endless?turn=" + (turn + 1) + (request.asks("relative") ? "&relative" : "");
        }
        int left = Request.number("The number of redirects", request.rest(), 1, rule.most());
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        return left == 1 ? rule.to() : rule.route() + "/" + (left - 1) + query;
    }
}
