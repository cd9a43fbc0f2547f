package org.jointdiffusion.runtime.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.junit.jupiter.api.Test;

final class ChangedRegionTests {

    private static final ImageShape SHAPE = new ImageShape(1, 3, 4);

    @Test
    void measuresEachRegionTheLargestFirst() {
        final PixelImage before = image(51, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 102);
        final PixelImage after = image(0, 0, 0, 0, 0, 0, 0, 51, 0, 0, 102, 0);

        assertEquals(
                List.of(
                        new ChangedRegion(3, 1, 2, 2, 3, 5 / 3.0, 8 / 3.0, 0.6, 0.4),
                        new ChangedRegion(1, 0, 0, 0, 0, 0, 0, 0, 0.2)),
                ChangedRegion.find(before, after).stream()
                        .map(ChangedRegionTests::rounded)
                        .toList());
    }

    @Test
    void findsNothingWhereNothingChanges() {
        final PixelImage image = image(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertEquals(List.of(), ChangedRegion.find(image, image));
    }

    /** Without the last bits of the sums. */
    private static ChangedRegion rounded(final ChangedRegion region) {
        return new ChangedRegion(
                region.positions(),
                region.top(),
                region.bottom(),
                region.left(),
                region.right(),
                region.centreRow(),
                region.centreColumn(),
                Math.rint(region.brighter() * 1e9) / 1e9,
                Math.rint(region.darker() * 1e9) / 1e9);
    }

    private static PixelImage image(final int... values) {
        final byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new PixelImage(SHAPE, bytes);
    }
}
