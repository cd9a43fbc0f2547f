package org.jointdiffusion.runtime.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.sampling.AncestralStep;
import org.jointdiffusion.runtime.sampling.Denoiser;
import org.jointdiffusion.runtime.sampling.DenoisingPath;
import org.jointdiffusion.runtime.sampling.RowNoise;
import org.junit.jupiter.api.Test;

class EditedDenoisingTests {

    private static final DenoisingPath PATH = DenoisingPath.uniform(NoiseSchedule.DEFAULT, 150, 12);

    private static final float[] ORIGINALS = {0.1f, -0.1f, 0.05f, 0};

    private static final boolean[] ANYWHERE = new boolean[ORIGINALS.length];

    /** Predicts little noise, so that no predicted image leaves the range. */
    private static final Denoiser PLAIN = (images, timestep) -> times(images, 0.9 * Math.sqrt(timestep / 1000.0));

    private static float[] times(final float[] images, final double factor) {
        final float[] product = images.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= (float) factor;
        }
        return product;
    }

    private static Denoiser steered(final float push) {
        return (images, timestep) -> {
            final float[] noise = PLAIN.noise(images, timestep);
            for (int i = 0; i < noise.length; i++) {
                noise[i] += push;
            }
            return noise;
        };
    }

    private static RowNoise noise(final long seed) {
        return new RowNoise(List.of(new RowNoise.Key(new KeyedNoise(seed), 4, 0)));
    }

    private static float[] edit(final Denoiser guided, final double pull, final long seed) {
        return edit(guided, pull, seed, ANYWHERE);
    }

    private static float[] edit(final Denoiser guided, final double pull, final long seed, final boolean[] frozen) {
        // a tenth of the usual noise keeps every predicted image in the range
        return new EditedDenoising(PLAIN, guided, pull)
                .edit(
                        ORIGINALS,
                        PATH,
                        (timestep, target) -> {
                            noise(seed).fill(timestep, target);
                            for (int i = 0; i < target.length; i++) {
                                target[i] *= 0.1f;
                            }
                        },
                        frozen);
    }

    @Test
    void withoutGuidanceTheOriginalComesBackExactly() {
        assertArrayEquals(ORIGINALS, edit(PLAIN, 0, 1));
        assertArrayEquals(
                ORIGINALS,
                new EditedDenoising(PLAIN, PLAIN, 0.02).edit(ORIGINALS, PATH, noise(2), ANYWHERE),
                "usual noise");
    }

    /** For a linear denoiser the difference follows a recursion in which neither original nor noise occurs. */
    @Test
    void theChangeOfALinearDenoiserHasAClosedForm() {
        final double push = 0.01;
        double difference = 0;
        for (int step = 0; step < PATH.steps(); step++) {
            final double alphaBar = PATH.alphaBar(step);
            final double slope = 0.9 * Math.sqrt(PATH.timestep(step) / 1000.0);
            final double change =
                    (difference - Math.sqrt(1 - alphaBar) * (slope * difference + push)) / Math.sqrt(alphaBar);
            final AncestralStep shares = AncestralStep.of(PATH, step);
            difference = shares.cleanShare() * change + shares.imageShare() * difference;
        }
        final float[] edited = edit(steered((float) push), 0, 1);
        for (int i = 0; i < edited.length; i++) {
            assertEquals(ORIGINALS[i] + difference, edited[i], 1e-5);
        }
        assertArrayEquals(edited, edit(steered((float) push), 0, 2), 1e-5f, "another noise");
        assertEquals(-1, Math.signum(difference), "noise is subtracted");
    }

    @Test
    void frozenValuesStayExactlyAsTheyWere() {
        final float[] edited = edit(steered(0.01f), 0, 1, new boolean[] {true, false, true, false});
        final float[] everywhere = edit(steered(0.01f), 0, 1);
        assertEquals(ORIGINALS[0], edited[0]);
        assertEquals(ORIGINALS[2], edited[2]);
        assertEquals(everywhere[1], edited[1]);
        assertEquals(everywhere[3], edited[3]);
        assertTrue(edited[1] < ORIGINALS[1]);
    }

    @Test
    void aPullAboveEveryChangeGivesTheOriginal() {
        assertArrayEquals(ORIGINALS, edit(steered(0.01f), 0.5, 1));
    }

    @Test
    void theStrongerThePullTheSmallerTheChange() {
        double before = Double.MAX_VALUE;
        for (final double pull : new double[] {0, 0.0005, 0.001}) {
            final double change = Math.abs(edit(steered(0.01f), pull, 1)[0] - ORIGINALS[0]);
            assertEquals(-1, Math.signum(change - before), "pull " + pull + " changes by " + change);
            before = change;
        }
    }

    @Test
    void resultsStayInTheRangeOfImages() {
        final float[] bright = new EditedDenoising(PLAIN, steered(-1000), 0).edit(ORIGINALS, PATH, noise(1), ANYWHERE);
        assertEquals(1, bright[0]);
        for (final float value : bright) {
            assertTrue(value >= -1 && value <= 1, "value " + value);
        }
    }
}
