package org.jointdiffusion.nodes.port;

import java.util.Comparator;
import java.util.Optional;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.IntValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** The cell type of the target column: predictions come in the same type, so that a Scorer can compare them. */
public enum TargetType {
    /** Nominal strings. */
    STRING(StringCell.TYPE, Comparator.naturalOrder()) {
        @Override
        public DataCell cell(final String className) {
            return new StringCell(className);
        }

        @Override
        public String className(final DataCell cell) {
            return ((StringValue) cell).getStringValue();
        }
    },
    /** Whole numbers. */
    INTEGER(IntCell.TYPE, Comparator.comparingInt(Integer::parseInt)) {
        @Override
        public DataCell cell(final String className) {
            return new IntCell(Integer.parseInt(className));
        }

        @Override
        public String className(final DataCell cell) {
            return Integer.toString(((IntValue) cell).getIntValue());
        }
    };

    private final DataType m_type;
    private final Comparator<String> m_order;

    TargetType(final DataType type, final Comparator<String> order) {
        m_type = type;
        m_order = order;
    }

    /** The type of a column's cells as a target, empty when such a column cannot hold classes. */
    public static Optional<TargetType> of(final DataType type) {
        if (type.isCompatible(StringValue.class) && type.isCompatible(NominalValue.class)) {
            return Optional.of(STRING);
        }
        if (type.isCompatible(IntValue.class) && !type.isCompatible(BooleanValue.class)) {
            return Optional.of(INTEGER);
        }
        return Optional.empty();
    }

    /** The type of the cells that {@link #cell} makes. */
    public DataType dataType() {
        return m_type;
    }

    /** The order in which classes are listed: numbers by value, strings by their characters. */
    public Comparator<String> order() {
        return m_order;
    }

    /** The cell of a class; {@link NumberFormatException} when an integer target has a class that is no number. */
    public abstract DataCell cell(String className);

    /** The class that a non-missing cell of the target column names. */
    public abstract String className(DataCell cell);
}
