package io.spotcheck.validation;

import io.spotcheck.lint.Level;
import io.spotcheck.lint.LintSettings;
import io.spotcheck.lint.RuleBook;
import io.spotcheck.lint.Suppression;
import io.spotcheck.orchestrator.ConfigFormat;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a team writes down how seriously it takes which rule:
 *
 * <pre>{@code
 * rules:
 *   VAST-URL-NOT-HTTPS: warning     # or error, info, off
 * suppressions:
 *   - rule: VAST-MEDIAFILE-FLASH
 *     path: /VAST/Ad[2]             # an element and all below it; everywhere when left out
 *     reason: The set-top boxes of one partner still play it.
 * }</pre>
 */
public final class LintSettingsFile {

    private LintSettingsFile() {
    }

    private record Document(@Nullable Map<String, String> rules, @Nullable List<Entry> suppressions) {
    }

    private record Entry(String rule, Optional<String> path, @Nullable String reason) {
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationException if it cannot be read or is wrong
     */
    public static LintSettings read(Path file) {
        Document document = ConfigFormat.read(file, Document.class);
        RuleBook known = DocumentValidator.rules();
        var levels = new LinkedHashMap<String, Level>();
        Optional.ofNullable(document.rules).orElse(Map.of())
                .forEach((rule, level) -> levels.put(known(rule, known, file), level(rule, level, file)));
        List<Suppression> suppressions = Optional.ofNullable(document.suppressions).orElse(List.of()).stream()
                .map(entry -> suppression(entry, known, file)).toList();
        return new LintSettings(levels, suppressions);
    }

    /**
     * The settings of the workspace that a file or folder belongs to; those of the rules themselves when it has none.
     *
     * @throws ConfigurationException if they are wrong
     */
    public static LintSettings around(Path path) {
        Path settings = Workspace.containing(path).folder().resolve(Workspace.LINT_FILE);
        return Files.isRegularFile(settings) ? read(settings) : LintSettings.standard();
    }

    private static String known(@Nullable String rule, RuleBook book, Path file) {
        if (rule == null || book.rule(rule).isEmpty()) {
            throw new ConfigurationException(file.getFileName() + ": there is no rule “" + rule + "”.");
        }
        return rule;
    }

    private static Level level(String rule, String level, Path file) {
        try {
            // To some readers of YAML, off is another word for false.
            return level.equals("false") ? Level.OFF : Level.valueOf(level.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ConfigurationException(file.getFileName() + ": " + rule + " cannot be “" + level
                    + "”; write error, warning, info or off.", unknown);
        }
    }

    private static Suppression suppression(Entry entry, RuleBook book, Path file) {
        String rule = known(entry.rule, book, file);
        if (entry.reason == null || entry.reason.isBlank()) {
            throw new ConfigurationException(file.getFileName() + ": the suppression of " + rule
                    + " needs a reason.");
        }
        return new Suppression(rule, entry.path, entry.reason);
    }
}
