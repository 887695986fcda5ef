package io.spotcheck.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdError;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.ResolutionRecorder;
import io.spotcheck.transport.HttpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two servers on loopback that each test scripts, a node for the document, and a fetcher. */
abstract class Fetches {

    static final Duration AMPLE = Duration.ofSeconds(30);
    static final UpstreamPolicy PATIENT = UpstreamPolicy.standard().withHopTimeout(AMPLE);

    final HttpTransport http = new HttpTransport();
    final MockWebServer server = new MockWebServer();
    final MockWebServer other = new MockWebServer();
    final ResolutionRecorder recorder = new ResolutionRecorder("test", ResolutionListener.none());
    final OpenNode document = recorder.root().open(NodeKind.DOCUMENT, "tag");

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
        other.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
        other.close();
    }

    final void redirect(int status, String location) {
        server.enqueue(new MockResponse.Builder().code(status).addHeaderLenient("Location", location).build());
    }

    final String url(String target) {
        return "http://127.0.0.1:" + server.getPort() + target;
    }

    final FetchOutcome fetch(String target) {
        return fetch(PATIENT, Endpoint.of(http, url(target)), AMPLE);
    }

    final FetchOutcome fetch(UpstreamPolicy policy, Endpoint endpoint, Duration whole) {
        return new DocumentFetcher(policy).fetch(endpoint, endpoint.url(), document, Deadline.in(whole));
    }

    final Node documentNode() {
        return recorder.snapshot().node(document.id()).orElseThrow();
    }

    static FetchOutcome.Fetched fetched(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
        return (FetchOutcome.Fetched) outcome;
    }

    static AdError failed(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
        return ((FetchOutcome.Failed) outcome).error();
    }
}
