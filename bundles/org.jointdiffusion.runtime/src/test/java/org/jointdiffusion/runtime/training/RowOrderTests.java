package org.jointdiffusion.runtime.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowOrderTests {

    @Test
    void everyRowComesOnceInAnEpochAlthoughBatchesAreFull() {
        final RowOrder order = new RowOrder(IntStream.range(10, 17).toArray(), 3);
        final int[] seen = IntStream.range(0, 7)
                .mapToObj(batch -> order.next(3))
                .flatMapToInt(Arrays::stream)
                .toArray();
        for (int epoch = 0; epoch < 3; epoch++) {
            final int[] rows = Arrays.copyOfRange(seen, 7 * epoch, 7 * epoch + 7);
            Arrays.sort(rows);
            assertArrayEquals(IntStream.range(10, 17).toArray(), rows);
        }
    }

    @Test
    void epochsAndSeedsDiffer() {
        final RowOrder order = new RowOrder(IntStream.range(0, 50).toArray(), 3);
        final int[] first = order.next(50);
        assertFalse(Arrays.equals(first, order.next(50)));
        assertFalse(Arrays.equals(first, new RowOrder(IntStream.range(0, 50).toArray(), 4).next(50)));
        assertArrayEquals(first, new RowOrder(IntStream.range(0, 50).toArray(), 3).next(50));
    }
}
