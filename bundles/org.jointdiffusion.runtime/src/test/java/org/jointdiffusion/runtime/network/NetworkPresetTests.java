package org.jointdiffusion.runtime.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jointdiffusion.runtime.image.ImageShape;
import org.junit.jupiter.api.Test;

class NetworkPresetTests {

    @Test
    void everyPresetFitsEveryMultipleOfFour() {
        for (final NetworkPreset preset : NetworkPreset.values()) {
            for (int height = 4; height <= 128; height += NetworkPreset.SIZE_MULTIPLE) {
                for (final int width : new int[] {4, 28, 36, 64}) {
                    final ImageShape image = new ImageShape(3, height, width);
                    assertEquals(image, preset.configure(image, 2).image());
                }
            }
        }
    }

    @Test
    void smallHasPatchesAndAttentionOnSevenBySeven() {
        final NetworkConfiguration small = NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), 10);
        assertEquals(2, small.patch());
        assertEquals(48, small.channels());
        assertEquals(List.of(1, 2), small.multipliers());
        assertEquals(List.of(7), small.attentionSizes());
    }

    @Test
    void paperHasThePublishedMultipliers() {
        assertEquals(List.of(1, 2, 2), paperMultipliers(28));
        assertEquals(List.of(1, 2, 2, 2), paperMultipliers(32));
        assertEquals(List.of(1, 2, 3, 4), paperMultipliers(64));
    }

    @Test
    void optionsOverrideThePreset() {
        final NetworkOptions options =
                new NetworkOptions(OptionalInt.of(20), OptionalInt.of(3), OptionalInt.of(2), OptionalDouble.of(0.4));
        for (final NetworkPreset preset : NetworkPreset.values()) {
            assertEquals(preset == NetworkPreset.PAPER ? 4 : 8, preset.sizeMultiple(options));
            final NetworkConfiguration network = preset.configure(new ImageShape(1, 24, 32), 3, options);
            assertEquals(20, network.channels());
            assertEquals(3, network.multipliers().size());
            assertEquals(2, network.residualBlocks());
            assertEquals(0.4, network.dropout());
            assertTrue(ParameterLayout.of(network).size() > 0);
        }
    }

    @Test
    void withoutOptionsThePresetIsAsItWas() {
        final ImageShape image = new ImageShape(3, 64, 64);
        assertEquals(
                new NetworkConfiguration(image, 5, 96, List.of(1, 2, 3), 2, List.of(8), 4, 2, 0.1, 0.2),
                NetworkPreset.MEDIUM.configure(image, 5, NetworkOptions.NONE));
        assertEquals(4, NetworkPreset.PAPER.sizeMultiple(NetworkOptions.NONE));
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertRefused("multiple of 4", OptionalInt.of(50), OptionalInt.empty(), OptionalInt.empty(), 0);
        assertRefused("1 to 6 levels", OptionalInt.empty(), OptionalInt.of(7), OptionalInt.empty(), 0);
        assertRefused("1 to 16 residual blocks", OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(0), 0);
        assertRefused("dropout", OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), 1);
    }

    private static void assertRefused(
            final String part,
            final OptionalInt channels,
            final OptionalInt levels,
            final OptionalInt blocks,
            final double dropout) {
        final Exception exception = assertThrows(
                IllegalArgumentException.class,
                () -> new NetworkOptions(channels, levels, blocks, OptionalDouble.of(dropout)));
        assertTrue(exception.getMessage().contains(part), exception.getMessage());
    }

    @Test
    void saysWhichSizesFit() {
        final Exception exception = assertThrows(
                IllegalArgumentException.class, () -> NetworkPreset.SMALL.configure(new ImageShape(1, 27, 28), 10));
        assertTrue(exception.getMessage().contains("must be multiples of"), exception.getMessage());
    }

    private static List<Integer> paperMultipliers(final int side) {
        return NetworkPreset.PAPER.configure(new ImageShape(3, side, side), 10).multipliers();
    }
}
