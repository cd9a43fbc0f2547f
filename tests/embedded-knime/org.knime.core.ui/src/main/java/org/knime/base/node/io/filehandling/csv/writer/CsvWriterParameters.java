package org.knime.base.node.io.filehandling.csv.writer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.persistence.Persist;

/** The settings of KNIME's CSV Writer that the embedded host heeds, as KNIME 5.8 stores them. */
final class CsvWriterParameters implements NodeParameters {

    /** The group of the file and of how its lines look. */
    @LoadDefaultsForAbsentFields
    static final class Main implements NodeParameters {

        @Persist(configKey = "file_chooser_settings")
        Target m_target = new Target();

        @Persist(configKey = "column_delimiter")
        String m_columnDelimiter = ",";

        @Persist(configKey = "write_column_header")
        boolean m_writeColumnHeader = true;

        @Persist(configKey = "write_row_header")
        boolean m_writeRowHeader;
    }

    /** The group of the file. */
    static final class Target implements NodeParameters {

        @Persist(configKey = "path")
        Location m_path = new Location();

        @Persist(configKey = "create_missing_folders")
        boolean m_createMissingFolders;

        @Persist(configKey = "if_path_exists")
        Existing m_ifPathExists = Existing.fail;
    }

    /** The group of a path in one of KNIME's file systems. */
    @LoadDefaultsForAbsentFields
    static final class Location implements NodeParameters {

        @Persist(configKey = "file_system_type")
        String m_fileSystem = "LOCAL";

        @Persist(configKey = "file_system_specifier")
        String m_specifier;

        @Persist(configKey = "path")
        String m_path = "";
    }

    /** What happens with a file that exists. Spelled as stored. */
    enum Existing {
        fail,
        overwrite
    }

    /** The group of what values look like. */
    @LoadDefaultsForAbsentFields
    static final class Advanced implements NodeParameters {

        @Persist(configKey = "missing_value_pattern")
        String m_missing = "";
    }

    @Persist(configKey = "settings")
    Main m_main = new Main();

    @Persist(configKey = "advanced_settings")
    Advanced m_advanced = new Advanced();

    @Override
    public void validate() throws InvalidSettingsException {
        final Location location = m_main.m_target.m_path;
        if (location.m_path.isBlank()) {
            throw new InvalidSettingsException("No file is named. Choose one in the CSV Writer's dialog.");
        }
        if (m_main.m_columnDelimiter.isEmpty()) {
            throw new InvalidSettingsException("The column delimiter is empty. Enter one in the CSV Writer's dialog.");
        }
    }
}
