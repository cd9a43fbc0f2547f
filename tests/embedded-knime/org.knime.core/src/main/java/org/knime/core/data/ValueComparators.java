package org.knime.core.data;

import java.util.function.ToIntBiFunction;

/** Chooses how the values of a type are ordered. */
final class ValueComparators {
    private ValueComparators() {}

    static DataValueComparator of(final Class<? extends DataValue> preferred) {
        if (preferred == BooleanValue.class) {
            return by((a, b) ->
                    Boolean.compare(((BooleanValue) a).getBooleanValue(), ((BooleanValue) b).getBooleanValue()));
        }
        if (preferred == IntValue.class || preferred == LongValue.class) {
            return by((a, b) -> Long.compare(((LongValue) a).getLongValue(), ((LongValue) b).getLongValue()));
        }
        if (preferred == DoubleValue.class) {
            return by((a, b) -> Double.compare(((DoubleValue) a).getDoubleValue(), ((DoubleValue) b).getDoubleValue()));
        }
        return by((a, b) -> a.toString().compareTo(b.toString()));
    }

    private static DataValueComparator by(final ToIntBiFunction<DataValue, DataValue> comparison) {
        return new DataValueComparator() {
            @Override
            protected int compareDataValues(final DataValue first, final DataValue second) {
                return comparison.applyAsInt(first, second);
            }
        };
    }
}
