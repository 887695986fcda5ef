package io.spotcheck.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.desktop.exchange.ExchangeModel.Redirect;
import io.spotcheck.desktop.sample.SampleTab;
import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeModelTest {

    private final SampleTab tab = SampleTab.finished();
    private final ExchangeModel model = new ExchangeModel(tab.live(), tab.selection());

    @Test
    void aPartOfADocumentShowsTheExchangeThatBroughtIt() {
        tab.selection().select(tab.ad());
        assertThat(url()).isEqualTo(SampleTab.INLINE_URL);
        tab.selection().select(tab.wrapper());
        assertThat(url()).isEqualTo(SampleTab.WRAPPER_URL);
    }

    @Test
    void aDocumentShowsTheRedirectsThatLedToIt() {
        tab.selection().select(tab.wrapperDocument());
        List<Redirect> redirects = model.shownProperty().get().orElseThrow().redirects();

        assertThat(redirects).extracting(Redirect::url).containsExactly("https://go.harbor.example/r/7");
        model.select(redirects.getFirst());
        assertThat(url()).isEqualTo("https://go.harbor.example/r/7");
        assertThat(model.shownProperty().get().orElseThrow().redirects()).isEmpty();
    }

    @Test
    void theRootShowsTheFirstExchangeBelow() {
        tab.selection().select(0);

        assertThat(url()).isEqualTo(SampleTab.WRAPPER_URL);
    }

    @Test
    void aRequestAsACurlCommandSurvivesTheShell() {
        var request = new Exchange.Request("POST", "https://x.example/?a='b'",
                Headers.none().with("X-Say", "it's"), Body.of("{\"a\":1}"));

        assertThat(CurlCommand.of(request)).isEqualTo("""
                curl -X 'POST' 'https://x.example/?a='\\''b'\\''' \\
                  -H 'X-Say: it'\\''s' \\
                  --data-binary '{"a":1}' \\
                  --compressed""");
    }

    @Test
    void theBodyOfARequestIsReadable() {
        assertThat(body(Headers.none(), "{\"id\":\"1\",\"bidfloor\":0.10}")).isEqualToIgnoringWhitespace("""
                {
                  "id" : "1",
                  "bidfloor" : 0.10
                }""").contains("\n");
        assertThat(body(Headers.none(), "{\"id\": 1")).isEqualTo("{\"id\": 1");
        assertThat(body(Headers.none(), "a=1&b=2")).isEqualTo("a=1&b=2");
        assertThat(body(Headers.none().with("Content-Encoding", "gzip"), "binary")).isEmpty();
        assertThat(body(Headers.none(), "x".repeat(100_000))).hasSize(RequestBody.MOST_CHARACTERS + 1).endsWith("…");
    }

    private static String body(Headers headers, String sent) {
        return RequestBody.of(new Exchange.Request("POST", "https://x.example/", headers, Body.of(sent)));
    }

    private String url() {
        return model.shownProperty().get().orElseThrow().exchange().request().url();
    }
}
