package io.spotcheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreativeRouteTest {
    private static SandboxClient client;
    private static SandboxServer sandbox;
    private static String film;
    private static byte[] bytes;

    @BeforeAll
    static void start() throws Exception {
        client = new SandboxClient();
        sandbox = SandboxServer.start(Path.of("assets"), 0);
        film = sandbox.baseUrl() + "/creatives/harbor-15s.mp4";
        bytes = Files.readAllBytes(Path.of("assets/creatives/harbor-15s.mp4"));
    }

    @AfterAll
    static void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void servesTheWholeFile() throws Exception {
        HttpResponse<byte[]> response = client.get(film, "Accept-Encoding", "gzip");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(bytes);
        assertThat(SandboxClient.header(response, "content-type")).isEqualTo("video/mp4");
        assertThat(SandboxClient.header(response, "accept-ranges")).isEqualTo("bytes");
        assertThat(SandboxClient.header(response, "content-encoding")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0, 0, 1", "bytes=100-199, 100, 200", "bytes=1000-, 1000, -1", "bytes=-500, -500, -1",
        "bytes=0-99999999, 0, -1"})
    void servesAPart(String range, int from, int to) throws Exception {
        int first = from < 0 ? bytes.length + from : from;
        int end = to < 0 ? bytes.length : to;

        HttpResponse<byte[]> response = client.get(film, "Range", range);

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(bytes, first, end));
        assertThat(SandboxClient.header(response, "content-range"))
                .isEqualTo("bytes " + first + "-" + (end - 1) + "/" + bytes.length);
    }

    @ParameterizedTest
    @CsvSource({"bytes=99999999-", "bytes=-0"})
    void refusesAPartThatIsNotThere(String range) throws Exception {
        HttpResponse<byte[]> response = client.get(film, "Range", range);

        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(SandboxClient.header(response, "content-range")).isEqualTo("bytes */" + bytes.length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"bytes=5-2", "bytes=-", "lines=1-2", "bytes=0-1,5-6", "bytes=a-b"})
    void servesTheWholeFileForARangeItDoesNotUnderstand(String range) throws Exception {
        assertThat(client.get(film, "Range", range).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsTheLengthOnHead() throws Exception {
        HttpResponse<byte[]> head = client.send("HEAD", film);
        HttpResponse<byte[]> part = client.send("HEAD", film, "Range", "bytes=0-99");

        assertThat(SandboxClient.header(head, "content-length")).isEqualTo(Integer.toString(bytes.length));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(SandboxClient.header(part, "content-length")).isEqualTo("100");
    }

    @Test
    void knowsWhatTheClientHas() throws Exception {
        String tag = SandboxClient.header(client.get(film), "etag");

        assertThat(client.get(film, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(client.get(film, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(client.get(film, "Range", "bytes=0-9", "If-Range", tag).statusCode()).isEqualTo(206);
        assertThat(client.get(film, "Range", "bytes=0-9", "If-Range", "\"other\"").statusCode()).isEqualTo(200);
    }
}
