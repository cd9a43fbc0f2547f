package org.jointdiffusion.nodes.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTests {

    @ParameterizedTest
    @CsvSource({
        "1, 1 MB",
        "1048576, 1 MB",
        "1048577, 2 MB",
        "335544320, 320 MB",
        "1503238553, 1.4 GB",
        "214748364800, 200 GB"
    })
    void memoryHasTwoDigits(final double bytes, final String expected) {
        assertEquals(expected, Amounts.memory(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.01 seconds",
        "0.234, 0.23 seconds",
        "1, 1 second",
        "89, 89 seconds",
        "90, 1.5 minutes",
        "3000, 50 minutes",
        "5400, 1.5 hours",
        "172800, 2 days",
        "86400000, '1,000 days'"
    })
    void timeHasTheUnitThatSuitsIt(final double seconds, final String expected) {
        assertEquals(expected, Amounts.time(seconds));
    }

    @ParameterizedTest
    @CsvSource({"1, 1 step", "0, 0 steps", "1849, '1,800 steps'"})
    void countsAgreeWithTheirNouns(final double count, final String expected) {
        assertEquals(expected, Amounts.of(count, "step"));
    }
}
