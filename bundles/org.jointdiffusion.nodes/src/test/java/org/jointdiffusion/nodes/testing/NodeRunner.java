package org.jointdiffusion.nodes.testing;

import java.util.List;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.jointdiffusion.embedded.node.NodeDescription;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.embedded.node.PortGroup;
import org.jointdiffusion.embedded.settings.ParametersPersistence;
import org.jointdiffusion.embedded.settings.PortInput;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Runs one node in the embedded host, with settings that were saved and loaded again. */
public final class NodeRunner {

    private final EmbeddedNode m_node;

    public NodeRunner(final NodeFactory<?> factory) {
        m_node = EmbeddedNode.of(factory);
    }

    public NodeDescription description() {
        return m_node.description();
    }

    /** The class of the node's settings. */
    public Class<? extends NodeParameters> parametersClass() {
        return m_node.parametersClass().orElseThrow();
    }

    /** The settings of a new node that is connected to inputs with these specs. */
    public static <P extends NodeParameters> P parameters(final Class<P> type, final PortObjectSpec... specs) {
        return ParametersPersistence.create(type, PortInput.ofSpecs(specs));
    }

    public Outcome<PortObjectSpec> configure(final NodeParameters parameters, final PortObjectSpec... inputs)
            throws InvalidSettingsException {
        return m_node.configure(reloaded(parameters), inputs, outputTypes());
    }

    public Outcome<PortObject> execute(final NodeParameters parameters, final PortObject... inputs) throws Exception {
        return execute(new DefaultNodeProgressMonitor(), parameters, inputs);
    }

    public Outcome<PortObject> execute(
            final NodeProgressMonitor progress, final NodeParameters parameters, final PortObject... inputs)
            throws Exception {
        return m_node.execute(reloaded(parameters), inputs, outputTypes(), new ExecutionContext(progress, null));
    }

    /** The rows of a table output. */
    public static List<DataRow> rows(final Outcome<PortObject> outcome, final int port) {
        return TestTables.rows((BufferedDataTable) outcome.outputs().get(port));
    }

    private static NodeParameters reloaded(final NodeParameters parameters) throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(parameters, settings);
        final NodeParameters loaded = ParametersPersistence.load(parameters.getClass(), settings);
        loaded.validate();
        return loaded;
    }

    private PortType[] outputTypes() {
        return m_node.description().ports().stream()
                .filter(group -> group.side() == PortGroup.Side.OUTPUT)
                .flatMap(group -> group.withChosen(group.initialTypes()).stream())
                .toArray(PortType[]::new);
    }
}
