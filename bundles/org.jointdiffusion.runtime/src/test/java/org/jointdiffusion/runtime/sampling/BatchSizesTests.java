package org.jointdiffusion.runtime.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.junit.jupiter.api.Test;

class BatchSizesTests {

    private static int size(final NetworkPreset preset, final int side) {
        return size(preset, side, Device.Kind.CPU);
    }

    private static int size(final NetworkPreset preset, final int side, final Device.Kind kind) {
        return BatchSizes.automatic(preset.configure(new ImageShape(3, side, side), 10), kind);
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
    void gpusGetLargerBatches() {
        assertEquals(512, size(NetworkPreset.SMALL, 28, Device.Kind.GPU));
        assertTrue(size(NetworkPreset.PAPER, 128, Device.Kind.GPU) > size(NetworkPreset.PAPER, 128));
    }

    @Test
    void thereIsAlwaysRoomForOneImage() {
        assertEquals(1, size(NetworkPreset.PAPER, 256));
    }
}
