package io.spotcheck.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents of three sizes, put together from the samples that the sandbox serves. */
public enum SampleSize {
    /** A wrapper. */
    KB3(0),
    /** A pod as a page gets it. */
    KB17(14_000),
    /** A long break of a television channel. */
    KB44(44_000);

    private static final Path TAGS = Path.of("assets", "tags");
    private static final String AD_END = "  </Ad>\n";

    private final int least;

    SampleSize(int least) {
        this.least = least;
    }

    /** The document in UTF-8. */
    public byte[] document() {
        String text = least == 0 ? read("chain-wrapper.xml") : pod();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The ads of the pod and what comes after them, again and again, each with names of its own. */
    private String pod() {
        String pod = read("pod.xml");
        int start = pod.indexOf("  <Ad ");
        int end = pod.lastIndexOf(AD_END) + AD_END.length();
        var text = new StringBuilder(pod.substring(0, start));
        int ad = 0;
        int from = start;
        while (text.length() < least) {
            int to = pod.indexOf(AD_END, from) + AD_END.length();
            ad++;
            text.append(pod.substring(from, to).replaceFirst("<Ad id=\"[^\"]*\" sequence=\"\\d+\"",
                    "<Ad id=\"pod-" + ad + "\" sequence=\"" + ad + "\"")
                    .replaceFirst("<AdServingId>", "<AdServingId>" + ad + "-"));
            from = to < end ? to : start;
        }
        // One ad is left to somebody else.
        String wrapper = read("chain-wrapper.xml");
        text.append(wrapper, wrapper.indexOf("  <Ad "), wrapper.indexOf(AD_END) + AD_END.length());
        return text.append(pod.substring(end)).toString();
    }

    private static String read(String file) {
        try {
            return Files.readString(TAGS.resolve(file)).replace("{{sandbox}}", "https://ads.northlight.tv")
                    .replaceAll("\\{\\{\\w+}}", "1");
        } catch (IOException missing) {
            throw new UncheckedIOException("Run the benchmarks in the project's folder.", missing);
        }
    }
}
