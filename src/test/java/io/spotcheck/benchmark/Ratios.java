package io.spotcheck.benchmark;

import io.spotcheck.protocol.vast.document.VastReader;
import io.spotcheck.protocol.vast.lint.VastLinter;
import io.spotcheck.xml.XmlText;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The same as {@link DocumentBenchmark} for machines that others use, too: all of it in turns, in one thread, by the
 * processor's time, and compared with the bare scan. What was quick once is what it takes; the first half is warm-up.
 */
public final class Ratios {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BYTES_A_TURN = 1_000_000;
    private static final String USUAL_TURNS = "60";

    private static volatile Object last = "";

    private Ratios() {
    }

    @FunctionalInterface
    private interface Work {

        Object run() throws Exception;
    }

    /** Prints microseconds and ratios for each size. The argument is the number of turns. */
    public static void main(String[] arguments) throws Exception {
        int turns = Integer.parseInt(arguments.length > 0 ? arguments[0] : USUAL_TURNS);
        var scan = new BareScan();
        var reader = new VastReader();
        var linter = new VastLinter();
        for (SampleSize size : SampleSize.values()) {
            byte[] document = size.document();
            var works = new LinkedHashMap<String, Work>();
            works.put("scan", () -> scan.scan(document));
            works.put("model", () -> reader.read(XmlText.decode(document, Optional.empty())));
            works.put("lint", () -> linter.lint(XmlText.decode(document, Optional.empty())));
            print(size, document.length, measure(works, turns, Math.max(3, BYTES_A_TURN / document.length)));
        }
    }

    private static Map<String, Double> measure(Map<String, Work> works, int turns, int repeats) throws Exception {
        var times = new LinkedHashMap<String, double[]>();
        works.keySet().forEach(name -> times.put(name, new double[turns]));
        for (int turn = 0; turn < turns; turn++) {
            for (var work : works.entrySet()) {
                long start = THREADS.getCurrentThreadCpuTime();
                for (int i = 0; i < repeats; i++) {
                    last = work.getValue().run();
                }
                times.get(work.getKey())[turn] = (THREADS.getCurrentThreadCpuTime() - start) / 1000.0 / repeats;
            }
        }
        var lowQuartiles = new LinkedHashMap<String, Double>();
        times.forEach((name, all) -> {
            double[] warm = Arrays.copyOfRange(all, all.length / 2, all.length);
            Arrays.sort(warm);
            lowQuartiles.put(name, warm[warm.length / 4]);
        });
        return lowQuartiles;
    }

    private static void print(SampleSize size, int bytes, Map<String, Double> times) {
        double scan = times.get("scan");
        List<String> parts = times.entrySet().stream().map(time -> String.format(Locale.ROOT, "%s %.1f µs ×%.2f",
                time.getKey(), time.getValue(), time.getValue() / scan)).toList();
        System.out.println(size + " " + bytes + " bytes: " + String.join(" · ", parts));
    }
}
