package org.knime.base.node.preproc.column.renamer;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;

/** The settings of KNIME's Column Renamer, as KNIME 5.8 stores them. */
final class ColumnRenamerParameters implements NodeParameters {

    /** A new name for a column. */
    static final class Renaming implements NodeParameters {

        String m_oldName;

        String m_newName;
    }

    Renaming[] m_renamings = {};

    /** Whether names that begin or end with blanks are refused. */
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_doNotAllowPaddedColumnName;

    @Override
    public void validate() throws InvalidSettingsException {
        final Set<String> seen = new HashSet<>();
        for (final Renaming renaming : m_renamings) {
            if (!seen.add(renaming.m_oldName)) {
                throw new InvalidSettingsException("The column \"" + renaming.m_oldName
                        + "\" is renamed twice. Remove one of its lines in the Column Renamer's dialog.");
            }
            final String name = renaming.m_newName;
            if (name == null || name.isBlank() || m_doNotAllowPaddedColumnName && !name.equals(name.strip())) {
                throw new InvalidSettingsException("The new name \"" + name + "\" of the column \"" + renaming.m_oldName
                        + "\" is empty, or begins or ends with blanks. Enter another one.");
            }
        }
    }

    /** Returns the new name of a column, or its old one. */
    String newName(final String column) {
        return Arrays.stream(m_renamings)
                .filter(renaming -> renaming.m_oldName.equals(column))
                .map(renaming -> renaming.m_newName)
                .findFirst()
                .orElse(column);
    }
}
