package org.knime.filehandling.core.connections;

/** Where a file lies, seen from KNIME. */
public enum FSCategory {
    /** On this computer. */
    LOCAL("Local File System"),
    /** Relative to the workflow, its data area or its mount point. */
    RELATIVE("Relative to"),
    /** In a mount point. */
    MOUNTPOINT("Mountpoint"),
    /** At a URL. */
    CUSTOM_URL("Custom/KNIME URL"),
    /** Behind a file system port. */
    CONNECTED("File System"),
    /** In a space of a KNIME Hub. */
    HUB_SPACE("Hub Space");

    private final String m_label;

    FSCategory(final String label) {
        m_label = label;
    }

    /** Returns the name for users. */
    public String getLabel() {
        return m_label;
    }
}
