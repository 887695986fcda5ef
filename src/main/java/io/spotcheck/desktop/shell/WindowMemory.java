package io.spotcheck.desktop.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file in which the window's state is kept. Changes are written a moment after the last one, to a file beside it
 * that is then moved into its place. A file that cannot be read is as good as none: nothing is lost but a layout.
 */
public final class WindowMemory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
    private static final Duration CALM = Duration.ofMillis(400);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("window-memory").factory());
    private Optional<ScheduledFuture<?>> waiting = Optional.empty();
    private Optional<WindowState> unwritten = Optional.empty();

    /** A memory in this file. */
    public WindowMemory(Path file) {
        this.file = file;
    }

    /** Where this platform keeps such files. */
    public static Path standardFile() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        Path folder;
        if (system.contains("win")) {
            folder = set("APPDATA").orElse(home.resolve("AppData").resolve("Roaming")).resolve("Spotcheck");
        } else if (system.contains("mac")) {
            folder = home.resolve("Library").resolve("Application Support").resolve("Spotcheck");
        } else {
            folder = set("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("spotcheck");
        }
        return folder.resolve("window.json");
    }

    /** What was kept; the first state when there is nothing, or nothing readable. */
    public WindowState read() {
        try {
            WindowState kept = JSON.readValue(Files.readString(file), WindowState.class);
            return kept == null ? WindowState.first() : kept;
        } catch (NoSuchFileException never) {
            return WindowState.first();
        } catch (IOException | JacksonException unreadable) {
            LOG.info("the window's state in {} cannot be read: {}", file, unreadable.getMessage());
            return WindowState.first();
        }
    }

    /** Keeps a state, soon. */
    public synchronized void keep(WindowState state) {
        unwritten = Optional.of(state);
        waiting.ifPresent(w -> w.cancel(false));
        waiting = Optional.of(writer.schedule(this::write, CALM.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Writes what is still to be written. */
    @Override
    public void close() {
        write();
        writer.shutdown();
    }

    private synchronized void write() {
        unwritten.ifPresent(this::replace);
        unwritten = Optional.empty();
    }

    private void replace(WindowState state) {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(fresh, JSON.writeValueAsString(state));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            LOG.warn("the window's state cannot be kept in {}: {}", file, unwritable.toString());
        }
    }

    private static Optional<Path> set(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(v -> !v.isBlank()).map(Path::of);
    }
}
