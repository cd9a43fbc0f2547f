package org.jointdiffusion.runtime.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.junit.jupiter.api.Test;

class DenoisingErrorTests {

    private static final ImageShape SHAPE = new ImageShape(1, 4, 4);
    private static final double[] ALPHA_BARS = NoiseSchedule.DEFAULT.alphaBars();

    /** Knows one image only, that of mid grey: it takes everything else in an image for noise. */
    private static final DenoisingError ERROR =
            new DenoisingError(new GreyWorldNetwork(SHAPE, ALPHA_BARS), NoiseSchedule.DEFAULT, () -> {});

    private static PixelImage image(final int value) {
        final byte[] values = new byte[SHAPE.size()];
        Arrays.fill(values, (byte) value);
        return new PixelImage(SHAPE, values);
    }

    /** What is taken for noise is the image divided by the deviation, times the share of the signal that is left. */
    private static double expected(final double value) {
        double sum = 0;
        for (final double level : new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6}) {
            final double alphaBar = ALPHA_BARS[(int) Math.round(level * 999)];
            sum += value * value * alphaBar / (1 - alphaBar) / 6;
        }
        return sum;
    }

    @Test
    void theErrorIsTheMeanSquareOfWhatIsTakenForNoise() {
        final double[] errors = ERROR.of(List.of(image(255), image(0), image(204)));
        assertEquals(expected(1), errors[0], 1e-5 * expected(1));
        assertEquals(expected(1), errors[1], 1e-5 * expected(1));
        assertEquals(expected(0.6), errors[2], 1e-5 * expected(0.6));
    }

    @Test
    void anImagesErrorIsTheSameAloneAndAmongManyOthers() {
        final double alone = ERROR.of(List.of(image(180)))[0];
        final double[] many = ERROR.of(Collections.nCopies(700, image(180)));
        assertEquals(700, many.length);
        assertEquals(alone, many[0]);
        assertEquals(alone, many[699]);
        assertEquals(0, ERROR.of(List.of()).length);
    }

    @Test
    void cancellingEndsTheWork() {
        final DenoisingError cancelled =
                new DenoisingError(new GreyWorldNetwork(SHAPE, ALPHA_BARS), NoiseSchedule.DEFAULT, () -> {
                    throw new CancelledException();
                });
        final List<PixelImage> images = List.of(image(1));
        assertThrows(CancelledException.class, () -> cancelled.of(images));
    }
}
