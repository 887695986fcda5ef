package io.spotcheck.desktop.shell;

import io.spotcheck.xml.XmlText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Files whose text is replaced and whose encoding stays. */
final class TextFile {

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final String MARK = "\uFEFF";

    private TextFile() {
    }

    /**
     * Replaces the text of a file, if it is still what somebody saw.
     *
     * @throws IOException if the file cannot be read or written, has changed, or is in an encoding that cannot be kept
     */
    static void replace(Path file, String before, String after) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!XmlText.decode(bytes, Optional.empty()).equals(before)) {
            throw new IOException("it has changed meanwhile");
        }
        for (Charset charset : CHARSETS) {
            for (String mark : List.of("", MARK)) {
                if (Arrays.equals((mark + before).getBytes(charset), bytes) && charset.newEncoder().canEncode(after)) {
                    write(file, (mark + after).getBytes(charset));
                    return;
                }
            }
        }
        throw new IOException("its encoding cannot be kept");
    }

    /** A file beside it is written and moved into its place, so that nobody ever sees half of it. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Path real = file.toRealPath();
        Path fresh = real.resolveSibling(real.getFileName() + ".tmp");
        try {
            Files.write(fresh, bytes);
            Files.move(fresh, real, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
