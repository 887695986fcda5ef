package io.spotcheck.sandbox;

import java.io.IOException;

/** Serves one template. */
record TagRoute(TagTemplates templates, String template) implements Route {
    @Override
    public Reply answer(Request request) throws IOException {
        return Reply.text(200, ContentType.ofFile(template), templates.document(template));
    }
}
