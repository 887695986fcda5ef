package io.spotcheck.sandbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DelayRouteTest {
    @Test
    void stopsWaitingWhenTheSandboxCloses() {
        var closing = new CountDownLatch(1);
        var templates = new TagTemplates(Path.of("assets/tags"), URI.create("http://127.0.0.1:1"));
        var route = new DelayRoute(new Behaviour.Delay("/slow", "slow-inline.xml", 600_000, 600_000), templates, closing);
        closing.countDown();

        assertThatThrownBy(() -> route.answer(new Request("GET", "/slow", "", "", List.of(), Map.of(), "")))
                .isInstanceOf(InterruptedException.class);
    }
}
