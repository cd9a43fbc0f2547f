package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;

/** What is known about a port object before it is there. */
public interface PortObjectSpec {
    /** Returns views for users, or {@code null}. */
    JComponent[] getViews();

    /** Saves and loads specifications of one class. */
    abstract class PortObjectSpecSerializer<T extends PortObjectSpec> {
        /** Saves a specification. */
        public abstract void savePortObjectSpec(T spec, PortObjectSpecZipOutputStream output) throws IOException;

        /** Loads a specification. */
        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream input) throws IOException;
    }
}
