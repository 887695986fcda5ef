package io.spotcheck.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.Substitution;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Headers;
import io.spotcheck.tracking.TrackingEvent.Outcome;
import io.spotcheck.transport.HttpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerTest {

    private static final TrackingUrl BEACON = TrackingUrl.of("start", "https://declared.example/[CACHEBUSTING]");

    private final HttpTransport http = new HttpTransport();
    private final MockWebServer server = new MockWebServer();
    private final Tracker firing = new FiringTracker(http, Duration.ofSeconds(30));

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 304})
    void aBeaconThatIsAnsweredIsDelivered(int status) throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(status).build());
        Instant before = Instant.now();

        TrackingEvent event = firing.track(BEACON, url("/b?cb=12345678"));

        assertThat(event.outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(event.status()).hasValue(status);
        assertThat(event.error()).isEmpty();
        assertThat(event.beacon()).isEqualTo(BEACON);
        assertThat(event.url()).isEqualTo(url("/b?cb=12345678"));
        assertThat(event.at()).isBetween(before, Instant.now());
        assertThat(event.duration()).isPositive();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/b?cb=12345678");
        assertThat(firing.fires()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 500, 503})
    void aBeaconThatTheServerRefusesHasFailed(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());

        TrackingEvent event = firing.track(BEACON, url("/"));

        assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(event.status()).hasValue(status);
        assertThat(event.error()).contains("The server answered " + status + ".");
    }

    @Test
    void redirectsAreFollowedToWhereTheBeaconIsCounted() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", "/second").build());
        server.enqueue(new MockResponse.Builder().code(307).addHeader("Location", url("/third")).build());
        server.enqueue(new MockResponse.Builder().code(204).build());

        TrackingEvent event = firing.track(BEACON, url("/first"));

        assertThat(event.outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(event.status()).hasValue(204);
        assertThat(event.redirects()).extracting(e -> e.request().url())
                .containsExactly(url("/first"), url("/second"));
        assertThat(List.of(server.takeRequest().getTarget(), server.takeRequest().getTarget(),
                server.takeRequest().getTarget())).containsExactly("/first", "/second", "/third");
    }

    @Test
    void redirectsWithoutEndAreAFailure() {
        for (int i = 0; i < 11; i++) {
            server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", "/again").build());
        }

        TrackingEvent event = firing.track(BEACON, url("/again"));

        assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(event.redirects()).hasSize(10);
    }

    @Test
    void aRedirectOffTheNetworkIsNotFollowed() {
        server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", "file:///etc/hostname").build());

        TrackingEvent event = firing.track(BEACON, url("/"));

        assertThat(event.outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://", "http://a b/"})
    void aRedirectToNowhereIsTold(String location) {
        server.enqueue(new MockResponse.Builder().code(302).addHeaderLenient("Location", location).build());

        TrackingEvent event = firing.track(BEACON, url("/"));

        assertThat(event.outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(event.findings()).extracting(Finding::rule).containsExactly("REDIRECT-BROKEN");
    }

    @Test
    void aBeaconTellsItsUrlBeforeAndAfterMacrosAndItsHeadersGoAlong() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", "/next").build());
        server.enqueue(new MockResponse.Builder().build());
        var done = new Substitution("https://declared.example/[X]", url("/b"), Map.of("X", "1"), List.of("Y"));

        TrackingEvent event = firing.track(new BeaconCall(BEACON, done,
                Headers.none().with("X-Device-IP", "192.0.2.7")));

        assertThat(event.url()).isEqualTo(url("/b"));
        assertThat(event.macros()).isEqualTo(done);
        assertThat(server.takeRequest().getHeaders().get("X-Device-IP")).isEqualTo("192.0.2.7");
        assertThat(server.takeRequest().getHeaders().get("X-Device-IP")).isEqualTo("192.0.2.7");
        assertThat(new RecordingTracker().track(new BeaconCall(BEACON, done, Headers.none())).macros()).isEqualTo(done);
    }

    @Test
    void aTrackerThatKnowsOnlyUrlsTellsTheMacrosToo() {
        Tracker simple = new Tracker() {
            @Override
            public TrackingEvent track(TrackingUrl beacon, String url) {
                return new RecordingTracker().track(beacon, url);
            }

            @Override
            public boolean fires() {
                return false;
            }
        };
        var done = new Substitution("https://declared.example/[X]", "https://declared.example/1", Map.of("X", "1"),
                List.of());

        assertThat(simple.track(new BeaconCall(BEACON, done, Headers.none())).macros()).isEqualTo(done);
        assertThat(simple.track(BEACON, url("/")).macros().before()).isEqualTo(BEACON.url());
    }

    @Test
    void aBeaconThatWentOutInAnotherSpellingSaysSo() {
        server.enqueue(new MockResponse.Builder().build());

        TrackingEvent event = firing.track(BEACON, url("/?q=<é>"));

        assertThat(event.exchange().orElseThrow().request().sentUrl()).isEqualTo(url("/?q=%3C%C3%A9%3E"));
        assertThat(event.findings()).extracting(Finding::rule).containsExactly("URL-REENCODED");
    }

    @Test
    void aBeaconThatIsNotAnsweredInTimeHasFailed() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

        TrackingEvent event = new FiringTracker(http, Duration.ofMillis(300)).track(BEACON, url("/"));

        assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(event.status()).isEmpty();
        assertThat(event.error()).hasValueSatisfying(error -> assertThat(error).contains("300 ms"));
        assertThat(event.duration()).isBetween(Duration.ofMillis(290), Duration.ofSeconds(10));
    }

    @Test
    void aBeaconThatCannotBeSentHasFailed() {
        TrackingEvent event = firing.track(BEACON, "not a url");

        assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(event.error()).isPresent();
    }

    @Test
    void aLargeAnswerIsTheServersOwnAffair() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(100_000)).build());

        TrackingEvent event = firing.track(BEACON, url("/"));

        assertThat(event.outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(event.error()).as("what is delivered has no error").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void anAnswerThatCannotBeReadIsTheServersOwnAffairToo(String coding) {
        server.enqueue(new MockResponse.Builder().setHeader("Content-Encoding", coding).body("GIF89a").build());

        assertThat(firing.track(BEACON, url("/")).outcome()).isEqualTo(Outcome.DELIVERED);
    }

    @Test
    void cookiesGoAlongWithTheRedirectsOfOneBeacon() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", "/b").addHeader("Set-Cookie", "id=1")
                .build());
        server.enqueue(new MockResponse.Builder().build());
        server.enqueue(new MockResponse.Builder().build());

        firing.track(BEACON, url("/a"));
        firing.track(BEACON, url("/c"));

        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isEqualTo("id=1");
        assertThat(server.takeRequest().getHeaders().get("Cookie")).as("another beacon").isNull();
    }

    @Test
    void aRecordingTrackerSendsNothing() {
        var recording = new RecordingTracker();

        TrackingEvent event = recording.track(BEACON, url("/"));

        assertThat(event.outcome()).isEqualTo(Outcome.RECORDED);
        assertThat(event.url()).isEqualTo(url("/"));
        assertThat(event.exchange()).isEmpty();
        assertThat(event.status()).isEmpty();
        assertThat(event.error()).isEmpty();
        assertThat(event.duration()).isZero();
        assertThat(recording.fires()).isFalse();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aResultIsCompleteWhenNoBeaconFailed() {
        server.enqueue(new MockResponse.Builder().build());
        server.enqueue(new MockResponse.Builder().code(500).build());
        TrackingEvent recorded = new RecordingTracker().track(BEACON, url("/"));
        TrackingEvent delivered = firing.track(BEACON, url("/"));
        TrackingEvent failed = firing.track(BEACON, url("/"));

        assertThat(new TrackingResult("start", true, List.of(recorded, delivered)).isComplete()).isTrue();
        assertThat(new TrackingResult("start", true, List.of(delivered, failed)).isComplete()).isFalse();
        assertThat(TrackingResult.notDeclared("start").declared()).isFalse();
        assertThat(TrackingResult.notDeclared("start").events()).isEmpty();
    }

    private String url(String target) {
        return "http://127.0.0.1:" + server.getPort() + target;
    }
}
