package io.spotcheck.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.spotcheck.protocol.vast.document.VastReader;
import io.spotcheck.xml.XmlText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Documents to models, by us and by the npm package {@code @dailymotion/vast-client} in Node: how many of them each
 * process makes in a second of processor time, with everything else that the process does.
 */
public final class VastClientComparison {

    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration MEASURED = Duration.ofSeconds(6);
    private static final Path SCRIPT = Path.of("src", "test", "resources", "io", "spotcheck", "benchmark",
            "vast-client-throughput.cjs");

    private VastClientComparison() {
    }

    /** Prints documents a second for each size. The argument is the folder that holds {@code node_modules}. */
    public static void main(String[] arguments) throws Exception {
        for (SampleSize size : SampleSize.values()) {
            byte[] document = size.document();
            double ours = ours(document);
            double theirs = theirs(document, arguments[0]);
            System.out.printf(Locale.ROOT, "%s %d bytes: %.0f documents a second, vast-client %.0f: ×%.1f%n", size,
                    document.length, ours, theirs, ours / theirs);
        }
    }

    private static double ours(byte[] document) throws Exception {
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
            Process node = new ProcessBuilder("node", SCRIPT.toString(), folder, file.toString(),
                    String.valueOf(WARM_UP.toSeconds()), String.valueOf(MEASURED.toSeconds()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String told = new String(node.getInputStream().readAllBytes()).strip();
            if (node.waitFor() != 0) {
                throw new IOException("Node did not measure: " + told);
            }
            return Double.parseDouble(told);
        } finally {
            Files.delete(file);
        }
    }
}
