package io.spotcheck.desktop.exchange;

import io.spotcheck.resolution.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The body of a request for a person to read: JSON with a line for each field, all else as it was sent. */
final class RequestBody {

    /** What is longer would only make the pane slow; it can be copied as a command for curl. */
    static final int MOST_CHARACTERS = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final Pattern BRACE = Pattern.compile("\\s*[\\[{].*", Pattern.DOTALL);

    private RequestBody() {
    }

    /** The text, cut where it is too long. */
    static String of(Exchange.Request request) {
        String sent = request.body().text(StandardCharsets.UTF_8);
        boolean isCoded = request.headers().first("content-encoding").isPresent();
        String shown = isCoded ? "" : sent;
        if (BRACE.matcher(shown).matches()) {
            try {
                shown = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(shown));
            } catch (JacksonException otherwise) {
                shown = sent;
            }
        }
        return shown.length() > MOST_CHARACTERS ? shown.substring(0, MOST_CHARACTERS) + "…" : shown;
    }
}
