package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What goes from node to node. */
public interface PortObject {
    /** The type of ports that take anything. */
    PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    /** The type of ports that take anything and need not be connected. */
    PortType TYPE_OPTIONAL = PortTypeRegistry.getInstance().getPortType(PortObject.class, true);

    /** Returns a short description for users. */
    String getSummary();

    /** Returns the specification. */
    PortObjectSpec getSpec();

    /** Returns views for users, or {@code null}. */
    JComponent[] getViews();

    /** Saves and loads port objects of one class. */
    abstract class PortObjectSerializer<T extends PortObject> {
        /** Saves an object without its specification. */
        public abstract void savePortObject(T object, PortObjectZipOutputStream output, ExecutionMonitor monitor)
                throws IOException, CanceledExecutionException;

        /** Loads an object, whose specification was loaded before. */
        public abstract T loadPortObject(PortObjectZipInputStream input, PortObjectSpec spec, ExecutionMonitor monitor)
                throws IOException, CanceledExecutionException;
    }
}
