package org.knime.node.parameters.migration;

import java.util.List;

/**
 * Reads a parameter from the entries of earlier versions; the first migration whose matcher accepts the settings wins.
 *
 * @param <T> the type of the parameter
 */
public interface NodeParametersMigration<T> {

    List<ConfigMigration<T>> getConfigMigrations();
}
