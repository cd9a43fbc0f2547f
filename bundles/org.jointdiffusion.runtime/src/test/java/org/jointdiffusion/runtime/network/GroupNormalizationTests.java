package org.jointdiffusion.runtime.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupNormalizationTests {

    @ParameterizedTest
    @CsvSource({"128, 32", "96, 32", "48, 24", "144, 24", "8, 8", "34, 17", "37, 1", "2, 2"})
    void groupsAreTheLargestDivisorUpToThirtyTwo(final int channels, final int groups) {
        assertEquals(groups, GroupNormalization.groups(channels));
    }
}
