package org.knime.node.parameters.migration;

import java.util.List;

/**
 * A migration that gives a parameter which earlier versions did not store a fixed value.
 *
 * @param <T> the type of the parameter
 */
@FunctionalInterface
public interface DefaultProvider<T> extends NodeParametersMigration<T> {

    T getDefault();

    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        return List.of(ConfigMigration.<T>builder(settings -> getDefault()).build());
    }
}
