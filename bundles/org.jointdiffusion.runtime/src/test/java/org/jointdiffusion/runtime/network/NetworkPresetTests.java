package org.jointdiffusion.runtime.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
    void saysWhichSizesFit() {
        final Exception exception = assertThrows(
                IllegalArgumentException.class, () -> NetworkPreset.SMALL.configure(new ImageShape(1, 27, 28), 10));
        assertTrue(exception.getMessage().contains("must be multiples of"), exception.getMessage());
    }

    private static List<Integer> paperMultipliers(final int side) {
        return NetworkPreset.PAPER.configure(new ImageShape(3, side, side), 10).multipliers();
    }
}
