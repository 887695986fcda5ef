package io.spotcheck.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotcheck.lint.Level;
import io.spotcheck.lint.LintSettings;
import io.spotcheck.lint.Suppression;
import io.spotcheck.orchestrator.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings file of a team, and what is said where it is wrong. */
class LintSettingsFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsLevelsAndSuppressions() throws IOException {
        LintSettings settings = read("""
                rules:
                  VAST-URL-NOT-HTTPS: Warning
                  VAST-ERROR-ABSENT: off
                suppressions:
                  - rule: VAST-MEDIAFILE-FLASH
                    path: /VAST/Ad[2]
                    reason: The set-top boxes of one partner still play it.
                """);
        assertThat(settings.levels()).containsEntry("VAST-URL-NOT-HTTPS", Level.WARNING)
                .containsEntry("VAST-ERROR-ABSENT", Level.OFF);
        assertThat(settings.suppressions()).containsExactly(new Suppression("VAST-MEDIAFILE-FLASH",
                Optional.of("/VAST/Ad[2]"), "The set-top boxes of one partner still play it."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# rules:\n#   VAST-NO-AD: off\n"})
    void leavesEverythingAsItIsWhenItHoldsNothing(String text) throws IOException {
        assertThat(read(text)).isEqualTo(LintSettings.standard());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules:~  VAST-NO-ADD: off | lint.yaml:2:3: There is no rule “VAST-NO-ADD”; perhaps VAST-NO-AD is meant.
            rules:~  VAST-NO-AD: info~  LAMP: off | lint.yaml:3:3: There is no rule “LAMP”.
            rules:~  VAST-NO-AD: loud | lint.yaml:2:3: VAST-NO-AD cannot be “loud”; write error, warning, info or off.
            suppressions:~  - rule: LAMP~    reason: x | lint.yaml:2:3: There is no rule “LAMP”.
            suppressions:~  - rule: VAST-NO-AD | lint.yaml:2:3: The suppression of VAST-NO-AD needs a reason.
            suppressions:~- path: /VAST~  reason: x | lint.yaml:2:1: A suppression needs the rule that it is for.
            suppressions:~- rule: VAST-NO-AD~  reason: x~  path: VAST | lint.yaml:2:1: The path “VAST” must begin at
            rule:~  VAST-NO-AD: off | lint.yaml:1:1: There is no “rule” here; there is rules, suppressions.""")
    void saysWhereItIsWrong(String text, String message) {
        assertThatThrownBy(() -> read(text.replace('~', '\n'))).isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(message);
    }

    private LintSettings read(String text) throws IOException {
        return LintSettingsFile.read(Files.writeString(folder.resolve("lint.yaml"), text));
    }
}
