package org.knime.base.node.mine.scorer.accuracy;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;

/** The settings of KNIME's Scorer; only the two columns are always stored. */
final class ScorerParameters implements NodeParameters {

    String m_first;

    String m_second;

    @Migrate(loadDefaultIfAbsent = true)
    String m_flowVarPrefix;

    @Migrate(loadDefaultIfAbsent = true)
    boolean m_sortingReversed;

    /** An index into {@link ValueOrder}. */
    @Migrate(loadDefaultIfAbsent = true)
    int m_sortingStrategy;

    @Persist(configKey = "ignore.missing.values")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_ignoreMissingValues = true;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_sortingStrategy < 0 || m_sortingStrategy >= ValueOrder.values().length) {
            throw new InvalidSettingsException("The sorting strategy " + m_sortingStrategy + " is unknown. Use 0 to "
                    + (ValueOrder.values().length - 1) + ".");
        }
    }

    ValueOrder order() {
        return ValueOrder.values()[m_sortingStrategy];
    }
}
