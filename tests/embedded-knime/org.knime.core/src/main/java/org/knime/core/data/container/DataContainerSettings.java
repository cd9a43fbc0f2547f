package org.knime.core.data.container;

/** How a container treats the rows that it is given. */
public final class DataContainerSettings {
    /** The number of possible values that a column keeps at most: 60. */
    public static final int MAX_POSSIBLE_VALUES = 60;

    private static final DataContainerSettings DEFAULT =
            new DataContainerSettings(false, true, true, MAX_POSSIBLE_VALUES);

    private final boolean m_initializeDomain;
    private final boolean m_updateDomain;
    private final boolean m_checkDuplicates;
    private final int m_maximumValues;

    DataContainerSettings(
            final boolean initializeDomain,
            final boolean updateDomain,
            final boolean checkDuplicates,
            final int maximumValues) {
        m_initializeDomain = initializeDomain;
        m_updateDomain = updateDomain;
        m_checkDuplicates = checkDuplicates;
        m_maximumValues = maximumValues;
    }

    /** Returns the settings for most uses: domains computed from the rows alone, duplicate keys refused. */
    public static DataContainerSettings getDefault() {
        return DEFAULT;
    }

    /** Returns a builder that starts with the default settings. */
    public static Builder builder() {
        return new SettingsBuilder();
    }

    /** Tells whether the domains start with those of the specification. */
    public boolean isInitializeDomain() {
        return m_initializeDomain;
    }

    /** Tells whether the domains are computed from the rows. */
    public boolean isEnableDomainUpdate() {
        return m_updateDomain;
    }

    /** Tells whether a row key that occurs twice is an error. */
    public boolean isCheckDuplicateRowKeys() {
        return m_checkDuplicates;
    }

    /** Returns the number of possible values above which a column forgets them. */
    public int getMaxDomainValues() {
        return m_maximumValues;
    }

    /** Builds settings. */
    public interface Builder {
        /** Sets whether the domains start with those of the specification. */
        Builder withInitializedDomain(boolean initialize);

        /** Sets whether the domains are computed from the rows. */
        Builder withDomainUpdate(boolean update);

        /** Sets whether a row key that occurs twice is an error. */
        Builder withCheckDuplicateRowKeys(boolean check);

        /** Returns the settings. */
        DataContainerSettings build();
    }

    private static final class SettingsBuilder implements Builder {
        private boolean m_initialize;
        private boolean m_update = true;
        private boolean m_check = true;

        @Override
        public Builder withInitializedDomain(final boolean initialize) {
            m_initialize = initialize;
            return this;
        }

        @Override
        public Builder withDomainUpdate(final boolean update) {
            m_update = update;
            return this;
        }

        @Override
        public Builder withCheckDuplicateRowKeys(final boolean check) {
            m_check = check;
            return this;
        }

        @Override
        public DataContainerSettings build() {
            return new DataContainerSettings(m_initialize, m_update, m_check, MAX_POSSIBLE_VALUES);
        }
    }
}
