package io.spotcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpotcheckCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"resolve", "run", "sandbox"})
    void helpsWithEveryCommandAndDescribesEveryOption(String command) {
        CliRun run = CliRun.of(command, "--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Usage: spotcheck " + command);
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        // A long name has its description on the next line, far to the right.
        assertThat(run.out()).doesNotContainPattern("(?m)^ +(-\\w, )?--[a-z-]+(=\\S+)? *\\n(?! {20,}\\S)");
    }

    @Test
    void namesItsVersionAndItsCommands() {
        assertThat(CliRun.of("--version").out()).startsWith("spotcheck ");
        assertThat(CliRun.of("--help").out()).contains("resolve", "run", "sandbox", "Exit status")
                .doesNotContain("generate-completion");
    }

    @Test
    void namesTheCommandsWhereOneIsNotKnown() {
        assertThat(CliRun.of("nonsense").err()).isEqualTo("There is no command “nonsense”; there is resolve, validate, "
                + "run, sandbox. Try “spotcheck --help”.\n");
    }

    @Test
    void writesShellCompletion() {
        assertThat(CliRun.of("generate-completion").out()).startsWith("#!/usr/bin/env bash").contains("--max-depth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "--nonsense"})
    void refusesInOneSentence(String argument) {
        CliRun run = argument.isEmpty() ? CliRun.of() : CliRun.of(argument);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).endsWith("\n");
    }
}
