package org.jointdiffusion.runtime.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.junit.jupiter.api.Test;

final class ImageChangeTests {

    @Test
    void distancesCountBrightnessFromZeroToOne() {
        final PixelImage first = grey("....");
        final PixelImage second = new PixelImage(first.shape(), new byte[] {0, (byte) 255, 51, 0});
        assertEquals((255 + 51) / 255.0 / 4, ImageChange.meanAbsolute(first, second), 1e-15);
        assertEquals(Math.sqrt((1 + 0.04) / 4), ImageChange.rootMeanSquare(first, second), 1e-15);
    }

    @Test
    void anImageDoesNotDifferFromItself() {
        final PixelImage image = grey("#.#", ".#.");
        assertEquals(0, ImageChange.meanAbsolute(image, image));
        assertEquals(0, ImageChange.rootMeanSquare(image, image));
        assertEquals(0, ImageChange.changedShare(image, image));
        assertEquals(0, ImageChange.regions(image, image));
    }

    @Test
    void onlyDifferencesAboveEightStepsAreChanges() {
        final PixelImage first = grey("....");
        final PixelImage second = new PixelImage(first.shape(), new byte[] {8, 9, 0, (byte) 255});
        assertEquals(0.5, ImageChange.changedShare(first, second));
    }

    @Test
    void aPositionChangesWhenOneOfItsChannelsDoes() {
        final ImageShape shape = new ImageShape(3, 1, 2);
        final PixelImage first = new PixelImage(shape, new byte[6]);
        final PixelImage second = new PixelImage(shape, new byte[] {0, 0, 0, 100, 0, 100});
        assertEquals(0.5, ImageChange.changedShare(first, second));
        assertEquals(1, ImageChange.regions(first, second));
    }

    @Test
    void regionsTouchAcrossEdgesAndCorners() {
        final PixelImage blank = grey(".......", ".......", ".......", ".......");
        assertEquals(1, ImageChange.regions(blank, grey("#......", ".#.....", "..#....", ".#.....")));
        assertEquals(3, ImageChange.regions(blank, grey("##..#..", "##..#..", ".......", "......#")));
        // one spiral
        assertEquals(1, ImageChange.regions(blank, grey("#######", "......#", "#.....#", "#######")));
        // the last column does not touch the first
        assertEquals(2, ImageChange.regions(blank, grey("......#", "#......", ".......", ".......")));
        assertEquals(1, ImageChange.regions(blank, grey("#######", "#######", "#######", "#######")));
    }

    @Test
    void imagesOfOtherShapesCannotBeCompared() {
        final PixelImage first = grey("..");
        final PixelImage second = grey("...");
        assertThrows(IllegalArgumentException.class, () -> ImageChange.regions(first, second));
        assertThrows(IllegalArgumentException.class, () -> ImageChange.meanAbsolute(first, second));
    }

    private static PixelImage grey(final String... rows) {
        final ImageShape shape = new ImageShape(1, rows.length, rows[0].length());
        final byte[] values = new byte[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (rows[i / shape.width()].charAt(i % shape.width()) == '#' ? 255 : 0);
        }
        return new PixelImage(shape, values);
    }
}
