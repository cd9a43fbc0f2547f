package org.jointdiffusion.runtime.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProportionalOrderTests {

    /** 60 rows of class 0, 30 of class 1, 10 of class 2 and 5 without a class, one class after the other. */
    private static final int[] LABELS = IntStream.range(0, 105)
            .map(row -> row < 60 ? 0 : row < 90 ? 1 : row < 100 ? 2 : -1)
            .toArray();

    @Test
    void everyLabelledRowComesOnce() {
        final int[] order = ProportionalOrder.of(LABELS, 1);
        assertArrayEquals(
                IntStream.range(0, 100).toArray(), Arrays.stream(order).sorted().toArray());
    }

    @Test
    void everyStretchHasTheClassesInProportion() {
        final int[] order = ProportionalOrder.of(LABELS, 1);
        for (int start = 0; start + 50 <= 100; start += 7) {
            final int[] counts = new int[3];
            for (int place = start; place < start + 50; place++) {
                counts[LABELS[order[place]]]++;
            }
            assertTrue(Math.abs(counts[0] - 30) <= 2, Arrays.toString(counts));
            assertTrue(Math.abs(counts[1] - 15) <= 2, Arrays.toString(counts));
            assertTrue(Math.abs(counts[2] - 5) <= 2, Arrays.toString(counts));
        }
    }

    @Test
    void theSeedAloneDecides() {
        assertArrayEquals(ProportionalOrder.of(LABELS, 3), ProportionalOrder.of(LABELS, 3));
        assertFalse(Arrays.equals(ProportionalOrder.of(LABELS, 3), ProportionalOrder.of(LABELS, 4)));
        assertEquals(0, ProportionalOrder.of(new int[] {-1, -1}, 3).length);
    }
}
