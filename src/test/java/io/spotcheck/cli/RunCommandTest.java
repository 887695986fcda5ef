package io.spotcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {

    private static final String NO_AD = """
            name: %s
            upstream: {type: memory, endpoint: 'memory://a', document: '<VAST version="4.2"/>'}
            expect: {errorCode: %s}
            """;

    @Test
    void passesEveryProfileOfTheSampleWorkspace() {
        CliRun run = CliRun.of("run", "profiles", "--format", "json");
        JsonNode summary = run.json().get("summary");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(summary.get("profiles").intValue()).isGreaterThanOrEqualTo(12)
                .isEqualTo(summary.get("passed").intValue());
        assertThat(run.err().lines()).hasSize(summary.get("profiles").intValue());
        assertThat(run.json().get("profiles").get(0).get("file").stringValue()).startsWith("profiles/");
        assertThat(run.json().get("profiles").get(0).get("result").has("tree")).isTrue();
    }

    @Test
    void endsWithOneWhenAnAssertionFails(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("good.yaml"), NO_AD.formatted("Good", "NO_AD"));
        Files.writeString(folder.resolve("bad.yaml"), NO_AD.formatted("Bad", "TIMEOUT"));
        CliRun run = CliRun.of("run", folder.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("✕ Bad").contains("errorCode: expected TIMEOUT, was NO_AD").doesNotContain("Good");
        assertThat(run.out().lines().toList().getLast()).startsWith("✕ 1 failed · 1 passed · ");
    }

    @Test
    void endsWithTwoWhenAFileCannotBeReadAndStillRunsTheOthers(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), NO_AD.formatted("Good", "NO_AD"));
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "name: Broken\nexpct: {}\n");
        CliRun run = CliRun.of("run", good.toString(), broken.toString(), "--parallel", "1");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).contains("broken.yaml:2:1: There is no “expct” here").contains("1 passed");
        assertThat(run.err()).contains("broken.yaml:2:1: There is no “expct” here");
    }

    @Test
    void tellsEachProfileInALineOfItsOwn(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("good.yaml"), NO_AD.formatted("Good", "NO_AD"));
        Files.writeString(folder.resolve("bad.yaml"), NO_AD.formatted("Bad", "TIMEOUT"));

        CliRun run = CliRun.of("run", folder.toString(), "--format", "ndjson");

        assertThat(run.status()).isEqualTo(1);
        List<JsonNode> lines = run.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.subList(0, 2)).extracting(line -> line.get("name").stringValue() + " "
                + line.get("outcome").stringValue()).containsExactlyInAnyOrder("Good passed", "Bad failed");
        assertThat(lines.getLast().get("summary").get("passed").intValue()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNotThere(@TempDir Path folder) {
        assertThat(CliRun.of("run", folder.toString()).err()).contains("There are no profiles in");
        assertThat(CliRun.of("run", folder.resolve("x").toString()).err()).contains("There is no file or folder");
        assertThat(CliRun.of("run", "profiles", "--parallel", "0").status()).isEqualTo(2);
        assertThat(CliRun.of("run").status()).isEqualTo(2);
    }
}
