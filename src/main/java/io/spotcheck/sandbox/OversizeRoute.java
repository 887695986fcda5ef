package io.spotcheck.sandbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Streams a good document that comments make large: {@code /oversized}, {@code ?gzip}, {@code ?mib=N}. */
record OversizeRoute(Behaviour.Oversize rule, TagTemplates templates) implements Route {
    private static final String END = "</VAST>";
    private static final byte[] PADDING =
            "  <!-- This comment is here only to make the document larger than anybody should accept. -->\n"
                    .getBytes(StandardCharsets.UTF_8);

    @Override
    public Reply answer(Request request) throws RefusedException, IOException {
        String asked = request.parameter("mib").orElse(Integer.toString(rule.mebibytes()));
        long bytes = 1024L * 1024 * Request.number("mib", asked, 1, rule.mostMebibytes());
        String document = templates.document(rule.template());
        int cut = document.lastIndexOf(END);
        if (cut < 0) {
            throw new IOException(rule.template() + " has no " + END);
        }
        byte[] start = document.substring(0, cut).getBytes(StandardCharsets.UTF_8);
        byte[] end = document.substring(cut).getBytes(StandardCharsets.UTF_8);
        ContentType type = ContentType.ofFile(rule.template());
        if (request.asks("gzip")) {
            return new Reply.Streamed(200, Map.of("Content-Encoding", "gzip"), type, out -> {
                try (var gzip = new GZIPOutputStream(out)) {
                    write(gzip, start, end, bytes);
                }
            });
        }
        return new Reply.Streamed(200, Map.of(), type, out -> write(out, start, end, bytes));
    }

    private static void write(OutputStream out, byte[] start, byte[] end, long bytes) throws IOException {
        var buffered = new BufferedOutputStream(out, 64 * 1024);
        buffered.write(start);
        for (long written = start.length + end.length; written < bytes; written += PADDING.length) {
            buffered.write(PADDING);
        }
        buffered.write(end);
        buffered.flush();
    }
}
