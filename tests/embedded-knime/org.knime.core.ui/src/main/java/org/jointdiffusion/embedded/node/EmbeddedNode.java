package org.jointdiffusion.embedded.node;

import java.util.Optional;
import org.jointdiffusion.embedded.view.EmbeddedView;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** A node as the embedded host sees it: every model that a factory of the host creates is one. */
public interface EmbeddedNode {

    /** Returns the node that a factory describes. */
    static EmbeddedNode of(final NodeFactory<?> factory) {
        if (factory.createNodeModel() instanceof EmbeddedNode node) {
            return node;
        }
        throw new IllegalArgumentException("The embedded host runs only nodes written with DefaultNode, which "
                + factory.getClass().getName() + " is not. Run the workflow in KNIME instead.");
    }

    NodeDescription description();

    /** Returns the class of the node's settings, empty if it has none. */
    Optional<Class<? extends NodeParameters>> parametersClass();

    /** Returns the view of the node, empty if it has none. */
    Optional<EmbeddedView> view();

    /**
     * Computes the specs of the output ports.
     *
     * @param parameters the settings, null if the node has none
     * @param inputs one spec an input port, null where a port has none yet
     * @param outputTypes the types of the output ports
     */
    Outcome<PortObjectSpec> configure(NodeParameters parameters, PortObjectSpec[] inputs, PortType[] outputTypes)
            throws InvalidSettingsException;

    /**
     * Computes the outputs.
     *
     * @param parameters the settings, null if the node has none
     * @param inputs one object an input port
     * @param outputTypes the types of the output ports
     */
    Outcome<PortObject> execute(
            NodeParameters parameters, PortObject[] inputs, PortType[] outputTypes, ExecutionContext context)
            throws Exception;
}
