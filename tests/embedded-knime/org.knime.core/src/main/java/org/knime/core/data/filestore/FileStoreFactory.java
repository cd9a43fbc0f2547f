package org.knime.core.data.filestore;

import java.io.File;
import java.io.IOException;
import org.knime.core.util.FileUtil;

/** Makes file stores. */
public abstract class FileStoreFactory {
    FileStoreFactory() {}

    /** Returns a new file store; a name that was used before is an {@link IOException}. */
    public abstract FileStore createFileStore(String name) throws IOException;

    /** Ends the use of this factory; the files stay. */
    public abstract void close();

    /** Returns a factory of files in a temporary folder that goes with the JVM. */
    public static final FileStoreFactory createNotInWorkflowFileStoreFactory() {
        return new FileStoreFactory() {
            private File m_folder;

            @Override
            public FileStore createFileStore(final String name) throws IOException {
                if (m_folder == null) {
                    m_folder = FileUtil.createTempDir("file_stores_");
                }
                final File file = new File(m_folder, name);
                if (!file.getCanonicalFile().getParentFile().equals(m_folder.getCanonicalFile())
                        || !file.createNewFile()) {
                    throw new IOException("The name of the file store is not new or not a file name: " + name);
                }
                return new FileStore(file);
            }

            @Override
            public void close() {
                // nothing is held open
            }
        };
    }
}
