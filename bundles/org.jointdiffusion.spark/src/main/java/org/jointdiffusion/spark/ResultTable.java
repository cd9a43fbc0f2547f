package org.jointdiffusion.spark;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** Stores a result in a folder, as Spark does: one file for each task. */
final class ResultTable {

    private ResultTable() {}

    /** Computes the table and stores it. */
    static void write(final Dataset<Row> table, final ResultFormat format, final String folder) {
        switch (format) {
            case PARQUET -> table.write().parquet(folder);
            case CSV ->
                withTextImages(table)
                        .write()
                        .option("header", true)
                        .option("escape", "\"")
                        .csv(folder);
            default -> throw new IllegalArgumentException("Unknown format " + format + ".");
        }
    }

    private static Dataset<Row> withTextImages(final Dataset<Row> table) {
        return table.select(Arrays.stream(table.schema().fields())
                .map(field -> asText(table, field))
                .toArray(Column[]::new));
    }

    private static Column asText(final Dataset<Row> table, final StructField field) {
        final Column column = table.col("`" + field.name().replace("`", "``") + "`");
        return field.dataType().equals(DataTypes.BinaryType)
                // Spark breaks the text into lines
                ? functions.regexp_replace(functions.base64(column), "\\s", "").as(field.name())
                : column;
    }
}
