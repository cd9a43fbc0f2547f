package org.jointdiffusion.runtime.image;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One IDX file of unsigned bytes, packed with gzip or not; which of the two is told from its content.
 *
 * @param path where it is
 * @param sizes the size of each dimension; the first is the number of items
 */
record IdxFile(Path path, List<Long> sizes) {

    /** Reads the header; throws {@link IOException} with a message for the user when it is no such file. */
    static IdxFile open(final Path path, final int dimensions) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException("\"" + path + "\" is not a file. Choose an IDX file.");
        }
        try (DataInputStream stream = stream(path)) {
            // two zero bytes, the type (8 = unsigned byte), the number of dimensions
            final int magic = stream.readInt();
            if (magic != 0x0800 + dimensions) {
                throw new IOException("\"" + path + "\" is not an IDX file of unsigned bytes with " + dimensions
                        + (dimensions == 1 ? " dimension." : " dimensions.")
                        + " Choose the original file of the data set.");
            }
            final List<Long> sizes = new ArrayList<>();
            for (int i = 0; i < dimensions; i++) {
                sizes.add(Integer.toUnsignedLong(stream.readInt()));
            }
            return new IdxFile(path, List.copyOf(sizes));
        } catch (final EOFException | ZipException e) {
            throw damaged(path, e);
        }
    }

    /** The number of items. */
    long count() {
        return sizes.get(0);
    }

    /** Checks that the file holds exactly as many bytes as its header says; reads it once, in constant memory. */
    void checkLength() throws IOException {
        long expected = 1;
        for (final long size : sizes) {
            expected = Math.multiplyExact(expected, size);
        }
        try (DataInputStream stream = data()) {
            stream.skipNBytes(expected);
            if (stream.read() >= 0) {
                throw new IOException(
                        "The IDX file \"" + path + "\" is longer than its header says. Get the file again.");
            }
        } catch (final EOFException | ZipException e) {
            throw damaged(path, e);
        }
    }

    /** The data behind the header. */
    DataInputStream data() throws IOException {
        final DataInputStream stream = stream(path);
        stream.skipNBytes(4L + 4L * sizes.size());
        return stream;
    }

    private static DataInputStream stream(final Path path) throws IOException {
        final InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            file.mark(2);
            final boolean packed = file.read() == 0x1f && file.read() == 0x8b;
            file.reset();
            return new DataInputStream(packed ? new BufferedInputStream(new GZIPInputStream(file), 1 << 16) : file);
        } catch (final IOException e) {
            file.close();
            throw e;
        }
    }

    private static IOException damaged(final Path path, final IOException cause) {
        return new IOException("The IDX file \"" + path + "\" is damaged or cut short. Get the file again.", cause);
    }
}
