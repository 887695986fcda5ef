package io.spotcheck.protocol;

import io.spotcheck.transport.HttpTransport;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A scenario over real HTTP: a server on this machine, and the wire to it. A path has the answer that it was given; all
 * others take the answers that were queued, and are not found when there are none.
 */
public abstract class HttpScenario {

    protected final MockWebServer server = new MockWebServer();
    protected final HttpTransport transport = new HttpTransport();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new ByPath());
        server.start();
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    /** The address of a path, with everything in it as it is. */
    protected final String url(String path) {
        return "http://localhost:" + server.getPort() + path;
    }

    protected final void answer(String path, String body) {
        answer(path, new MockResponse.Builder().addHeader("Content-Type", "application/xml").body(body).build());
    }

    protected final void answer(String path, MockResponse response) {
        answers.put(path, response);
    }

    /** A server that takes the request and never answers. */
    protected final void silence(String path) {
        answer(path, new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    }

    private final class ByPath extends QueueDispatcher {

        private ByPath() {
            setFailFast(true);
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            MockResponse answer = answers.get(request.getUrl().encodedPath());
            return answer == null ? super.dispatch(request) : answer;
        }
    }
}
