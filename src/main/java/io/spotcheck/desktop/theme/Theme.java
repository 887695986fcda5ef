package io.spotcheck.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The light and the dark look. */
public enum Theme {
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK;

    private static final List<String> SANS = List.of("Inter", "SF Pro Text", "Segoe UI Variable Text", "Segoe UI",
            "Cantarell", "Ubuntu", "Noto Sans", "Roboto", "Open Sans", "Liberation Sans");
    private static final List<String> MONO = List.of("JetBrains Mono", "SF Mono", "Menlo", "Cascadia Mono", "Consolas",
            "Ubuntu Mono", "Source Code Pro", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono");

    /** The other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Dresses a scene, and every window of the application that has no look of its own. */
    public void dress(Scene scene) {
        String base = switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
        String colours = switch (this) {
            case LIGHT -> "light.css";
            case DARK -> "dark.css";
        };
        scene.getStylesheets().setAll(resource(colours), resource("spotcheck.css"), resource("window.css"), families());
    }

    /** The monospaced family that this machine has, for what CSS does not reach. */
    public static String monospaced() {
        return firstOf(MONO, "Monospaced");
    }

    private static String resource(String name) {
        URL found = Theme.class.getResource(name);
        return Objects.requireNonNull(found, name).toExternalForm();
    }

    /** CSS in JavaFX takes one family and no list, so the first one that is there is found here. */
    private static String families() {
        String css = """
                .root { -fx-font-family: "%s"; }
                .mono, .tabular { -fx-font-family: "%2$s"; }
                .mono-small { -fx-font-family: "%2$s"; -fx-font-size: 11px; }
                .source, .source .text, .gutter { -fx-font-family: "%2$s"; }
                """.formatted(firstOf(SANS, "System"), monospaced());
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String firstOf(List<String> families, String otherwise) {
        return families.stream().filter(f -> Font.font(f).getFamily().equalsIgnoreCase(f)).findFirst()
                .orElse(otherwise);
    }
}
