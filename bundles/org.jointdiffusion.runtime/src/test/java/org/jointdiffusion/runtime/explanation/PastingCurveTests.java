package org.jointdiffusion.runtime.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.junit.jupiter.api.Test;

class PastingCurveTests {

    /** As many positions as parts: each part pastes one of them. */
    private static final ImageShape SHAPE = new ImageShape(1, 5, 10);

    /** Position i changes by 200 - i, so positions are pasted in their order. */
    private static PixelImage changed() {
        final byte[] values = new byte[SHAPE.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (200 - i);
        }
        return new PixelImage(SHAPE, values);
    }

    private static PastingCurve curve(final Function<byte[], Double> desired) {
        return PastingCurve.of(new PixelImage(SHAPE, new byte[SHAPE.size()]), changed(), 0, 1, images -> images.stream()
                .map(PixelImage::values)
                .map(desired)
                .map(p -> new double[] {1 - p, p})
                .toArray(double[][]::new));
    }

    @Test
    void aDecisionThatTurnsWithTheMostChangedPositionScoresHighest() {
        final PastingCurve curve = curve(values -> values[0] != 0 ? 1.0 : 0.0);
        // AUPC(desired) = (0.5 + 49) / 50 and AUPC(before) = 0.5 / 50
        assertEquals(0.98, curve.cout(), 1e-12);
    }

    @Test
    void aDecisionThatTurnsWithTheLeastChangedPositionScoresLowest() {
        assertEquals(-0.98, curve(values -> values[49] != 0 ? 1.0 : 0.0).cout(), 1e-12);
    }

    @Test
    void aDecisionThatTurnsEvenlyScoresZero() {
        final PastingCurve curve = curve(values -> {
            int pasted = 0;
            for (final byte value : values) {
                pasted += value != 0 ? 1 : 0;
            }
            return pasted / 50.0;
        });
        assertEquals(0, curve.cout(), 1e-12);
        assertEquals(51, curve.desired().length);
        assertEquals(0.2, curve.desired()[10], 1e-12);
        assertEquals(0.8, curve.before()[10], 1e-12);
    }

    @Test
    void allPositionsOfAColourImageArePasted() {
        final ImageShape shape = new ImageShape(3, 2, 2);
        final byte[] values = {10, 20, 30, 40, 0, 0, 0, 0, 1, 1, 1, 1};
        final PixelImage after = new PixelImage(shape, values);
        final PixelImage before = new PixelImage(shape, new byte[12]);
        PastingCurve.of(before, after, 0, 1, images -> {
            assertEquals(before, images.get(0));
            assertEquals(after, images.get(50));
            // a quarter of the parts: the position that changed most, in every channel
            assertArrayEquals(
                    new byte[] {0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0, 1},
                    images.get(13).values());
            return images.stream().map(image -> new double[2]).toArray(double[][]::new);
        });
    }

    @Test
    void anUnchangedImageScoresTheDifferenceOfItsProbabilities() {
        final PixelImage image = changed();
        final PastingCurve curve = PastingCurve.of(image, image, 0, 1, images -> {
            assertEquals(List.of(image), images.stream().distinct().toList());
            return images.stream().map(same -> new double[] {0.7, 0.3}).toArray(double[][]::new);
        });
        assertEquals(-0.4, curve.cout(), 1e-12);
    }
}
