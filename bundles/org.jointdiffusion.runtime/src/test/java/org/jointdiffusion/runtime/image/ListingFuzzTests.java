package org.jointdiffusion.runtime.image;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.testing.Bounds;
import org.jointdiffusion.runtime.testing.Mutation;
import org.jointdiffusion.runtime.testing.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged listings give images and problems, or one message, in little time and memory. */
final class ListingFuzzTests {

    private static final int CASES = Soak.cases(200, 10_000);

    private static final Bounds BOUNDS = Bounds.mebibytes(16);

    @TempDir
    private Path folder;

    @Test
    void damagedCsvFilesAreReadOrRefused() throws IOException {
        Files.write(folder.resolve("a.png"), PngEncoder.encode(TestImages.gradient(1, 4, 4)));
        final byte[] csv =
                TestImages.text("file,label,note\na.png,one,\"x, y\"\n\"a.png\";two\n\n../a.png,\"th\nree\"\n"
                        + "a.png\tfour\r\nmissing.png,,\n");
        final Path file = folder.resolve("list.csv");
        for (int seed = 0; seed < CASES; seed++) {
            Files.write(file, Mutation.of(csv, seed));
            assertReadOrRefused("CSV " + seed, LabeledImageSource.of(LabeledImageLayout.CSV_FILE, file));
        }
        Soak.tried("damaged CSV files", CASES);
    }

    @Test
    void damagedIdxFilesAreReadOrRefused() throws IOException {
        final byte[] images = ByteBuffer.allocate(16 + 3 * 20)
                .putInt(0x803)
                .putInt(3)
                .putInt(4)
                .putInt(5)
                .array();
        final byte[] labels = ByteBuffer.allocate(8 + 3).putInt(0x801).putInt(3).array();
        final Path file = folder.resolve("train-images-idx3-ubyte");
        final Path labelFile = folder.resolve("train-labels-idx1-ubyte");
        for (int seed = 0; seed < CASES; seed++) {
            Files.write(file, seed % 2 == 0 ? Mutation.of(images, seed) : images);
            Files.write(labelFile, seed % 4 == 0 ? labels : Mutation.of(labels, seed));
            assertReadOrRefused("IDX " + seed, LabeledImageSource.of(LabeledImageLayout.IDX_FILES, file));
        }
        Soak.tried("damaged pairs of IDX files", CASES);
    }

    @Test
    void aRecordWithoutEndIsRefused() throws IOException {
        final Path file = folder.resolve("list.csv");
        Files.writeString(file, "file,label\na.png,\"" + "x".repeat(8 << 20));
        final LabeledImageSource source = LabeledImageSource.of(LabeledImageLayout.CSV_FILE, file);
        final IOException exception = assertThrows(IOException.class, () -> LabeledImageScanner.open(source));
        assertTrue(exception.getMessage().contains("cannot be read as UTF-8 text"), exception.getMessage());
    }

    @Test
    void devicesAndFoldersAreNoImages() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "this system has no endless file");
        final Path file = folder.resolve("list.csv");
        Files.writeString(file, "file,label\n/dev/zero,one\n.,two\n");
        LabeledImageScanner.open(LabeledImageSource.of(LabeledImageLayout.CSV_FILE, file))
                .forEach(
                        ProgressMonitor.silent(),
                        image -> assertTrue(
                                image.problem().orElseThrow().contains("is a folder or a device"), image.toString()));
    }

    private static void assertReadOrRefused(final String what, final LabeledImageSource source) {
        BOUNDS.check(what, () -> {
            try {
                LabeledImageScanner.open(source)
                        .forEach(
                                ProgressMonitor.silent(),
                                image -> assertTrue(image.image().isPresent()
                                        || image.problem().orElseThrow().endsWith(".")));
            } catch (final IOException | UncheckedIOException e) {
                assertTrue(e.getMessage().endsWith("."), what + ": " + e.getMessage());
            }
            return what;
        });
    }
}
