package org.knime.base.node.preproc.partition;

import java.util.Optional;
import org.knime.core.data.NominalValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/** The settings of KNIME's Table Partitioner, as KNIME 5.8 stores them. */
final class PartitionParameters implements NodeParameters {

    private static final double ALL_PERCENT = 100;

    /** What sets the size of the first partition. */
    enum CountMode {
        RELATIVE,
        ABSOLUTE
    }

    /** Which rows are chosen. */
    enum SamplingMode {
        RANDOM,
        STRATIFIED,
        LINEAR,
        FIRST_ROWS
    }

    /** What happens with an empty table. */
    enum EmptyTableAction {
        FAIL,
        OUTPUT_EMPTY
    }

    CountMode m_partitioningMode = CountMode.RELATIVE;

    double m_percentage = 70;

    long m_rowCount = 100;

    SamplingMode m_mode = SamplingMode.RANDOM;

    @Persist(configKey = "class_column")
    @Migrate(loadDefaultIfAbsent = true)
    String m_classColumn = "";

    Optional<Long> m_seed = Optional.of(1678807467440L);

    EmptyTableAction m_actionEmpty = EmptyTableAction.FAIL;

    PartitionParameters() {}

    PartitionParameters(final NodeParametersInput input) {
        ColumnSelectionUtil.getCompatibleColumnsOfFirstPort(input, NominalValue.class).stream()
                .findFirst()
                .ifPresent(column -> m_classColumn = column.getName());
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_percentage < 0 || m_percentage > ALL_PERCENT) {
            throw new InvalidSettingsException(
                    "The size of the first partition is " + m_percentage + " %. Set it to 0 to 100 %.");
        }
        if (m_rowCount < 0) {
            throw new InvalidSettingsException(
                    "The first partition has " + m_rowCount + " rows. Set it to 0 rows or more.");
        }
    }

    /** Returns how many of the rows go to the first partition. */
    long firstRows(final long rows) {
        final long wanted =
                m_partitioningMode == CountMode.ABSOLUTE ? m_rowCount : (long) (m_percentage / ALL_PERCENT * rows);
        return Math.min(wanted, rows);
    }
}
