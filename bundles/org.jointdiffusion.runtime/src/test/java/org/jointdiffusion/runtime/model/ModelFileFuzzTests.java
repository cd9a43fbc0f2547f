package org.jointdiffusion.runtime.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.testing.Bounds;
import org.jointdiffusion.runtime.testing.Mutation;
import org.jointdiffusion.runtime.testing.Soak;
import org.junit.jupiter.api.Test;

/** A damaged model file gives an equal model or one {@link ModelFormatException}, in little time and memory. */
final class ModelFileFuzzTests {

    /** The file has a quarter of a mebibyte: what is read, unpacked, and written again to check its sum. */
    private static final Bounds BOUNDS = Bounds.mebibytes(24);

    private static final int CASES = Soak.cases(300, 10_000);

    /** What reads a model file. */
    @FunctionalInterface
    private interface Reader {
        Object read(InputStream stream) throws IOException;
    }

    @Test
    void damagedFilesGiveAnEqualModelOrAreRefused() throws IOException {
        final List<byte[]> files = List.of(TestModels.file(), halfPrecision());
        for (int seed = 0; seed < CASES; seed++) {
            final byte[] file = files.get(seed % 2);
            final byte[] damaged = Mutation.of(file, seed);
            final JointModel whole = TestModels.read(file);
            final JointModel model = (JointModel) readOrNull("damage " + seed, damaged, ModelFile::read);
            if (model != null) {
                TestModels.assertEqualModels(whole, model);
            }
            readOrNull("outline, damage " + seed, damaged, ModelFile::readOutline);
        }
        Soak.tried("damaged model files", CASES);
    }

    /** The checksum fits: somebody made the file on purpose. */
    @Test
    void forgedDescriptionsGiveAModelOrAreRefused() throws IOException {
        final JointModel model = withEverything();
        final ModelMetadata honest = ModelMetadata.of(model);
        final SafetensorsHeader header = SafetensorsHeader.read(new ByteArrayInputStream(TestModels.file(model)));
        final byte[] data = TestModels.data(TestModels.file());
        int read = 0;
        for (int number = 0; number < CASES; number++) {
            final int seed = number;
            final ModelMetadata forged = new ModelMetadata(
                    damaged(honest.specification(), seed, 0),
                    damaged(honest.temperature(), seed, 1),
                    damaged(honest.card(), seed, 2),
                    honest.referenceErrors().map(errors -> damaged(errors, seed, 3)),
                    honest.samples().map(samples -> damaged(samples, seed, 4)));
            final Map<String, String> texts = new HashMap<>(forged.texts(model.weights()));
            final ByteArrayOutputStream file = new ByteArrayOutputStream();
            new SafetensorsHeader(texts, header.tensors()).write(file);
            file.writeBytes(data);
            read += readOrNull("forgery " + seed, file.toByteArray(), ModelFile::read) == null ? 0 : 1;
        }
        assertTrue(read < CASES, "every forgery was read");
        Soak.tried("forged model files", CASES);
    }

    @Test
    void headersFullOfSmallValuesAreRefused() {
        for (final String value : List.of("1,", "\"a\",", "[],", "{},", "1.5,")) {
            final String list = value.repeat((15 << 20) / value.length());
            final byte[] file = TestModels.file("{\"a\":[" + list + "1]}", new byte[0]);
            assertTrue(Bounds.mebibytes(400).check(value, () -> readOrNull("list of " + value, file, ModelFile::read))
                    == null);
        }
    }

    private static JointModel withEverything() {
        final JointModel model = TestModels.model();
        final ImageShape shape = model.specification().network().image();
        return new JointModel(
                model.specification(),
                model.weights(),
                model.temperature(),
                model.card(),
                ReferenceErrors.of(new double[20]),
                ModelSamples.of(List.of(new PixelImage(shape, new byte[shape.size()])), 1));
    }

    private static String damaged(final String text, final int seed, final int part) {
        if (seed % 5 != part) {
            return text;
        }
        return new String(Mutation.of(text.getBytes(StandardCharsets.UTF_8), seed), StandardCharsets.UTF_8);
    }

    private static byte[] halfPrecision() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelFile.write(TestModels.model(), WeightStorage.HALF, bytes);
        return bytes.toByteArray();
    }

    private static Object readOrNull(final String what, final byte[] file, final Reader reader) {
        final Bounds bounds = file.length > 1 << 20 ? Bounds.mebibytes(400) : BOUNDS;
        return bounds.check(what, () -> {
            try {
                return reader.read(new ByteArrayInputStream(file));
            } catch (final ModelFormatException e) {
                assertTrue(e.getMessage().matches("(?s)(The|Tensor) .*\\."), what + ": " + e.getMessage());
                return null;
            } catch (final IOException e) {
                throw new AssertionError(what, e);
            }
        });
    }
}
