package io.spotcheck.sandbox;

import java.io.IOException;
import java.util.Map;

/** Is N wrappers, then an ad: {@code /chain/5}; {@code /chain/endless} never arrives. */
record ChainRoute(Behaviour.Chain rule, TagTemplates templates) implements Route {
    private static final String ENDLESS = "endless";

    @Override
    public Reply answer(Request request) throws RefusedException, IOException {
        int hop = Request.number("hop", request.parameter("hop").orElse("0"), 0, Integer.MAX_VALUE - 1);
        boolean endless = request.rest().equals(ENDLESS);
        int left = endless ? rule.most() : Request.number("The number of wrappers", request.rest(), 0, rule.most());
        String template = left == 0 ? rule.inline() : rule.wrapper();
        return Reply.text(200, ContentType.ofFile(template), templates.document(template, Map.of(
                "left", request.rest(),
                "next", endless ? ENDLESS : Integer.toString(left - 1),
                "hop", Integer.toString(hop),
                "nextHop", Integer.toString(hop + 1))));
    }
}
