package org.jointdiffusion.nodes.modelio;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jointdiffusion.nodes.modelio.ModelWriterParameters.ExistingFile;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/**
 * Writes a file wholly or not at all.
 *
 * <p>The content goes to a file beside it first, reaches the disk, and only then takes the name: whatever interrupts
 * the writing, the old file stays as it was, and nobody ever sees half a file under its name.
 */
final class WholeFile {

    /** What is written. */
    @FunctionalInterface
    interface Content {
        /** Writes everything; the stream is closed by the caller. */
        void writeTo(OutputStream stream) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes the file.
     *
     * @throws IOException with a sentence for the user, when the file exists and is to be kept, or the disk is full or
     *     cannot be written
     * @throws CanceledExecutionException when the user cancelled before the file took its name
     */
    static void write(final Path file, final ExistingFile rule, final Content content, final ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        final Path part = file.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            writePart(file, part, content);
            monitor.checkCanceled();
            move(part, file, rule);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static IOException existing(final Path file) {
        return new IOException("The file \"" + file
                + "\" exists already. Choose another location, or let the node overwrite it: see its dialog.");
    }

    private static void writePart(final Path file, final Path part, final Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeAll(file, Channels.newOutputStream(channel), content);
            channel.force(true);
        } catch (final FileSystemException e) {
            throw unwritable(file, e);
        }
    }

    /** Writes the content to what is open already; {@code file} is what messages name. */
    static void writeAll(final Path file, final OutputStream disk, final Content content) throws IOException {
        final Disk marked = new Disk(disk);
        try {
            final OutputStream stream = new BufferedOutputStream(marked);
            content.writeTo(stream);
            stream.flush();
        } catch (final IOException e) {
            throw e == marked.m_failure ? unwritable(file, e) : e;
        }
    }

    private static void move(final Path part, final Path file, final ExistingFile rule) throws IOException {
        try {
            if (rule == ExistingFile.OVERWRITE) {
                replace(part, file);
            } else {
                Files.move(part, file);
            }
        } catch (final FileAlreadyExistsException e) {
            throw existing(file);
        } catch (final FileSystemException e) {
            throw unwritable(file, e);
        }
    }

    /** In one step where the file system can: there is always one whole file under the name. */
    private static void replace(final Path part, final Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (final AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static IOException unwritable(final Path file, final IOException cause) {
        return new IOException(
                "The file \"" + file + "\" cannot be written: " + FileProblem.reason(cause)
                        + ". Choose another location, or make sure that there is space and the right to write there.",
                cause);
    }

    /** Remembers what failed at the disk, to tell it apart from what the content itself has to say. */
    private static final class Disk extends FilterOutputStream {

        private IOException m_failure;

        Disk(final OutputStream disk) {
            super(disk);
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (final IOException e) {
                m_failure = e;
                throw e;
            }
        }
    }
}
