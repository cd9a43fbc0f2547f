package org.knime.filehandling.core.connections;

import java.util.Optional;

/** The file system of a location. */
public interface FSLocationSpec {
    /** Returns the name of the {@link FSCategory}. */
    String getFileSystemCategory();

    /** Returns what tells file systems of one category apart, such as "knime.workflow". */
    Optional<String> getFileSystemSpecifier();

    /** Returns the category. */
    default FSCategory getFSCategory() {
        return FSCategory.valueOf(getFileSystemCategory());
    }
}
