package org.jointdiffusion.runner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 s",
        "420, 0.42 s",
        "12340, 12.3 s",
        "59949, 59.9 s",
        "59950, 1 min 00 s",
        "330000, 5 min 30 s",
        "3599499, 59 min 59 s",
        "3599500, 1 h 00 min",
        "7500000, 2 h 05 min"
    })
    void durationsReadWellAtEverySize(final long milliseconds, final String expected) {
        assertEquals(expected, Format.duration(Duration.ofMillis(milliseconds)));
    }

    @Test
    void whatIsMissingIsADash() {
        assertEquals("–", Format.percent(Double.NaN));
        assertEquals("–", Format.percent(OptionalDouble.empty()));
        assertEquals("–", Format.probability(OptionalDouble.empty()));
        assertEquals("85.7 %", Format.percent(0.857));
        assertEquals("0.86", Format.probability(OptionalDouble.of(0.857)));
        assertEquals("1,234", Format.count(1234));
    }
}
