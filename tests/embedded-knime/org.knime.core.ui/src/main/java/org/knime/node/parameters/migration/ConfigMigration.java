package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jointdiffusion.embedded.settings.ConfigPaths;
import org.knime.core.node.NodeSettingsRO;

/**
 * One way to load a parameter from the entries of an earlier version.
 *
 * @param <T> the type of the parameter
 */
public final class ConfigMigration<T> {

    private final ParametersLoader<T> m_loader;
    private final Predicate<NodeSettingsRO> m_matcher;
    private final List<List<String>> m_deprecatedPaths;

    private ConfigMigration(final Builder<T> builder) {
        m_loader = builder.m_loader;
        m_deprecatedPaths = List.copyOf(builder.m_deprecatedPaths);
        m_matcher = builder.m_matcher;
    }

    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    public ParametersLoader<T> getLoader() {
        return m_loader;
    }

    /** Returns null if the migration applies exactly when the parameter's own entries are absent. */
    public Predicate<NodeSettingsRO> getMatcher() {
        if (m_matcher != null || m_deprecatedPaths.isEmpty()) {
            return m_matcher;
        }
        return settings -> m_deprecatedPaths.stream().allMatch(path -> ConfigPaths.contains(settings, path));
    }

    public Collection<?> getDeprecatedConfigPaths() {
        return m_deprecatedPaths;
    }

    /**
     * Collects what a migration needs.
     *
     * @param <T> the type of the parameter
     */
    public static final class Builder<T> {

        private final ParametersLoader<T> m_loader;
        private final Collection<List<String>> m_deprecatedPaths = new ArrayList<>();
        private Predicate<NodeSettingsRO> m_matcher;

        public Builder(final ParametersLoader<T> loader) {
            m_loader = loader;
        }

        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            m_deprecatedPaths.add(List.of(configKeys));
            return this;
        }

        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> matcher) {
            m_matcher = matcher;
            return this;
        }

        public ConfigMigration<T> build() {
            return new ConfigMigration<>(this);
        }
    }
}
