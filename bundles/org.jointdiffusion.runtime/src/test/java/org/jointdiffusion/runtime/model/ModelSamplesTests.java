package org.jointdiffusion.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelSamplesTests {

    private static final ImageShape SHAPE = TestModels.SPECIFICATION.network().image();

    /** Images that differ in their first value. */
    private static List<PixelImage> images(final int count, final ImageShape shape) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    final byte[] values = new byte[shape.size()];
                    values[0] = (byte) number;
                    return new PixelImage(shape, values);
                })
                .toList();
    }

    private static JointModel model() {
        return TestModels.model().withSamples(ModelSamples.of(images(6, SHAPE), 2));
    }

    @Test
    void aModelKeepsThemInItsFileAndWithAnotherCard() throws IOException {
        final JointModel read = TestModels.read(TestModels.file(model()));
        assertEquals(model().samples(), read.samples());
        assertEquals(model().samples(), read.withCard(model().card()).samples());
        TestModels.assertEqualModels(model(), read);
        assertEquals(
                images(6, SHAPE).subList(2, 4), read.samples().orElseThrow().ofClass(1));
    }

    @Test
    void aFileWithoutThemHasNoTraceOfThem() throws IOException {
        final byte[] file = TestModels.file();
        assertEquals(Optional.empty(), TestModels.read(file).samples());
        assertTrue(!TestModels.header(file).contains("samples"));
    }

    @Test
    void ofManyClassesAndImagesTheFirstAreKept() {
        final ModelSamples kept = ModelSamples.of(images(84, SHAPE), 7).orElseThrow();
        assertEquals(10, kept.classes());
        assertEquals(4, kept.perClass());
        assertEquals(images(84, SHAPE).subList(7, 11), kept.ofClass(1));
    }

    @Test
    void ofLargeImagesFewerAreKept() {
        final ModelSamples ofTwo =
                ModelSamples.of(images(8, new ImageShape(3, 256, 256)), 4).orElseThrow();
        assertEquals(List.of(2, 1), List.of(ofTwo.classes(), ofTwo.perClass()));
        final ModelSamples ofFour =
                ModelSamples.of(images(4, new ImageShape(3, 256, 256)), 1).orElseThrow();
        assertEquals(List.of(2, 1), List.of(ofFour.classes(), ofFour.perClass()));
        assertEquals(Optional.empty(), ModelSamples.of(images(2, new ImageShape(3, 512, 512)), 1));
    }

    @Test
    void whereNothingWasDrawnThereIsNothing() {
        assertEquals(Optional.empty(), ModelSamples.of(List.of(), 0));
    }

    @Test
    void impossibleSamplesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ModelSamples(0, 1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new ModelSamples(11, 1, images(11, SHAPE)));
        assertThrows(IllegalArgumentException.class, () -> new ModelSamples(1, 5, images(5, SHAPE)));
        assertThrows(IllegalArgumentException.class, () -> new ModelSamples(2, 2, images(3, SHAPE)));
        final ImageShape large = new ImageShape(3, 256, 256);
        assertThrows(IllegalArgumentException.class, () -> new ModelSamples(3, 1, images(3, large)));
        final List<PixelImage> mixed =
                List.of(images(1, SHAPE).get(0), images(1, large).get(0));
        assertThrows(IllegalArgumentException.class, () -> new ModelSamples(2, 1, mixed));
    }

    @Test
    void alteredSamplesAreNoticed() throws IOException {
        final byte[] file = TestModels.file(model());
        final String header = TestModels.header(file);
        for (final String altered :
                List.of(header.replace("AAAAAA", "AAAAAB"), header.replace("diffusion.samples", "diffusion.sample"))) {
            assertTrue(!altered.equals(header));
            final IOException error = assertThrows(
                    IOException.class, () -> TestModels.read(TestModels.file(altered, TestModels.data(file))));
            assertTrue(error.getMessage().contains("altered after it was written"), error.getMessage());
        }
    }

    /** P stands for the values of one image. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,2]",
                "{\"classes\":1,\"perClass\":1}",
                "{\"classes\":1,\"perClass\":1,\"pixels\":7}",
                "{\"classes\":1,\"perClass\":1,\"pixels\":\"\"}",
                "{\"classes\":1,\"perClass\":1,\"pixels\":\"PP\"}",
                "{\"classes\":1,\"perClass\":2,\"pixels\":\"P\"}",
                "{\"classes\":0,\"perClass\":1,\"pixels\":\"P\"}",
                "{\"classes\":1,\"perClass\":-1,\"pixels\":\"P\"}",
                "{\"classes\":4,\"perClass\":1,\"pixels\":\"PPPP\"}",
                "{\"classes\":1,\"perClass\":2147483647,\"pixels\":\"P\"}",
                "{\"classes\":1,\"perClass\":5,\"pixels\":\"PPPPP\"}",
                "{\"classes\":1,\"perClass\":1,\"pixels\":\"P\",\"more\":1}"
            })
    void textsThatAreNoSamplesAreRefusedWithOneMessage(final String text) {
        final String pixels = Base64.getEncoder().encodeToString(new byte[SHAPE.size()]);
        final ModelFormatException error = assertThrows(
                ModelFormatException.class,
                () -> ModelSamplesJson.read(text.replace("P", pixels), TestModels.SPECIFICATION));
        assertTrue(error.getMessage().startsWith("The model file is damaged: "), error.getMessage());
    }

    @Test
    void valuesThatAreNoBase64AreRefused() {
        final int length = (SHAPE.size() + 2) / 3 * 4;
        for (final String pixels : List.of("!".repeat(length), "A".repeat(length), "=".repeat(length))) {
            final String text = "{\"classes\":1,\"perClass\":1,\"pixels\":\"" + pixels + "\"}";
            assertThrows(
                    ModelFormatException.class, () -> ModelSamplesJson.read(text, TestModels.SPECIFICATION), pixels);
        }
    }
}
