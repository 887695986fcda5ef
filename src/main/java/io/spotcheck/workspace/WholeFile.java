package io.spotcheck.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A file that is written as a whole or not at all. */
public final class WholeFile {

    private static final Set<PosixFilePermission> WRITING = EnumSet.of(PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private WholeFile() {
    }

    /**
     * Writes a file, and the folders above it where they are missing. What was there before stays until all of the new
     * is on the disk, and whoever might read or write it still may; a link stays one, and a file that is read-only is
     * not replaced.
     *
     * @throws IOException if that is not possible; then the old file is as it was
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        refuseReadOnly(target);
        Path folder = Optional.ofNullable(target.getParent()).orElseThrow();
        Files.createDirectories(folder);
        // Not a temporary file of the system's making: that one would be closed to the rest of the team.
        Path fresh = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            writeThrough(fresh, content);
            if (hasPermissions(target)) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(target));
            }
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException notHere) {
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A move would replace a file that its owner has protected from writing, too. */
    private static void refuseReadOnly(Path target) throws IOException {
        if (Files.exists(target) && (!Files.isWritable(target) || hasPermissions(target)
                && Collections.disjoint(Files.getPosixFilePermissions(target), WRITING))) {
            throw new AccessDeniedException(target.toString(), null, "it is read-only");
        }
    }

    private static boolean hasPermissions(Path target) throws IOException {
        return Files.exists(target)
                && Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class);
    }

    /** On the disk before it takes the old one's place: a power cut leaves one of both, whole. */
    private static void writeThrough(Path fresh, byte[] content) throws IOException {
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
