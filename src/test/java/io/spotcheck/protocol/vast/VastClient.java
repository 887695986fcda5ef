package io.spotcheck.protocol.vast;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The npm package {@code @dailymotion/vast-client}, run by Node. It is taken from the folder that the system property
 * {@code vastClient.folder} names, else from {@code target/vast-client}, into which npm puts it once. Without Node, npm
 * or their registry there is none.
 */
final class VastClient {

    static final String VERSION = "6.4.5";
    static final String WHY_NOT = "@dailymotion/vast-client " + VERSION + " cannot be run here: it needs Node, and npm "
            + "with its registry to install it once. Skipped.";

    private static final String PACKAGE = "@dailymotion/vast-client";
    private static final Path INSTALLED = Path.of(System.getProperty("vastClient.folder", "target/vast-client"));
    private static final int INSTALL_SECONDS = 40;
    private static final int RUN_SECONDS = 60;

    private VastClient() {
    }

    /** What it counts in each document, or why it refuses it; empty when it cannot be run here. */
    static Optional<Map<String, Map<String, Object>>> counts(Map<String, String> documents) {
        try {
            if (!isInstalled() && !install()) {
                return Optional.empty();
            }
            return Optional.of(JsonMapper.shared().readValue(run(documents), new TypeReference<>() { }));
        } catch (IOException notThere) {
            // No Node, or no npm.
            return Optional.empty();
        }
    }

    private static boolean isInstalled() throws IOException {
        Path description = INSTALLED.resolve("node_modules").resolve(PACKAGE).resolve("package.json");
        return Files.isRegularFile(description)
                && Files.readString(description).contains("\"version\": \"" + VERSION + "\"");
    }

    private static boolean install() throws IOException {
        Files.createDirectories(INSTALLED);
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        var command = new ArrayList<>(windows ? List.of("cmd", "/c", "npm") : List.of("npm"));
        command.addAll(List.of("install", "--prefix", INSTALLED.toString(), "--prefer-offline", "--ignore-scripts",
                "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=10000", PACKAGE + "@" + VERSION));
        Process npm = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        npm.getOutputStream().close();
        return ended(npm, INSTALL_SECONDS) && npm.exitValue() == 0 && isInstalled();
    }

    private static String run(Map<String, String> documents) throws IOException {
        Path output = Files.createTempFile("vast-client", ".json");
        try {
            Process node = new ProcessBuilder("node", script().toString(), INSTALLED.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(output.toFile()).start();
            try (OutputStream in = node.getOutputStream()) {
                in.write(JsonMapper.shared().writeValueAsString(documents).getBytes(StandardCharsets.UTF_8));
            }
            if (!ended(node, RUN_SECONDS) || node.exitValue() != 0) {
                throw new AssertionError("vast-client is there, and did not count");
            }
            return Files.readString(output);
        } finally {
            Files.delete(output);
        }
    }

    private static Path script() {
        try {
            return Path.of(VastClient.class.getResource("vast-client-counts.cjs").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a test's resource has an address", impossible);
        }
    }

    private static boolean ended(Process process, int seconds) {
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException calledOff) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }
}
