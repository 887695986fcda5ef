package io.spotcheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxServerTest {
    private static final Path ASSETS = Path.of("assets");

    private final SandboxClient client = new SandboxClient();
    private SandboxServer sandbox;
    private String base;

    @BeforeEach
    void start() throws SandboxException {
        sandbox = SandboxServer.start(ASSETS, 0);
        base = sandbox.baseUrl().toString();
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(base).matches("http://127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void listsWhatItServes() throws Exception {
        var listing = client.json(base + "/");

        assertThat(listing.at("/baseUrl").stringValue()).isEqualTo(base);
        assertThat(listing.at("/samples")).hasSameSizeAs(sandbox.samples());
        assertThat(listing.at("/samples/0/url").stringValue()).isEqualTo(base + "/tags/inline");
        assertThat(listing.at("/samples/0/protocol").stringValue()).isEqualTo("vast");
        assertThat(listing.at("/samples/0/kind").stringValue()).isEqualTo("tag");
        assertThat(listing.at("/samples/0/title").stringValue()).isNotBlank();
        assertThat(listing.at("/samples/0/description").stringValue()).endsWith(".");
        assertThat(listing.at("/creatives").valueStream().map(each -> each.at("/url").stringValue()))
                .contains(base + "/creatives/harbor-15s.mp4")
                .noneMatch(url -> url.endsWith(".md") || url.endsWith(".sh"));
    }

    @Test
    void recordsBeaconsInOrderWithRepeatedKeys() throws Exception {
        assertThat(client.get(base + "/beacon/start?ad=harbor&hop=0&tag=a&tag=b%20c&flag&empty=", "User-Agent", "player/1")
                .statusCode()).isEqualTo(204);
        client.get(base + "/beacon/midpoint?ad=harbor");
        client.send("POST", base + "/beacon/error?code=303");

        List<ReceivedBeacon> beacons = sandbox.beacons();
        assertThat(beacons).extracting(ReceivedBeacon::path)
                .containsExactly("/beacon/start", "/beacon/midpoint", "/beacon/error");
        assertThat(beacons).extracting(ReceivedBeacon::method).containsExactly("GET", "GET", "POST");
        ReceivedBeacon start = beacons.getFirst();
        assertThat(start.query()).isEqualTo("ad=harbor&hop=0&tag=a&tag=b%20c&flag&empty=");
        assertThat(start.parameters()).extracting(QueryParameter::name)
                .containsExactly("ad", "hop", "tag", "tag", "flag", "empty");
        assertThat(start.values("tag")).containsExactly("a", "b c");
        assertThat(start.values("flag")).containsExactly("");
        assertThat(start.values("none")).isEmpty();
        assertThat(start.headers().get("user-agent")).containsExactly("player/1");
        assertThat(beacons).extracting(ReceivedBeacon::at).isSorted();
    }

    @Test
    void listsAndForgetsBeacons() throws Exception {
        client.get(base + "/beacon/start?cb=1&cb=2");

        var received = client.json(base + "/beacons");
        assertThat(received.at("/beacons")).hasSize(1);
        assertThat(received.at("/beacons/0/path").stringValue()).isEqualTo("/beacon/start");
        assertThat(received.at("/beacons/0/query").stringValue()).isEqualTo("cb=1&cb=2");
        assertThat(received.at("/beacons/0/parameters/1/value").stringValue()).isEqualTo("2");
        assertThat(received.at("/beacons/0/at").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

        assertThat(client.send("DELETE", base + "/beacons").statusCode()).isEqualTo(204);
        assertThat(client.json(base + "/beacons").at("/beacons")).isEmpty();
        assertThat(sandbox.beacons()).isEmpty();
    }

    @Test
    void answersPixelsAndPreflights() throws Exception {
        HttpResponse<byte[]> pixel = client.get(base + "/beacon/pixel.gif?ad=harbor", "Origin", "https://player.example");
        assertThat(pixel.statusCode()).isEqualTo(200);
        assertThat(SandboxClient.header(pixel, "content-type")).isEqualTo("image/gif");
        assertThat(new String(pixel.body(), 0, 6, StandardCharsets.US_ASCII)).isEqualTo("GIF89a");
        assertThat(SandboxClient.header(pixel, "access-control-allow-origin")).isEqualTo("https://player.example");
        assertThat(SandboxClient.header(pixel, "access-control-allow-credentials")).isEqualTo("true");

        HttpResponse<byte[]> preflight = client.send("OPTIONS", base + "/beacon/start",
                "Origin", "https://player.example", "Access-Control-Request-Headers", "x-ad");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(SandboxClient.header(preflight, "access-control-allow-headers")).isEqualTo("x-ad");
        assertThat(sandbox.beacons()).extracting(ReceivedBeacon::path).containsExactly("/beacon/pixel.gif");
    }

    @Test
    void tellsListenersUntilTheyLeave() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (BeaconSubscription _ = sandbox.onBeacon(beacon -> heard.add(beacon.path()))) {
            client.get(base + "/beacon/start");
        }
        client.get(base + "/beacon/midpoint");

        assertThat(heard).containsExactly("/beacon/start");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/creatives/../tags/index.yaml", "/creatives/%2e%2e/tags/index.yaml", "/creatives/..%2ftags%2findex.yaml",
        "/creatives/source/render.sh", "/creatives/README.md", "/creatives/", "/creatives", "/tags/../../pom.xml",
        "/tags/index.yaml", "/tags/chain-wrapper", "/nothing", "/beaconish"})
    void refusesWhatItDoesNotServe(String path) throws Exception {
        HttpResponse<byte[]> response = client.get(base + path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(SandboxClient.json(response).at("/error").stringValue())
                .startsWith("The sandbox").contains("GET / lists what it serves.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/slow?ms=soon", "/slow?ms=-1", "/slow?ms=99999999", "/status/abc", "/status/99", "/status", "/redirect/0",
        "/redirect/3?status=300", "/chain/-1", "/chain/1?hop=x", "/oversized?mib=1000"})
    void refusesWhatMakesNoSense(String path) throws Exception {
        HttpResponse<byte[]> response = client.get(base + path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(SandboxClient.json(response).at("/error").stringValue()).endsWith(".");
    }

    @Test
    void saysWhichMethodsItTakes() throws Exception {
        HttpResponse<byte[]> response = client.send("DELETE", base + "/tags/inline");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(SandboxClient.header(response, "allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void compressesTagsForClientsThatTakeIt() throws Exception {
        HttpResponse<byte[]> plain = client.get(base + "/tags/inline");
        HttpResponse<byte[]> small = client.get(base + "/tags/inline", "Accept-Encoding", "br, gzip;q=0.8");
        HttpResponse<byte[]> refused = client.get(base + "/tags/inline", "Accept-Encoding", "gzip;q=0");

        assertThat(SandboxClient.header(plain, "content-encoding")).isEmpty();
        assertThat(SandboxClient.header(refused, "content-encoding")).isEmpty();
        assertThat(SandboxClient.header(small, "content-encoding")).isEqualTo("gzip");
        assertThat(small.body().length).isLessThan(plain.body().length / 2);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
            assertThat(gzip.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @Test
    void answersHeadWithoutBody() throws Exception {
        HttpResponse<byte[]> head = client.send("HEAD", base + "/tags/inline");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(SandboxClient.header(head, "content-length"))
                .isEqualTo(Integer.toString(client.get(base + "/tags/inline").body().length));
        assertThat(client.send("HEAD", base + "/oversized").body()).isEmpty();
    }

    @Test
    void answersAHundredAtOnce() {
        List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(client.getLater(base + "/beacon/start?number=" + i));
            answers.add(client.getLater(base + "/tags/pod"));
        }

        assertThat(answers).allSatisfy(answer ->
                assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isIn(200, 204));
        assertThat(sandbox.beacons().stream().flatMap(beacon -> beacon.values("number").stream()).distinct()).hasSize(100);
    }

    @Test
    void survivesAClientThatLeaves() throws Exception {
        try (var socket = new Socket("127.0.0.1", sandbox.baseUrl().getPort())) {
            socket.getOutputStream().write("GET /oversized?mib=64 HTTP/1.1\r\nHost: sandbox\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.setSoLinger(true, 0);
        }

        assertThat(client.get(base + "/tags/inline").statusCode()).isEqualTo(200);
    }

    @Test
    void closesPromptlyWhileAnAnswerIsSlow() {
        CompletableFuture<HttpResponse<byte[]>> slow = client.getLater(base + "/slow?ms=60000");
        assertThat(client.getLater(base + "/tags/inline")).succeedsWithin(Duration.ofSeconds(10));

        long before = System.nanoTime();
        sandbox.close();
        sandbox.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(slow).failsWithin(Duration.ofSeconds(5)).withThrowableOfType(ExecutionException.class);
    }

    @Test
    void saysThatThePortIsTaken() {
        int taken = sandbox.baseUrl().getPort();

        assertThatThrownBy(() -> SandboxServer.start(ASSETS, taken))
                .isInstanceOf(SandboxException.class)
                .hasMessage("The sandbox cannot listen on port " + taken + ": it is taken or not allowed. Port 0 takes any free one.");
        assertThatThrownBy(() -> SandboxServer.start(ASSETS, 70_000)).hasMessageContaining("from 0 to 65535");
    }

    @Test
    void saysThatTheAssetsAreMissing(@TempDir Path empty) {
        assertThatThrownBy(() -> SandboxServer.start(empty, 0))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("there is no tags/index.yaml in " + empty);
    }

    @Test
    void freesItsPort() throws Exception {
        int port = sandbox.baseUrl().getPort();
        sandbox.close();

        try (SandboxServer again = SandboxServer.start(ASSETS, port)) {
            assertThat(again.baseUrl().getPort()).isEqualTo(port);
        }
    }
}
