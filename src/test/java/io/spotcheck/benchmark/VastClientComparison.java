package io.spotcheck.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.spotcheck.protocol.vast.document.VastReader;
import io.spotcheck.xml.XmlText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Documents to models, by us and by the npm package {@code @dailymotion/vast-client} in Node: how many of them each
 * process makes in a second of processor time, with everything else that the process does. Both have a process of their
 * own for each document, so that none was made ready by another.
 */
public final class VastClientComparison {

    /** Asks for our own number of one size. */
    private static final String ONE = "--one";
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration MEASURED = Duration.ofSeconds(6);
    private static final Path SCRIPT = Path.of("src", "test", "resources", "io", "spotcheck", "benchmark",
            "vast-client-throughput.cjs");

    private VastClientComparison() {
    }

    /** Prints documents a second for each size. The argument is the folder that holds {@code node_modules}. */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals(ONE)) {
            System.out.println(measure(SampleSize.valueOf(arguments[1]).document()));
            return;
        }
        for (SampleSize size : SampleSize.values()) {
            byte[] document = size.document();
            double ours = told(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", System.getProperty("java.class.path"), VastClientComparison.class.getName(), ONE,
                    size.name()));
            double theirs = theirs(document, arguments[0]);
            System.out.printf(Locale.ROOT, "%s %d bytes: %.0f documents a second, vast-client %.0f: ×%.1f%n", size,
                    document.length, ours, theirs, ours / theirs);
        }
    }

    private static double measure(byte[] document) throws Exception {
        var reader = new VastReader();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        read(reader, document, system, WARM_UP);
        return read(reader, document, system, MEASURED);
    }

    private static double read(VastReader reader, byte[] document, OperatingSystemMXBean system, Duration time)
            throws Exception {
        long start = system.getProcessCpuTime();
        long read = 0;
        while (system.getProcessCpuTime() - start < time.toNanos()) {
            for (int i = 0; i < 20; i++) {
                read += reader.read(XmlText.decode(document, Optional.empty())).ads().isEmpty() ? 0 : 1;
            }
        }
        return read * 1e9 / (system.getProcessCpuTime() - start);
    }

    private static double theirs(byte[] document, String folder) throws IOException, InterruptedException {
        Path file = Files.createTempFile("document", ".xml");
        try {
            Files.write(file, document);
            return told(new ProcessBuilder("node", SCRIPT.toString(), folder, file.toString(),
                    String.valueOf(WARM_UP.toSeconds()), String.valueOf(MEASURED.toSeconds())));
        } finally {
            Files.delete(file);
        }
    }

    private static double told(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(command.command().getFirst() + " did not measure: " + told);
        }
        return Double.parseDouble(told);
    }
}
