package org.jointdiffusion.runtime.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchRowsTests {

    private static final int[] ROWS = IntStream.range(0, 50).toArray();

    /** Labels for the first rows only. */
    private static TrainingImages labelled(final int count) {
        final int[] labels = new int[50];
        Arrays.fill(labels, count, 50, -1);
        return StripedImages.labelled(labels);
    }

    @Test
    void allRowsTakeTurnsWhereHalfOfThemAreLabelledOrNone() {
        for (final int count : new int[] {50, 25, 0}) {
            final BatchRows rows = new BatchRows(labelled(count), ROWS, 16, 3);
            final RowOrder order = new RowOrder(ROWS, 3);
            for (int step = 0; step < 5; step++) {
                assertArrayEquals(order.next(16), rows.next());
            }
        }
    }

    @Test
    void fewLabelledRowsFillHalfOfEachBatch() {
        final BatchRows rows = new BatchRows(labelled(10), ROWS, 15, 3);
        final int[] seen = new int[50];
        for (int step = 0; step < 40; step++) {
            final int[] batch = rows.next();
            assertEquals(15, batch.length);
            for (int place = 0; place < 15; place++) {
                assertEquals(place % 2 == 0, batch[place] < 10);
                seen[batch[place]]++;
            }
        }
        // 40 x 8 labelled places, 40 x 7 unlabelled ones: every row of a kind counts equally
        assertEquals(32, Arrays.stream(seen, 0, 10).min().orElseThrow());
        assertEquals(32, Arrays.stream(seen, 0, 10).max().orElseThrow());
        assertEquals(7, Arrays.stream(seen, 10, 50).min().orElseThrow());
        assertEquals(7, Arrays.stream(seen, 10, 50).max().orElseThrow());
    }

    @Test
    void theSameSeedGivesTheSameRows() {
        final BatchRows first = new BatchRows(labelled(10), ROWS, 16, 3);
        final BatchRows second = new BatchRows(labelled(10), ROWS, 16, 3);
        for (int step = 0; step < 10; step++) {
            assertArrayEquals(first.next(), second.next());
        }
    }
}
