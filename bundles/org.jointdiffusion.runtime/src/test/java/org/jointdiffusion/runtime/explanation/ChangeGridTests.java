package org.jointdiffusion.runtime.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.junit.jupiter.api.Test;

class ChangeGridTests {

    private static final ImageShape SHAPE = new ImageShape(1, 3, 2);

    private final PixelImage before = new PixelImage(SHAPE, new byte[] {0, 0, 51, 51, 102, 102});

    private final PixelImage after = new PixelImage(SHAPE, new byte[] {0, 51, 51, 102, 0, 102});

    @Test
    void smallImagesHaveACellForEachPixel() {
        final ChangeGrid grid = ChangeGrid.of(SHAPE, 16);
        assertEquals(6, grid.size());
        assertArrayEquals(new float[] {0, 0.2f, 0, 0.2f, -0.4f, 0}, grid.change(before, after), 1e-6f);
    }

    @Test
    void pixelsOfACellAreAveraged() {
        final ChangeGrid grid = ChangeGrid.of(SHAPE, 1);
        assertArrayEquals(new float[] {0}, grid.change(before, after), 1e-6f);
        assertArrayEquals(
                new float[] {0.1f, 0, -0.2f, 0},
                new float[] {
                    new ChangeGrid(SHAPE, 3, 1).change(before, after)[0],
                    0,
                    new ChangeGrid(SHAPE, 3, 1).change(before, after)[2],
                    0
                },
                1e-6f);
    }
}
