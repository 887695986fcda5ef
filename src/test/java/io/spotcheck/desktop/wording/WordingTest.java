package io.spotcheck.desktop.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.orchestrator.Quantities;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void shortensUrlsInTheMiddle() {
        String url = "https://ads.example/a/very/long/path?with=many&values=end";
        assertThat(Shortened.url(url, 100)).isEqualTo("ads.example/a/very/long/path?with=many&values=end");
        assertThat(Shortened.url(url, 24)).hasSize(24).startsWith("ads.example/…").endsWith("values=end");
        assertThat(Shortened.url("https://a-host-that-is-longer-than-the-room.example/x", 12)).hasSize(12);
    }

    @Test
    void writesTimesWithTheUnitThatSuitsThem() {
        assertThat(Quantities.describe(Duration.ofMillis(265))).isEqualTo("265 ms");
        assertThat(Quantities.describe(Duration.ofSeconds(15))).isEqualTo("15 s");
        assertThat(Quantities.describe(Duration.ofMillis(1_240))).isEqualTo("1.2 s");
        assertThat(Quantities.describe(Duration.ofMinutes(59))).isEqualTo("59 min");
        assertThat(Amounts.milliseconds(Duration.ofNanos(300_000))).isEqualTo("0.3");
    }
}
