package org.jointdiffusion.runtime.reference.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalsTests {

    @Test
    void theWilsonIntervalOfAShareIsTheKnownOne() {
        // solutions p of |0.9 - p| = 1.96 sqrt(p (1 - p) / 100)
        final double[] interval = Intervals.wilson(90, 100);
        for (final double end : interval) {
            assertEquals(Math.abs(0.9 - end), 1.96 * Math.sqrt(end * (1 - end) / 100), 1e-12);
        }
        assertArrayEquals(new double[] {0.8256, 0.9448}, interval, 1e-4);
        assertEquals(1, Intervals.wilson(50, 50)[1]);
        assertEquals(0, Intervals.wilson(0, 50)[0]);
    }

    @Test
    void theBootstrapIntervalOfAMeanIsAboutTwoStandardErrorsWideOnEitherSide() {
        final double[] values =
                IntStream.range(0, 400).mapToDouble(i -> i % 2 == 0 ? 0 : 1).toArray();
        final double[] interval = Intervals.mean(values);
        assertArrayEquals(new double[] {0.5 - 0.049, 0.5 + 0.049}, interval, 0.005);
    }

    @Test
    void theStandardErrorOfASetsMeanIsTheKnownOne() {
        final double[] values =
                IntStream.range(0, 400).mapToDouble(i -> i % 2 == 0 ? 0 : 1).toArray();
        final double error = Intervals.standardError(400, rows -> Arrays.stream(rows)
                .mapToDouble(row -> values[row])
                .average()
                .orElseThrow());
        assertEquals(0.025, error, 0.006);
    }

    @Test
    void aLineHoldsNameValueIntervalAndUnit() {
        assertEquals(
                "steps\t4000\t4000\t4000\tsteps",
                Estimate.exact("steps", 4000, "steps").line());
        assertEquals(
                "hits\t0.5000\t0.09453\t0.9055\tshare, N=2, Wilson interval",
                Estimate.share("hits", new boolean[] {true, false}, "share").line());
    }
}
