package org.jointdiffusion.runtime.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabeledImageScannerTests {

    private static final PixelImage IMAGE = TestImages.gradient(1, 3, 4);

    @TempDir
    private Path folder;

    @Test
    void classFoldersGiveLabelsInNaturalOrder() throws IOException {
        // Java cannot name such files where the system's locale has no such characters
        assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode('班'));
        image("Schürze/10.png");
        image("Schürze/9.png");
        image("Schürze/deep/1.png");
        image("Ärmel kurz/x.png");
        image("班/a.png");
        image("coat 10/a.png");
        image("Coat 2/a.png");
        image(".hidden/a.png");
        image("Coat 2/.hidden.png");
        Files.write(folder.resolve("Coat 2/Thumbs.db"), new byte[3]);
        Files.write(folder.resolve("readme.txt"), new byte[3]);
        final List<LabeledImage> images = scan(LabeledImageLayout.CLASS_FOLDERS, folder);
        assertEquals(
                List.of(
                        "Coat 2/a.png",
                        "coat 10/a.png",
                        "Schürze/9.png",
                        "Schürze/10.png",
                        "Schürze/deep/1.png",
                        "Ärmel kurz/x.png",
                        "班/a.png"),
                images.stream().map(LabeledImage::name).toList());
        assertEquals(
                List.of("Coat 2", "coat 10", "Schürze", "Schürze", "Schürze", "Ärmel kurz", "班"),
                images.stream().map(image -> image.label().orElseThrow()).toList());
        images.forEach(image -> assertEquals(Optional.of(IMAGE), image.image()));
    }

    @Test
    void filesThatAreNoImagesBecomeProblemsAndStopNothing() throws IOException {
        image("a/1.png");
        Files.write(folder.resolve("a/2.png"), Arrays.copyOf(PngEncoder.encode(IMAGE), 50));
        Files.writeString(folder.resolve("a/3.txt"), "hello");
        image("b/4.png");
        final List<LabeledImage> images = scan(LabeledImageLayout.CLASS_FOLDERS, folder);
        assertEquals(
                List.of(true, false, false, true),
                images.stream().map(i -> i.image().isPresent()).toList());
        assertTrue(images.get(1).problem().orElseThrow().startsWith("PNG: the file is damaged or cut short"));
        assertTrue(images.get(2).problem().orElseThrow().startsWith("The file is not a PNG"));
    }

    @Test
    void linksThatGoInCirclesAreNotFollowed() throws IOException {
        image("a/1.png");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        assertEquals(1, scan(LabeledImageLayout.CLASS_FOLDERS, folder).size());
    }

    @Test
    void foldersWithoutClassesOrImagesAreNamed() throws IOException {
        assertMessage(
                "\" does not exist. Check the location of the images.",
                LabeledImageSource.of(LabeledImageLayout.CLASS_FOLDERS, folder.resolve("none")));
        final LabeledImageSource source = LabeledImageSource.of(LabeledImageLayout.CLASS_FOLDERS, folder);
        assertMessage("\" holds no class folders.", source);
        Files.createDirectory(folder.resolve("a"));
        assertMessage("\" holds no images.", source);
        final Path file = Files.createFile(folder.resolve("file"));
        assertMessage("\" is not a folder.", LabeledImageSource.of(LabeledImageLayout.CLASS_FOLDERS, file));
    }

    @Test
    void aCsvFileListsImagesAndLabels() throws IOException {
        image("images/one.png");
        image("two, three.png");
        final Path csv = csv("\ufefffile,class\r\nimages/one.png,Shirt\r\n\"two, three.png\",\"T-shirt \"\"A\"\"\"\r\n"
                + "images/one.png,\r\nnone.png,Coat\r\n,Coat\r\nbad\0name.png,Coat\r\n");
        final List<LabeledImage> images = scan(LabeledImageLayout.CSV_FILE, csv);
        assertEquals(
                List.of(
                        "images/one.png",
                        "two, three.png",
                        "images/one.png (2)",
                        "none.png",
                        "(entry 5)",
                        "bad\0name.png"),
                images.stream().map(LabeledImage::name).toList());
        assertEquals(
                List.of("Shirt", "T-shirt \"A\"", "?", "Coat", "Coat", "Coat"),
                images.stream().map(image -> image.label().orElse("?")).toList());
        assertEquals(
                List.of(true, true, true, false, false, false),
                images.stream().map(i -> i.image().isPresent()).toList());
        assertTrue(images.get(3).problem().orElseThrow().startsWith("The file does not exist."));
    }

    @Test
    void theColumnsOfACsvFileCanBeNamed() throws IOException {
        image("a.png");
        final Path csv = csv("id;label;path\n7;Schürze;a.png\n");
        final LabeledImageSource source =
                LabeledImageSource.of(LabeledImageLayout.CSV_FILE, csv).withColumns("path", "label");
        final List<LabeledImage> images = scan(source);
        assertEquals(List.of(LabeledImage.of("a.png", Optional.of("Schürze"), IMAGE)), images);
        assertMessage(
                "\" has no column \"target\". Its columns are: id, label, path.", source.withColumns("path", "target"));
    }

    @Test
    void csvFilesThatListNothingAreNamed() throws IOException {
        assertMessage("needs a header line", LabeledImageSource.of(LabeledImageLayout.CSV_FILE, csv("")));
        assertMessage("needs a header line", LabeledImageSource.of(LabeledImageLayout.CSV_FILE, csv("a.png\nb.png\n")));
        assertMessage("holds no images", LabeledImageSource.of(LabeledImageLayout.CSV_FILE, csv("file,label\n")));
        assertMessage("\" is not a file.", LabeledImageSource.of(LabeledImageLayout.CSV_FILE, folder));
        assertMessage(
                "cannot be read as UTF-8 text",
                LabeledImageSource.of(LabeledImageLayout.CSV_FILE, csv("file,label\na.png,\"Shirt\n")));
        final Path latin = Files.write(folder.resolve("latin.csv"), "a,b\nx,ü\n".getBytes(StandardCharsets.ISO_8859_1));
        assertMessage("cannot be read as UTF-8 text", LabeledImageSource.of(LabeledImageLayout.CSV_FILE, latin));
    }

    @Test
    void idxFilesAreReadPackedOrNot() throws IOException {
        final byte[] images = idx(new int[] {2, 1, 3}, 1, 2, 3, 4, 5, 255);
        final byte[] labels = idx(new int[] {2}, 7, 0);
        Files.write(folder.resolve("train-images-idx3-ubyte"), images);
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels);
        Files.write(folder.resolve("images.gz"), packed(images));
        final Path packedLabels = Files.write(folder.resolve("y"), packed(labels));
        final List<LabeledImage> expected = List.of(
                LabeledImage.of("0", Optional.of("7"), TestImages.image(1, 1, 3, 1, 2, 3)),
                LabeledImage.of("1", Optional.of("0"), TestImages.image(1, 1, 3, 4, 5, 255)));
        assertEquals(expected, scan(LabeledImageLayout.IDX_FILES, folder.resolve("train-images-idx3-ubyte")));
        assertEquals(
                expected,
                scan(LabeledImageSource.of(LabeledImageLayout.IDX_FILES, folder.resolve("images.gz"))
                        .withLabelFile(packedLabels)));
    }

    @Test
    void idxFilesThatAreDamagedOrDoNotFitAreNamed() throws IOException {
        final byte[] images = idx(new int[] {2, 1, 3}, 1, 2, 3, 4, 5, 6);
        assertIdxMessage("is damaged or cut short", Arrays.copyOf(images, images.length - 1));
        assertIdxMessage("is damaged or cut short", Arrays.copyOf(images, 7));
        assertIdxMessage("is damaged or cut short", Arrays.copyOf(packed(images), 30));
        assertIdxMessage("is longer than its header says", Arrays.copyOf(images, images.length + 1));
        assertIdxMessage("is not an IDX file", "P5 hello".getBytes(StandardCharsets.US_ASCII));
        assertIdxMessage("holds 3 images, but", idx(new int[] {3, 1, 1}, 1, 2, 3));
        assertIdxMessage("holds images of 0 x 1 pixels", idx(new int[] {2, 1, 0}));
        assertIdxMessage("holds images of 4294967295 x 4294967295 pixels", idx(new int[] {2, -1, -1}));
        assertMessage(
                "There is no file of labels beside",
                LabeledImageSource.of(LabeledImageLayout.IDX_FILES, Files.write(folder.resolve("data"), images)));
    }

    @Test
    void progressIsReportedAndCancellingStops() throws IOException {
        image("a/1.png");
        image("a/2.png");
        final LabeledImageScanner scanner =
                LabeledImageScanner.open(LabeledImageSource.of(LabeledImageLayout.CLASS_FOLDERS, folder));
        final List<Double> fractions = new ArrayList<>();
        final ProgressMonitor monitor = new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                fractions.add(fraction);
            }

            @Override
            public void checkCancelled() {
                if (!fractions.isEmpty()) {
                    throw new CancelledException();
                }
            }
        };
        assertThrows(CancelledException.class, () -> scanner.forEach(monitor, image -> {}));
        assertEquals(List.of(0.5), fractions);
    }

    private void image(final String name) throws IOException {
        final Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, PngEncoder.encode(IMAGE));
    }

    private Path csv(final String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text);
    }

    private void assertIdxMessage(final String part, final byte[] images) throws IOException {
        final Path file = Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), images);
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), packed(idx(new int[] {2}, 0, 1)));
        assertMessage(part, LabeledImageSource.of(LabeledImageLayout.IDX_FILES, file));
    }

    private static List<LabeledImage> scan(final LabeledImageLayout layout, final Path location) throws IOException {
        return scan(LabeledImageSource.of(layout, location));
    }

    private static List<LabeledImage> scan(final LabeledImageSource source) throws IOException {
        final LabeledImageScanner scanner = LabeledImageScanner.open(source);
        final List<LabeledImage> images = new ArrayList<>();
        scanner.forEach(ProgressMonitor.silent(), images::add);
        assertEquals(images.size(), scanner.count());
        return images;
    }

    private static void assertMessage(final String part, final LabeledImageSource source) {
        final IOException exception = assertThrows(IOException.class, () -> LabeledImageScanner.open(source));
        assertTrue(exception.getMessage().contains(part), exception.getMessage());
        assertTrue(exception.getMessage().endsWith("."), exception.getMessage());
    }

    private static byte[] idx(final int[] sizes, final int... values) {
        final ByteBuffer file = ByteBuffer.allocate(4 + 4 * sizes.length + values.length);
        file.putInt(0x0800 + sizes.length);
        Arrays.stream(sizes).forEach(file::putInt);
        Arrays.stream(values).forEach(value -> file.put((byte) value));
        return file.array();
    }

    private static byte[] packed(final byte[] content) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(content);
        }
        return bytes.toByteArray();
    }
}
