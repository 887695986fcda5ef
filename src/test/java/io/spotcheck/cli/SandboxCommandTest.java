package io.spotcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SandboxCommandTest {

    @Test
    void printsItsAddressAloneAndServesUntilStopped() throws Exception {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(InputStream.nullInputStream(), Terminal.writer(out), Terminal.writer(err), false,
                false, 0);
        var status = new CompletableFuture<Integer>();
        Thread command = Thread.ofVirtual().start(() -> status.complete(SpotcheckCommand.execute(terminal, "sandbox")));
        await().until(() -> out.toString(StandardCharsets.UTF_8).endsWith("\n"));
        String address = out.toString(StandardCharsets.UTF_8).strip();
        assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+");
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(HttpRequest.newBuilder(URI.create(address + "/")).build(),
                    HttpResponse.BodyHandlers.ofString()).body()).startsWith("{");
        }
        command.interrupt();
        assertThat(status.get()).isZero();
    }

    @Test
    void refusesAPortThatCannotBe() {
        CliRun run = CliRun.of("sandbox", "--port", "70000");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1);
    }

    @Test
    void saysWhatQuietMeansHere() {
        assertThat(CliRun.of("sandbox", "--help").out()).contains("Only the address").doesNotContain("verdict");
        assertThat(CliRun.of("resolve", "--help").out()).contains("Only the verdict.");
    }
}
