package org.jointdiffusion.runtime.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class HeatMapTests {

    private static final PixelImage BEFORE = TestImages.image(1, 1, 3, 100, 100, 100);

    private static final PixelImage AFTER = TestImages.image(1, 1, 3, 0, 100, 200);

    @Test
    void darkerIsBlueBrighterIsRedAndUnchangedIsNearlyWhite() {
        final PixelImage map = HeatMap.difference(BEFORE, AFTER, 0.3);
        assertEquals(TestImages.image(3, 1, 3, 0x05, 0xf7, 0x67, 0x30, 0xf7, 0x00, 0x61, 0xf7, 0x1f), map);
    }

    @Test
    void theScaleIsSymmetric() {
        final PixelImage map = HeatMap.difference(BEFORE, AFTER, 1);
        // 100 / 255 of the limit lies between the second and the third anchor on both sides
        assertTrue(map.value(2, 0, 0) > map.value(0, 0, 0) + 60);
        assertTrue(map.value(0, 0, 2) > map.value(2, 0, 2) + 60);
    }

    @Test
    void theOverlayHidesMoreOfTheOriginalTheLargerTheChangeIs() {
        final PixelImage black = TestImages.image(1, 1, 3, 0, 0, 0);
        final PixelImage overlay = HeatMap.overlay(black, TestImages.image(1, 1, 3, 0, 50, 100), 0.5);
        assertEquals(140, overlay.value(0, 0, 0));
        assertEquals(140, overlay.value(2, 0, 0));
        final int weak = overlay.value(0, 0, 1) - overlay.value(2, 0, 1);
        final int strong = overlay.value(0, 0, 2) - overlay.value(2, 0, 2);
        assertTrue(weak > 20 && strong > weak * 3 / 2, weak + " and " + strong);
    }

    @Test
    void coloursAreComparedByBrightness() {
        final PixelImage green = TestImages.image(3, 1, 1, 0, 255, 0);
        final PixelImage blue = TestImages.image(3, 1, 1, 0, 0, 255);
        final PixelImage map = HeatMap.difference(green, blue, 0.4);
        assertEquals(TestImages.image(3, 1, 1, 0x05, 0x30, 0x61), map);
    }

    @Test
    void imagesOfOtherSizesAndSenselessLimitsAreRefused() {
        final PixelImage small = TestImages.image(1, 1, 1, 0);
        assertThrows(IllegalArgumentException.class, () -> HeatMap.difference(BEFORE, small, 1));
        for (final double limit : new double[] {0, -1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> HeatMap.overlay(BEFORE, AFTER, limit));
        }
    }
}
