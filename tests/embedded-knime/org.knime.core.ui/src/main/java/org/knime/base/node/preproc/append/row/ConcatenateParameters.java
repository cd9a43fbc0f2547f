package org.knime.base.node.preproc.append.row;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;

/** The settings of KNIME's Concatenate, as KNIME 5.8 stores them. */
final class ConcatenateParameters implements NodeParameters {

    /** Whether rows are numbered anew; the three settings below then do not count. */
    @Persist(configKey = "create_new_rowids")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_createNewRowIds;

    /** Whether two rows with the same ID are an error. */
    @Persist(configKey = "fail_on_duplicates")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_failOnDuplicates;

    /** Whether a row whose ID was there before gets another ID; without it, the row is left out. */
    @Persist(configKey = "append_suffix")
    boolean m_appendSuffix = true;

    @Persist(configKey = "suffix")
    String m_suffix = "_dup";

    /** Whether only columns that all tables have are kept. */
    @Persist(configKey = "intersection_of_columns")
    boolean m_intersectionOfColumns;

    @Persist(configKey = "enable_hiliting")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_enableHiliting;
}
