package io.spotcheck.sandbox;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Serves one template late: {@code /slow?ms=N}. */
record DelayRoute(Behaviour.Delay rule, TagTemplates templates, CountDownLatch closing) implements Route {
    @Override
    public Reply answer(Request request) throws RefusedException, IOException, InterruptedException {
        String asked = request.parameter("ms").orElse(Integer.toString(rule.delayMs()));
        int delayMs = Request.number("ms", asked, 0, rule.longestMs());
        if (closing.await(delayMs, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("The sandbox closes.");
        }
        return Reply.text(200, ContentType.ofFile(rule.template()), templates.document(rule.template()));
    }
}
