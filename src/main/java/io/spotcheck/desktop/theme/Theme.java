package io.spotcheck.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** The light and the dark look. */
public enum Theme {
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK;

    private static final Typeface SANS = new Typeface("Inter", "System",
            "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf", "/com/formdev/flatlaf/fonts/inter/Inter-Bold.otf");
    private static final Typeface MONO = new Typeface("JetBrains Mono", "Monospaced",
            "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf",
            "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Italic.ttf");

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

    private static String resource(String name) {
        URL found = Theme.class.getResource(name);
        return Objects.requireNonNull(found, name).toExternalForm();
    }

    /** The families by name, because CSS in JavaFX takes one family and no list to fall back on. */
    private static String families() {
        String css = """
                .root { -fx-font-family: "%s"; }
                .mono, .tabular { -fx-font-family: "%2$s"; }
                .mono-small { -fx-font-family: "%2$s"; -fx-font-size: 11px; }
                .source, .source .text, .gutter { -fx-font-family: "%2$s"; }
                """.formatted(SANS.family(), MONO.family());
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
