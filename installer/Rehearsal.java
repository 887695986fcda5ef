import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the finished product once, so that the JVM can write down what every start loads: the AOT cache (JEP 514).
 * With it the window shows and a command answers in half the time. Part of the build: {@code java Rehearsal.java FOLDER}
 * with the folder that jpackage made. Where the rehearsal fails, the product stays as it is, and only starts slower.
 */
final class Rehearsal {

    private static final String CACHE = "spotcheck.aot";

    private Rehearsal() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path image = Path.of(args[0]);
        Path settings = find(image, "spotcheck.cfg");
        Path app = settings.getParent();
        Path cache = app.resolve(CACHE).toAbsolutePath();
        Path state = Files.createTempDirectory("spotcheck-rehearsal");
        Path log = state.resolve("log.txt");

        var rehearsal = new ProcessBuilder(launcher(image).toString(), app.resolve("profiles").toString());
        rehearsal.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", "-XX:AOTCacheOutput=" + quoted(cache),
                // The window comes up on no screen and closes by itself.
                "-Dspotcheck.rehearsal=true", "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-Duser.home=" + quoted(state)));
        rehearsal.environment().put("DISPLAY", "none");
        rehearsal.environment().remove("XDG_CONFIG_HOME");
        rehearsal.redirectInput(Redirect.from(sample(app).toFile()));
        rehearsal.redirectErrorStream(true).redirectOutput(log.toFile());
        int status = rehearsal.start().waitFor();

        if (status == 0 && Files.isRegularFile(cache)) {
            Files.write(settings, List.of("java-options=-XX:AOTCache=$APPDIR/" + CACHE,
                    // A cache that does not fit, such as after copying the folder, is passed over in silence.
                    "java-options=-Xlog:aot*=off:stderr", "java-options=-Xlog:cds*=off:stderr"),
                    StandardOpenOption.APPEND);
        } else {
            System.out.println("The rehearsal ended with " + status + "; the product will start slower. It said:");
            Files.readAllLines(log).stream().limit(20).forEach(System.out::println);
            Files.deleteIfExists(cache);
        }
        delete(state);
    }

    private static Path launcher(Path image) throws IOException {
        return System.getProperty("os.name").startsWith("Windows") ? image.resolve("spotcheck.exe") : Files.isDirectory(
                image.resolve("bin")) ? image.resolve("bin/spotcheck") : find(image.resolve("Contents/MacOS"), "spotcheck");
    }

    /** A document for the commands that read standard input. */
    private static Path sample(Path app) throws IOException {
        return find(app.resolve("assets"), "inline.xml");
    }

    private static Path find(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.getFileName().toString().equals(name)).findFirst()
                    .orElseThrow(() -> new IOException("there is no " + name + " in " + folder));
        }
    }

    /** The JVM takes quotes around values with blanks in this variable. */
    private static String quoted(Path path) {
        return path.toString().contains(" ") ? "\"" + path + "\"" : path.toString();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = new ArrayList<>(files.toList());
        }
        for (Path file : all.reversed()) {
            Files.delete(file);
        }
    }
}
