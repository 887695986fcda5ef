package io.spotcheck.validation;

import io.spotcheck.orchestrator.ConfigFormat;
import io.spotcheck.orchestrator.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The text of a settings file, to say where in it something stands. */
final class SettingsText {

    private final String name;
    private final String text;
    private final List<String> lines;

    /**
     * Reads the file.
     *
     * @throws ConfigurationException if it cannot be read
     */
    SettingsText(Path file) {
        name = file.getFileName().toString();
        text = ConfigFormat.text(file);
        lines = text.lines().toList();
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    boolean isBlank() {
        return lines.stream().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
    }

    /** Where the level of a rule stands, as {@code lint.yaml:2:3:}. */
    String place(String rule) {
        for (int i = 0; i < lines.size(); i++) {
            int at = lines.get(i).indexOf(rule);
            if (at >= 0 && lines.get(i).substring(at + rule.length()).matches("[\"']?\\s*:.*")) {
                return place(i, at);
            }
        }
        return name + ":";
    }

    /** Where a suppression begins, by its number from 0. */
    String suppression(int number) {
        List<Integer> starts = new ArrayList<>();
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            inside = line.startsWith("suppressions") || inside && (line.isBlank() || " -#".indexOf(line.charAt(0)) >= 0);
            if (inside && line.strip().startsWith("-")) {
                starts.add(i);
            }
        }
        return number < starts.size() ? place(starts.get(number), lines.get(starts.get(number)).indexOf('-'))
                : name + ":";
    }

    private String place(int line, int column) {
        return name + ":" + (line + 1) + ":" + (column + 1) + ":";
    }
}
