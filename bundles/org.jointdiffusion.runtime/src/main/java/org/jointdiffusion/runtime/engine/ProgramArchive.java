package org.jointdiffusion.runtime.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs the text of a TorchScript class {@code M} without parameters as the archive that PyTorch loads.
 *
 * <p>Only ever made in memory from our own text: no archive is read from a file.
 */
final class ProgramArchive {

    /** The first archive version whose loader leaves {@code div_} as it is. */
    private static final String VERSION = "10\n";

    /** The pickled object: an instance of {@code __torch__.M} whose only attribute is {@code training = True}. */
    private static final String OBJECT = "\u0080\u0002c__torch__\nM\n)\u0081}(X\u0008\0\0\0training\u0088ub.";

    /** The pickled empty tuple: the program has no constant tensors. */
    private static final String CONSTANTS = "\u0080\u0002).";

    private ProgramArchive() {}

    /** The bytes of the archive. */
    static byte[] pack(final String program) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            store(zip, "m/data.pkl", OBJECT.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "m/code/__torch__.py", program.getBytes(StandardCharsets.UTF_8));
            store(zip, "m/constants.pkl", CONSTANTS.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "m/version", VERSION.getBytes(StandardCharsets.ISO_8859_1));
        } catch (final IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return bytes.toByteArray();
    }

    private static void store(final ZipOutputStream zip, final String name, final byte[] content) throws IOException {
        final CRC32 checksum = new CRC32();
        checksum.update(content);
        final ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
