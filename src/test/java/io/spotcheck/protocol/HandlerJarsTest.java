package io.spotcheck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars, compiled and packed here, bring protocols along. */
class HandlerJarsTest {

    private static final String SERVICE = "META-INF/services/io.spotcheck.protocol.ProtocolHandlerProvider";
    private static final String PROVIDER = """
            package lamp;

            import io.spotcheck.protocol.*;

            public final class Provider implements ProtocolHandlerProvider {
                public String protocol() {
                    return "%s";
                }

                public ProtocolHandler create(HandlerSettings settings) {
                    throw new IllegalArgumentException(Words.PLACE + settings.endpoints().size());
                }
            }

            final class Words {
                static final String PLACE = "from the jar ";
            }
            """;

    @TempDir
    private Path folder;

    private void jar(String name, String protocol) throws IOException {
        Path source = Files.writeString(Files.createDirectories(folder.resolve(name + "-source/lamp"))
                .resolve("Provider.java"), PROVIDER.formatted(protocol));
        Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-d", classes.toString(), "-classpath",
                System.getProperty("java.class.path"), source.toString())).isZero();
        Files.createDirectories(classes.resolve(SERVICE).getParent());
        Files.writeString(classes.resolve(SERVICE), "lamp.Provider\n");
        pack(name + ".jar", classes);
    }

    private void pack(String name, Path classes) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve(name)));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, jar);
            }
        }
    }

    @Test
    void eachJarBringsItsProtocolWithClassesOfItsOwn() throws IOException {
        jar("a", "lamp");
        jar("b", "torch");

        ProtocolHandlers handlers = ProtocolHandlers.load(folder);

        assertThat(handlers.names()).contains("lamp", "torch", "vast", "house");
        assertThat(handlers.problems()).isEmpty();
        Class<?> lamp = handlers.provider("lamp").orElseThrow().getClass();
        assertThat(lamp.getName()).isEqualTo("lamp.Provider");
        assertThat(lamp).isNotEqualTo(handlers.provider("torch").orElseThrow().getClass());
    }

    @Test
    void aJarDoesNotTakeTheNameOfAnotherProtocol() throws IOException {
        jar("a", "vast");

        assertThat(ProtocolHandlers.load(folder).provider("vast").orElseThrow().getClass().getName())
                .startsWith("io.spotcheck.");
    }

    @Test
    void whatCannotBeUsedIsToldAndHindersNobody() throws IOException {
        jar("good", "lamp");
        Files.writeString(folder.resolve("broken.jar"), "no jar at all");
        Path empty = Files.createDirectories(folder.resolve("nothing"));
        Files.write(empty.resolve("readme.txt"), "x".getBytes(StandardCharsets.UTF_8));
        pack("nothing.jar", empty);
        Path wrong = Files.createDirectories(folder.resolve("wrong/META-INF/services"));
        Files.writeString(wrong.resolve("io.spotcheck.protocol.ProtocolHandlerProvider"), "lamp.Gone\n");
        pack("wrong.jar", folder.resolve("wrong"));

        ProtocolHandlers handlers = ProtocolHandlers.load(folder);

        assertThat(handlers.names()).contains("lamp");
        assertThat(handlers.problems()).hasSize(3).allMatch(problem -> problem.endsWith("."))
                .anyMatch(problem -> problem.contains("broken.jar")).anyMatch(problem -> problem.contains("nothing.jar"))
                .anyMatch(problem -> problem.contains("wrong.jar") && problem.contains("lamp.Gone"));
    }

    @Test
    void aFolderThatIsNotThereBringsNothing() {
        assertThat(HandlerJars.in(folder.resolve("nowhere"))).isEqualTo(new HandlerJars(List.of(), List.of()));
    }

    @Test
    void theFolderIsNamedByThePropertyOrTheEnvironmentOrLiesInTheHome() {
        assertThat(HandlerJars.folder(Optional.of("a"), Optional.of("b"), "home")).isEqualTo(Path.of("a"));
        assertThat(HandlerJars.folder(Optional.empty(), Optional.of("b"), "home")).isEqualTo(Path.of("b"));
        assertThat(HandlerJars.folder(Optional.empty(), Optional.empty(), "home"))
                .isEqualTo(Path.of("home", ".spotcheck", "handlers"));
    }
}
