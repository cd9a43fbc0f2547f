package org.knime.core.data.filestore;

import java.io.File;

/** A file that belongs to the results of a node. */
public final class FileStore {
    private final File m_file;

    FileStore(final File file) {
        m_file = file;
    }

    /** Returns the file, which its maker writes. */
    public File getFile() {
        return m_file;
    }

    @Override
    public String toString() {
        return m_file.toString();
    }
}
