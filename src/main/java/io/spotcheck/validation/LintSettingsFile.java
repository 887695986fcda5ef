package io.spotcheck.validation;

import io.spotcheck.lint.Level;
import io.spotcheck.lint.LintSettings;
import io.spotcheck.lint.NearestName;
import io.spotcheck.lint.Rule;
import io.spotcheck.lint.RuleBook;
import io.spotcheck.lint.Suppression;
import io.spotcheck.orchestrator.ConfigFormat;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final NearestName NEAREST = new NearestName(1);
    private static final int MOST_TYPING_ERRORS = 3;

    private LintSettingsFile() {
    }

    private record Document(@Nullable Map<String, String> rules, @Nullable List<Entry> suppressions) {
    }

    private record Entry(@Nullable String rule, Optional<String> path, @Nullable String reason) {
    }

    /**
     * Reads a file. One that holds nothing, or comments only, leaves everything as it is.
     *
     * @throws ConfigurationException if it cannot be read or is wrong; it says where
     */
    public static LintSettings read(Path file) {
        var text = new SettingsText(file);
        if (text.isBlank()) {
            return LintSettings.standard();
        }
        Document document = ConfigFormat.parse(text.text(), text.name(), Document.class);
        RuleBook book = DocumentValidator.rules();
        var levels = new LinkedHashMap<String, Level>();
        Optional.ofNullable(document.rules).orElse(Map.of()).forEach((rule, level) ->
                levels.put(known(rule, book, text.place(rule)), level(rule, level, text)));
        var suppressions = new ArrayList<Suppression>();
        for (Entry entry : Optional.ofNullable(document.suppressions).orElse(List.of())) {
            suppressions.add(suppression(entry, book, text.suppression(suppressions.size())));
        }
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

    private static String known(String rule, RuleBook book, String place) {
        if (book.rule(rule).isEmpty()) {
            throw new ConfigurationException(place + " There is no rule “" + rule + "”"
                    + NEAREST.of(rule, book.rules().stream().map(Rule::id).toList(), MOST_TYPING_ERRORS)
                    .map(meant -> "; perhaps " + meant + " is meant.").orElse("."));
        }
        return rule;
    }

    private static Level level(String rule, String level, SettingsText text) {
        try {
            // To some readers of YAML, off is another word for false.
            return level.equals("false") ? Level.OFF : Level.valueOf(level.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ConfigurationException(text.place(rule) + " " + rule + " cannot be “" + level
                    + "”; write error, warning, info or off.", unknown);
        }
    }

    private static Suppression suppression(Entry entry, RuleBook book, String place) {
        if (entry.rule == null || entry.rule.isBlank()) {
            throw new ConfigurationException(place + " A suppression needs the rule that it is for.");
        }
        String rule = known(entry.rule, book, place);
        if (entry.reason == null || entry.reason.isBlank()) {
            throw new ConfigurationException(place + " The suppression of " + rule + " needs a reason.");
        }
        if (entry.path.filter(path -> !path.startsWith("/")).isPresent()) {
            throw new ConfigurationException(place + " The path “" + entry.path.get()
                    + "” must begin at the root, as /VAST/Ad[2] does.");
        }
        return new Suppression(rule, entry.path, entry.reason);
    }
}
