package org.jointdiffusion.runtime.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jointdiffusion.runtime.image.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryEstimateTests {

    private static final long MEBIBYTE = 1 << 20;
    private static final ImageShape GREY = new ImageShape(1, 28, 28);
    private static final ImageShape COLOUR = new ImageShape(3, 64, 64);

    /** One level of 4 channels on maps of 8x8 positions without attention but in the middle. */
    private static final NetworkConfiguration PLAIN =
            new NetworkConfiguration(new ImageShape(1, 16, 16), 2, 4, List.of(1), 1, List.of(), 2, 2, 0, 0);

    @Test
    void keptMapsAgreeWithAClosedForm() {
        final FeatureMaps maps = new FeatureMaps(PLAIN);
        final int map = 4 * 64;
        // the first convolution, the residual block and the middle block
        assertEquals(3 * map, maps.represented());
        // a residual block keeps 5 maps besides its input; attention 7, and the scores of 2 heads
        assertEquals(map + 3 * 5 * map + 7 * map + 2 * 64 * 64 + 3 * map, maps.keptByEncoder());
        // two blocks that take 8 channels: their input, two more as wide and three; then the last normalisation
        assertEquals(2 * (6 * map + 3 * map) + 3 * map, maps.keptByDecoder());
        assertEquals(3 * map, maps.largest());
    }

    @Test
    void productsAgreeWithAClosedForm() {
        final FeatureMaps maps = new FeatureMaps(PLAIN);
        final int convolution = 64 * 9 * 4 * 4;
        assertEquals(7 * convolution + 64 * (4 * 4 * 4 + 2 * 4 * 64), maps.productsOfEncoder());
        // 8 to 4 channels, 4 to 4, and the skip connection's 1x1, twice; then the last convolution
        assertEquals(2 * (3 * convolution + 64 * 8 * 4) + convolution, maps.productsOfDecoder());
    }

    /** What {@code ./bench memory} measured with two lanes, in MiB: see docs/performance.md. */
    @ParameterizedTest
    @CsvSource({
        "SMALL, 1, 28, 16, FLOAT32, 25, 31, 167",
        "SMALL, 1, 28, 16, BFLOAT16, 41, 30, 133",
        "SMALL, 1, 28, 64, FLOAT32, 56, 94, 350",
        "SMALL, 1, 28, 64, BFLOAT16, 40, 78, 213",
        "SMALL, 3, 64, 16, FLOAT32, 68, 125, 465",
        "SMALL, 3, 64, 16, BFLOAT16, 78, 87, 336",
        "SMALL, 3, 64, 64, FLOAT32, 173, 419, 1340",
        "SMALL, 3, 64, 64, BFLOAT16, 102, 257, 739",
        "MEDIUM, 1, 28, 16, FLOAT32, 113, 122, 565",
        "MEDIUM, 1, 28, 16, BFLOAT16, 125, 103, 511",
        "MEDIUM, 1, 28, 64, FLOAT32, 154, 324, 1033",
        "MEDIUM, 1, 28, 64, BFLOAT16, 153, 223, 721",
        "MEDIUM, 3, 64, 16, FLOAT32, 303, 488, 1654",
        "MEDIUM, 3, 64, 16, BFLOAT16, 306, 306, 1366",
        "MEDIUM, 3, 64, 64, FLOAT32, 523, 1400, 4252",
        "MEDIUM, 3, 64, 64, BFLOAT16, 369, 830, 2551"
    })
    void estimatesAreNearWhatWasMeasured(
            final NetworkPreset preset,
            final int channels,
            final int side,
            final int rows,
            final Arithmetic arithmetic,
            final int classification,
            final int guided,
            final int training) {
        final MemoryEstimate estimate = estimate(preset, new ImageShape(channels, side, side), arithmetic);
        assertNear(training, estimate.trainingBytes(rows, 2), 1.5);
        assertNear(guided, estimate.guidedBytes(rows), 1.5);
        // small amounts, of which the engine's own are a part
        assertNear(classification, estimate.classificationBytes(rows), arithmetic.isMixed() ? 2.6 : 1.5);
    }

    @Test
    void memoryGrowsWithRowsAndLanes() {
        final MemoryEstimate small = estimate(NetworkPreset.SMALL, GREY, Arithmetic.FLOAT32);
        final long row = small.trainingBytes(2, 1) - small.trainingBytes(1, 1);
        assertEquals(small.trainingBytes(1, 1) + 63 * row, small.trainingBytes(64, 1), 64);
        assertTrue(small.trainingBytes(64, 2) > small.trainingBytes(64, 1));
        assertTrue(small.guidedBytes(64) > small.classificationBytes(64));
        assertTrue(small.trainingBytes(64, 1) > small.guidedBytes(64));
    }

    @Test
    void lowerPrecisionTakesLess() {
        final MemoryEstimate full = estimate(NetworkPreset.MEDIUM, COLOUR, Arithmetic.FLOAT32);
        final MemoryEstimate lower = estimate(NetworkPreset.MEDIUM, COLOUR, Arithmetic.BFLOAT16);
        final MemoryEstimate higher = estimate(NetworkPreset.MEDIUM, COLOUR, Arithmetic.FLOAT64);
        assertTrue(lower.trainingBytes(16, 1) < full.trainingBytes(16, 1));
        assertTrue(full.trainingBytes(16, 1) < higher.trainingBytes(16, 1));
        assertTrue(lower.loadedBytes() < full.loadedBytes());
    }

    @Test
    void everySizeOfImageAndNetworkCanBeEstimatedWithoutOverflow() {
        final NetworkOptions large =
                new NetworkOptions(OptionalInt.of(128), OptionalInt.of(2), OptionalInt.empty(), OptionalDouble.empty());
        final MemoryEstimate estimate = new MemoryEstimate(
                NetworkPreset.PAPER.configure(new ImageShape(3, 512, 512), 100, large), Arithmetic.FLOAT32);
        assertTrue(estimate.trainingBytes(1024, 1) > 1000L * 1024 * MEBIBYTE);
    }

    @Test
    void aNetworkWithTooManyWeightsIsRefused() {
        final NetworkConfiguration huge =
                new NetworkConfiguration(GREY, 2, 1024, List.of(64, 64), 1, List.of(), 2, 2, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> new MemoryEstimate(huge, Arithmetic.FLOAT32));
    }

    private static MemoryEstimate estimate(
            final NetworkPreset preset, final ImageShape image, final Arithmetic arithmetic) {
        return new MemoryEstimate(preset.configure(image, 10), arithmetic);
    }

    private static void assertNear(final int mebibytes, final long bytes, final double factor) {
        final double ratio = (double) bytes / MEBIBYTE / mebibytes;
        assertTrue(ratio > 1 / factor && ratio < factor, "The estimate is " + ratio + " of what was measured.");
    }
}
