package org.knime.base.node.mine.scorer.accuracy;

import java.util.Comparator;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;

/** How the values are ordered in the tables; settings store the position of the constant. */
enum ValueOrder {
    INSERTION,
    NUMERIC,
    LEXICAL,
    UNSORTED;

    /** Sorts values in place. */
    void sort(final List<DataCell> values) {
        if (this == NUMERIC) {
            values.sort(Comparator.comparingDouble(value -> ((DoubleValue) value).getDoubleValue()));
        } else if (this == LEXICAL) {
            values.sort(Comparator.comparing(DataCell::toString));
        }
    }
}
