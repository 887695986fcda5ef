package io.spotcheck.sandbox;

import java.net.http.HttpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A sandbox with the assets that ship, and somebody to ask it. */
abstract class SandboxScenario {

    static HttpClient client;
    static SandboxServer sandbox;

    @BeforeAll
    static void start() throws SandboxException {
        client = HttpClient.newHttpClient();
        sandbox = SandboxServer.start(Path.of("assets"), 0);
    }

    @AfterAll
    static void stop() {
        client.close();
        sandbox.close();
    }
}
