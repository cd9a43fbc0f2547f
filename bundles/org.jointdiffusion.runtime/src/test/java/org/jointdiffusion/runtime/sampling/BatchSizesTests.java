package org.jointdiffusion.runtime.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.junit.jupiter.api.Test;

class BatchSizesTests {

    private static int size(final NetworkPreset preset, final int side) {
        return BatchSizes.automatic(preset.configure(new ImageShape(3, side, side), 10));
    }

    @Test
    void smallNetworksGetLargeBatches() {
        assertTrue(size(NetworkPreset.SMALL, 28) >= 32);
    }

    @Test
    void largerNetworksAndImagesGetSmallerBatches() {
        assertTrue(size(NetworkPreset.PAPER, 28) < size(NetworkPreset.SMALL, 28));
        assertTrue(size(NetworkPreset.SMALL, 64) < size(NetworkPreset.SMALL, 28));
    }

    @Test
    void thereIsAlwaysRoomForOneImage() {
        assertEquals(1, size(NetworkPreset.PAPER, 256));
    }
}
