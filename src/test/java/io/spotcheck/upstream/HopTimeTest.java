package io.spotcheck.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** The time of one hop. */
class HopTimeTest extends Fetches {

    @Test
    void coversTheDocumentAndAllItsRedirects() {
        for (int i = 1; i <= 8; i++) {
            server.enqueue(new MockResponse.Builder().code(302).setHeader("Location", "/" + i)
                    .headersDelay(200, TimeUnit.MILLISECONDS).build());
        }
        server.enqueue(new MockResponse.Builder().build());

        AdError error = failed(fetch(PATIENT.withHopTimeout(Duration.ofMillis(700)),
                Endpoint.of(http, url("/0")), AMPLE));

        assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT);
        assertThat(error.message()).contains("700 ms").contains("one hop");
        assertThat(server.getRequestCount()).isBetween(1, 4);
    }

    @Test
    void endsWithTheTimeOfTheWhole() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

        AdError error = failed(fetch(PATIENT, Endpoint.of(http, url("/0")), Duration.ofMillis(300)));

        assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT);
        assertThat(error.message()).contains("whole resolution");
    }

    @Test
    void isNotEvenBegunWhenTheWholeIsOver() {
        AdError error = failed(fetch(PATIENT, Endpoint.of(http, url("/0")), Duration.ZERO));

        assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void mayBeAsShortAsItLikes() {
        for (int nanos = 1; nanos < 3_000; nanos += 7) {
            OpenNode node = recorder.root().open(NodeKind.DOCUMENT, "tag");
            Endpoint endpoint = Endpoint.of(http, "unsupported:" + nanos);
            assertThat(new DocumentFetcher(PATIENT.withHopTimeout(Duration.ofNanos(nanos)))
                    .fetch(endpoint, endpoint.url(), node, Deadline.in(AMPLE)))
                    .isInstanceOf(FetchOutcome.Failed.class);
        }
    }
}
