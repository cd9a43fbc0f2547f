package org.jointdiffusion.runner.result;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The table that a node left at an output port, as plain values.
 *
 * @param columns the column names, in order
 * @param rows the rows, in order
 */
public record ResultTable(List<String> columns, List<ResultRow> rows) {

    /** Whether all of these columns exist. */
    public boolean has(final String... names) {
        return columns.containsAll(List.of(names));
    }

    /** The values of a numeric column that are neither missing nor NaN. */
    public DoubleStream numbers(final String column) {
        return rows.stream()
                .map(row -> row.number(column))
                .filter(number -> number.isPresent() && !Double.isNaN(number.getAsDouble()))
                .mapToDouble(number -> number.getAsDouble());
    }

    /** The number of rows whose Boolean column is true. */
    public long countTrue(final String column) {
        return rows.stream().filter(row -> row.truth(column).orElse(false)).count();
    }
}
