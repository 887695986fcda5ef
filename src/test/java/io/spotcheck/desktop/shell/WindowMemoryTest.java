package io.spotcheck.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.desktop.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowMemoryTest {

    @TempDir
    Path folder;

    @Test
    void keepsTheLastState() throws IOException {
        Path file = folder.resolve("deep").resolve("window.json");
        var state = new WindowState(Optional.of(new WindowState.Bounds(1, 2, 1280, 800)), true, Theme.DARK, false, true,
                false, 0.4, 0.3, Optional.of("/team/tags"), Set.of("bids"));
        try (var memory = new WindowMemory(file)) {
            memory.keep(WindowState.first());
            memory.keep(state);
        }
        try (var memory = new WindowMemory(file)) {
            assertThat(memory.read()).isEqualTo(state);
        }
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void startsAfreshWhenTheFileIsBroken() throws IOException {
        Path file = folder.resolve("window.json");
        Files.writeString(file, "{\"theme\": \"PINK\"");
        try (var memory = new WindowMemory(file)) {
            assertThat(memory.read()).isEqualTo(WindowState.first());
        }
    }

    @Test
    void foldsTheLeftPanesInANarrowWindowAndBringsThemBack() {
        var layout = new Layout(WindowState.first());
        layout.resized(1600);
        layout.requestShownProperty().set(true);
        layout.resized(1000);
        assertThat(layout.profilesShownProperty().get()).isFalse();
        assertThat(layout.requestShownProperty().get()).isFalse();
        assertThat(layout.toState(WindowState.first()).requestShown()).isTrue();
        layout.resized(1600);
        assertThat(layout.profilesShownProperty().get()).isTrue();
        assertThat(layout.requestShownProperty().get()).isTrue();
    }
}
