package org.jointdiffusion.runtime.reference.explain;

import java.util.Locale;

/**
 * One figure with its uncertainty: what {@code ./bench explain} prints as a line.
 *
 * @param name its stable name
 * @param value what was measured
 * @param low the lower end of its 95 % interval; the value itself where there is none
 * @param high the upper end
 * @param unit what it counts, and how it was measured
 */
record Estimate(String name, double value, double low, double high, String unit) {

    /** A number without uncertainty. */
    static Estimate exact(final String name, final double value, final String unit) {
        return new Estimate(name, value, value, value, unit);
    }

    /** A share with its Wilson interval. */
    static Estimate share(final String name, final boolean[] hits, final String unit) {
        int count = 0;
        for (final boolean hit : hits) {
            count += hit ? 1 : 0;
        }
        final double[] interval = Intervals.wilson(count, hits.length);
        return new Estimate(
                name,
                (double) count / hits.length,
                interval[0],
                interval[1],
                unit + ", N=" + hits.length + ", Wilson interval");
    }

    /** A mean with its bootstrap interval. */
    static Estimate mean(final String name, final double[] values, final String unit) {
        final double[] interval = Intervals.mean(values);
        return new Estimate(
                name,
                Intervals.average(values),
                interval[0],
                interval[1],
                unit + ", mean of " + values.length + ", bootstrap interval");
    }

    /** A value with a symmetric interval of 1.96 standard errors. */
    static Estimate normal(final String name, final double value, final double standardError, final String unit) {
        return new Estimate(
                name,
                value,
                value - 1.96 * standardError,
                value + 1.96 * standardError,
                unit + ", 1.96 bootstrap standard errors");
    }

    /** Name, value, lower and upper end and unit, separated by tabs. */
    String line() {
        return String.format(Locale.ROOT, "%s\t%.4g\t%.4g\t%.4g\t%s", name, value, low, high, unit);
    }
}
