package org.jointdiffusion.runtime.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder for checkpoints: one file for each training that is running or was broken off.
 *
 * <p>Only the newest few are kept, and none for more than a week, so that trainings which nobody goes on with leave
 * nothing behind.
 *
 * @param folder the folder; it is made when the first checkpoint is written, and only its owner may look into it
 * @param between how far apart checkpoints are at least; they are written at validations
 */
public record CheckpointFolder(Path folder, Duration between) {

    /** How many checkpoints there are at most. */
    private static final int MOST_FILES = 4;

    private static final Duration OLDEST = Duration.ofDays(7);
    private static final String ENDING = ".checkpoint";
    private static final String PART = ".part";

    /** The folder of this user beside other temporary files, with a checkpoint a minute. */
    public static CheckpointFolder usual() {
        final String name = "joint-diffusion-checkpoints-" + System.getProperty("user.name");
        return new CheckpointFolder(Path.of(System.getProperty("java.io.tmpdir"), name), Duration.ofMinutes(1));
    }

    /**
     * The checkpoint of a training, if there is a whole one; a damaged one is removed.
     *
     * @param key tells the training from others
     * @param weights the number of the network's weights
     */
    Optional<Checkpoint> read(final String key, final int weights) {
        if (!Files.exists(file(key))) {
            return Optional.empty();
        }
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file(key)))) {
            checkOwner();
            return Optional.of(CheckpointFile.read(stream, weights));
        } catch (final IOException | RuntimeException damaged) {
            // training from the beginning is what there is to do, and is what happens without a checkpoint
            delete(key);
            return Optional.empty();
        }
    }

    /**
     * Puts a checkpoint in the place of the training's last one, in one step.
     *
     * @throws IOException when the disk is full or cannot be written, or the folder belongs to another user
     */
    void write(final String key, final Checkpoint checkpoint) throws IOException {
        make();
        final Path part = Files.createTempFile(folder, key, PART);
        try {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part))) {
                CheckpointFile.write(checkpoint, stream);
            }
            Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Removes the checkpoint of a training that has ended. */
    void delete(final String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (final IOException exception) {
            // it is removed when it is old
        }
    }

    /** Removes what is old, and all but the newest files. */
    void cleanUp() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            final List<Path> newest = files.filter(CheckpointFolder::isOurs)
                    .sorted(Comparator.comparing(CheckpointFolder::modified).reversed())
                    .toList();
            final Instant oldest = Instant.now().minus(OLDEST);
            for (int place = 0; place < newest.size(); place++) {
                if (place >= MOST_FILES
                        || modified(newest.get(place)).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(newest.get(place));
                }
            }
        } catch (final IOException | UncheckedIOException exception) {
            // another process removes the same files
        }
    }

    private void make() throws IOException {
        if (!Files.isDirectory(folder)) {
            if (isPosix()) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        }
        checkOwner();
    }

    /** A folder that another user has made could hold the weights that this user likes. */
    private void checkOwner() throws IOException {
        if (!isPosix()) {
            return;
        }
        final Path own = Files.createTempFile(null, null);
        try {
            if (!Files.getOwner(folder).equals(Files.getOwner(own))) {
                throw new IOException("the folder \"" + folder + "\" belongs to another user");
            }
        } finally {
            Files.delete(own);
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private Path file(final String key) {
        return folder.resolve(key + ENDING);
    }

    private static boolean isOurs(final Path file) {
        return file.toString().endsWith(ENDING) || file.toString().endsWith(PART);
    }

    private static FileTime modified(final Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (final IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
