package io.spotcheck.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, byte by byte. */
@Timeout(20)
class HttpListenerTest {

    private SandboxServer sandbox;

    @BeforeEach
    void start() throws SandboxException {
        sandbox = SandboxServer.start(Path.of("assets"), 0);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p=${AUCTION_PRICE}&c=%%CACHEBUSTER%%", "a=[CACHEBUSTING]&b={x}|^`\\\"", "a=%&b=%4&c=%zz",
        "a=ü", "a=b c", "a?b=c?d"})
    void takesTargetsThatNoUriMayHold(String query) throws IOException {
        assertThat(talk("GET /beacon/start?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 204 ");

        assertThat(sandbox.beacons()).singleElement().satisfies(beacon ->
                assertThat(beacon.query()).isEqualTo(query));
    }

    @Test
    void whatIsNoEscapeStandsForItself() throws IOException {
        talk("GET /beacon/a%20b%zz%?m=%%X%%&u=%C3%BC+%2B&%7B=%7D HTTP/1.1\r\nConnection: close\r\n\r\n");

        ReceivedBeacon beacon = sandbox.beacons().getFirst();
        assertThat(beacon.path()).isEqualTo("/beacon/a b%zz%");
        assertThat(beacon.values("m")).containsExactly("%%X%%");
        assertThat(beacon.values("u")).containsExactly("ü +");
        assertThat(beacon.values("{")).containsExactly("}");
    }

    @Test
    void answersSeveralRequestsOnOneConnectionInTheirOrder() throws IOException {
        String answers = talk("GET /beacon/1 HTTP/1.1\r\n\r\n\r\nHEAD /tags/inline HTTP/1.1\r\n\r\n"
                + "GET http://any.example/nothing HTTP/1.1\r\n\r\nGET /beacon/2.gif HTTP/1.0\r\n\r\n"
                + "GET /beacon/3 HTTP/1.1\r\n\r\n");

        assertThat(answers.split("(?=HTTP/1.1 )")).hasSize(4).satisfiesExactly(
                first -> assertThat(first).startsWith("HTTP/1.1 204 ").doesNotContain("\r\nContent-Length", "close"),
                second -> assertThat(second).startsWith("HTTP/1.1 200 ").contains("\r\nContent-Length: ")
                        .endsWith("\r\n\r\n"),
                third -> assertThat(third).startsWith("HTTP/1.1 404 ").contains("serves nothing at /nothing"),
                fourth -> assertThat(fourth).startsWith("HTTP/1.1 200 ").contains("Connection: close", "GIF89a"));
        assertThat(sandbox.beacons()).extracting(ReceivedBeacon::path).containsExactly("/beacon/1", "/beacon/2.gif");
    }

    @Test
    void readsBodiesInChunksAndAsksForThoseThatWait() throws IOException {
        String answers = talk("POST /beacon/1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5;x=y\r\nhello\r\n1\r\n!\r\n0\r\nTrailer: t\r\n\r\n"
                + "POST /beacon/2 HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc"
                + "GET /beacon/3 HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(answers.split("(?=HTTP/1.1 )")).extracting(answer -> answer.substring(9, 12))
                .containsExactly("204", "100", "204", "204");
        assertThat(sandbox.beacons()).hasSize(3);
    }

    @Test
    void sendsWhatHasNoLengthInChunksAndToOldClientsToTheEnd() throws IOException {
        String chunked = talk("GET /oversized?mib=1 HTTP/1.1\r\nConnection: close\r\n\r\n");
        String old = talk("GET /oversized?mib=1 HTTP/1.0\r\n\r\n");

        assertThat(chunked).contains("Transfer-Encoding: chunked").endsWith("\r\n0\r\n\r\n")
                .hasSizeGreaterThan(1 << 20);
        assertThat(old).doesNotContain("Transfer-Encoding").hasSizeGreaterThan(1 << 20).endsWith(">\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO\r\n\r\n", "GET / HTTP/2.0\r\n\r\n", "GET /\r\n\r\n",
        "GET / HTTP/1.1\r\nno header\r\n\r\n", "POST /beacon/x HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST /beacon/x HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        "POST /beacon/x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"})
    void refusesWhatIsNoRequest(String sent) throws IOException {
        assertThat(talk(sent)).startsWith("HTTP/1.1 400 ").contains("Connection: close").endsWith(".");
        assertThat(sandbox.beacons()).isEmpty();
    }

    /** Everything that comes back until the server ends the connection, or the client's last request is answered. */
    private String talk(String requests) throws IOException {
        try (var socket = new Socket("127.0.0.1", sandbox.baseUrl().getPort())) {
            socket.getOutputStream().write(requests.getBytes(UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
