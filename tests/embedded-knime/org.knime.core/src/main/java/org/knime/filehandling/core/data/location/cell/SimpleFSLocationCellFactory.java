package org.knime.filehandling.core.data.location.cell;

import org.knime.core.data.DataType;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.FSLocationSpec;

/** Makes cells with locations of one file system. */
public final class SimpleFSLocationCellFactory {
    /** The type of the cells. */
    public static final DataType TYPE = DataType.getType(SimpleFSLocationCell.class);

    private final FSLocationSpec m_fileSystem;

    /** Creates a factory for a file system. */
    public SimpleFSLocationCellFactory(final FSLocationSpec fileSystem) {
        m_fileSystem = fileSystem;
    }

    /** Returns a cell with a path of the file system. */
    public SimpleFSLocationCell createCell(final String path) {
        return new SimpleFSLocationCell(new FSLocation(
                m_fileSystem.getFileSystemCategory(),
                m_fileSystem.getFileSystemSpecifier().orElse(null),
                path));
    }
}
