package org.knime.base.node.preproc.filter.column;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.Persist;

/** The settings of KNIME's Column Filter, as KNIME 5.8 stores them, as far as they choose columns by their names. */
final class ColumnFilterParameters implements NodeParameters {

    private static final String STANDARD = "STANDARD";

    /** The group that KNIME stores for a choice of columns. */
    static final class Choice implements NodeParameters {

        @Persist(configKey = "filter-type")
        String m_filterType = STANDARD;

        @Persist(configKey = "included_names")
        String[] m_includedNames = {};

        @Persist(configKey = "excluded_names")
        String[] m_excludedNames = {};

        /** What happens to columns that are in neither list. */
        @Persist(configKey = "enforce_option")
        Unknown m_unknown = Unknown.EnforceExclusion;
    }

    /** The lists that count: that of the columns to keep, or that of the columns to drop. Spelled as stored. */
    enum Unknown {
        EnforceInclusion,
        EnforceExclusion
    }

    @Persist(configKey = "column-filter")
    Choice m_columns = new Choice();

    @Override
    public void validate() throws InvalidSettingsException {
        if (!STANDARD.equals(m_columns.m_filterType)) {
            throw new InvalidSettingsException("The Column Filter chooses columns by \"" + m_columns.m_filterType
                    + "\", but the embedded host only by names. Choose them manually in the dialog.");
        }
    }
}
