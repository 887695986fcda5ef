package io.spotcheck.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Serves the files of {@code assets/creatives}, whole or in parts: players ask for ranges of a film. */
record CreativeRoute(Creatives creatives) implements Route {
    @Override
    public Reply answer(Request request) throws RefusedException, IOException {
        Path file = creatives.find(request.rest()).orElseThrow(() -> new RefusedException(404,
                "The sandbox has no creative at " + request.path() + ". GET / lists what it serves."));
        long length = Files.size(file);
        String tag = "\"" + Long.toHexString(length) + "-"
                + Long.toHexString(Files.getLastModifiedTime(file).toMillis()) + "\"";
        ContentType type = ContentType.ofFile(request.rest());
        if (request.header("if-none-match").filter(tag::equals).isPresent()) {
            return new Reply.Bare(304, Map.of("ETag", tag, "Cache-Control", "no-cache"));
        }
        // A part of a film that has changed since would not fit the part that the player has.
        boolean unchanged = request.header("if-range").map(tag::equals).orElse(true);
        ByteRange range = unchanged ? ByteRange.of(request.header("range").orElse(""), length) : new ByteRange.All();
        Map<String, String> headers = Map.of("Accept-Ranges", "bytes", "ETag", tag, "Cache-Control", "no-cache");
        return switch (range) {
            case ByteRange.All() -> new Reply.Sized(200, headers, type, length, out -> copy(file, 0, length, out));
            case ByteRange.Part part -> new Reply.Sized(206,
                    with(headers, "bytes " + part.first() + "-" + part.last() + "/" + length),
                    type, part.length(), out -> copy(file, part.first(), part.length(), out));
            case ByteRange.Unsatisfiable() -> new Reply.Bare(416, with(headers, "bytes */" + length));
        };
    }

    private static Map<String, String> with(Map<String, String> headers, String contentRange) {
        var all = new HashMap<>(headers);
        all.put("Content-Range", contentRange);
        return Map.copyOf(all);
    }

    private static void copy(Path file, long first, long length, OutputStream out) throws IOException {
        WritableByteChannel target = Channels.newChannel(out);
        try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ)) {
            long copied = 0;
            while (copied < length) {
                long step = source.transferTo(first + copied, length - copied, target);
                if (step <= 0) {
                    throw new IOException(file.getFileName() + " became shorter while it was sent");
                }
                copied += step;
            }
        }
    }
}
