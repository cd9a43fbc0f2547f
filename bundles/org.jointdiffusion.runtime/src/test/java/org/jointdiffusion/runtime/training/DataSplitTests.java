package org.jointdiffusion.runtime.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataSplitTests {

    /** 40 of class 0, 20 of class 1, 10 without a class. */
    private static final TrainingImages DATA = StripedImages.labelled(
            IntStream.range(0, 70).map(row -> row < 40 ? 0 : row < 60 ? 1 : -1).toArray());

    @Test
    void everyRowIsOnExactlyOneSide() {
        final DataSplit split = DataSplit.of(DATA, 0.2, 1);
        assertArrayEquals(
                IntStream.range(0, 70).toArray(),
                IntStream.concat(Arrays.stream(split.training()), Arrays.stream(split.validation()))
                        .sorted()
                        .toArray());
    }

    @Test
    void theSameShareOfEveryClassIsHeldOutAndNoUnlabelledRow() {
        final DataSplit split = DataSplit.of(DATA, 0.2, 1);
        assertEquals(
                8, Arrays.stream(split.validation()).filter(row -> row < 40).count());
        assertEquals(
                4,
                Arrays.stream(split.validation())
                        .filter(row -> row >= 40 && row < 60)
                        .count());
        assertEquals(12, split.validation().length);
    }

    @Test
    void aBeginningOfTheHeldOutRowsHasAllClassesInProportion() {
        final int[] validation = DataSplit.of(DATA, 0.5, 1).validation();
        assertEquals(
                10, Arrays.stream(validation).limit(15).filter(row -> row < 40).count());
    }

    @Test
    void allLabelledRowsCanJudge() {
        final int[] rows = DataSplit.allLabelled(DATA, 1);
        assertArrayEquals(
                IntStream.range(0, 60).toArray(), Arrays.stream(rows).sorted().toArray());
        assertEquals(20, Arrays.stream(rows).limit(30).filter(row -> row < 40).count());
    }

    @Test
    void theSeedDecides() {
        assertArrayEquals(
                DataSplit.of(DATA, 0.2, 1).validation(),
                DataSplit.of(DATA, 0.2, 1).validation());
        assertFalse(Arrays.equals(
                DataSplit.of(DATA, 0.2, 1).validation(),
                DataSplit.of(DATA, 0.2, 2).validation()));
    }

    @Test
    void theOnlyRowOfAClassIsTrainedOn() {
        final TrainingImages rare = StripedImages.labelled(
                IntStream.range(0, 12).map(row -> row == 3 ? 1 : 0).toArray());
        assertTrue(Arrays.stream(DataSplit.of(rare, 0.5, 1).training()).anyMatch(row -> row == 3));
        assertEquals(0, DataSplit.of(rare, 0, 1).validation().length);
    }
}
