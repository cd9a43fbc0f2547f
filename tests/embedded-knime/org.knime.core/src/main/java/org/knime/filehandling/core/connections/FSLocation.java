package org.knime.filehandling.core.connections;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** A path in one of KNIME's file systems. */
public final class FSLocation implements FSLocationSpec, Serializable {
    private static final long serialVersionUID = 1L;

    private final String m_category;
    private final String m_specifier;
    private final String m_path;

    /** Creates a location. */
    public FSLocation(final String category, final String specifier, final String path) {
        m_category = Objects.requireNonNull(category, "A location needs a category.");
        m_specifier = specifier;
        m_path = Objects.requireNonNull(path, "A location needs a path.");
    }

    /** Creates a location. */
    public FSLocation(final FSCategory category, final String specifier, final String path) {
        this(category.name(), specifier, path);
    }

    /** Creates a location in the only file system of a category. */
    public FSLocation(final FSCategory category, final String path) {
        this(category, null, path);
    }

    @Override
    public String getFileSystemCategory() {
        return m_category;
    }

    @Override
    public Optional<String> getFileSystemSpecifier() {
        return Optional.ofNullable(m_specifier);
    }

    /** Returns the path within the file system. */
    public String getPath() {
        return m_path;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof FSLocation location
                && location.m_category.equals(m_category)
                && Objects.equals(location.m_specifier, m_specifier)
                && location.m_path.equals(m_path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_category, m_specifier, m_path);
    }

    @Override
    public String toString() {
        return "(" + m_category + ", " + (m_specifier == null ? "" : m_specifier) + ", " + m_path + ")";
    }
}
