package org.jointdiffusion.runtime.reference;

import java.util.List;
import java.util.Locale;

/**
 * One measured figure: what {@code ./bench} prints as a line.
 *
 * @param name its stable name
 * @param values the measurements, at least one
 * @param unit what they count
 */
public record Figure(String name, List<Double> values, String unit) {

    /** Name, median, minimum, maximum and unit, separated by tabs. */
    public String line() {
        final List<Double> sorted = values.stream().sorted().toList();
        final int middle = sorted.size() / 2;
        final double median =
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return String.format(
                Locale.ROOT,
                "%s\t%.4g\t%.4g\t%.4g\t%s",
                name,
                median,
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                unit);
    }
}
