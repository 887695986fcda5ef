package io.spotcheck.sandbox;

/** Answers with the status that the path names and no ad: {@code /status/500}. */
record StatusRoute() implements Route {
    @Override
    public Reply answer(Request request) throws RefusedException {
        int status = Request.number("The status", request.rest(), 200, 599);
        // Neither has a body (RFC 9110 §15.3.5 and §15.4.5).
        return status == 204 || status == 304
                ? Reply.bare(status)
                : Reply.text(status, ContentType.TEXT, "Status " + status + ", as asked for.\n");
    }
}
