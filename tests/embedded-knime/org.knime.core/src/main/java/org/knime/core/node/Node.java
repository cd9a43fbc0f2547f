package org.knime.core.node;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** A node: its factory and its model, as the framework drives them. */
public final class Node {
    private final NodeFactory<?> m_factory;
    private final NodeModel m_model;

    /** Creates a node with a new model. */
    public Node(final NodeFactory<NodeModel> factory) {
        m_factory = factory;
        m_model = factory.createNodeModel();
    }

    /** Returns the factory. */
    public NodeFactory<?> getFactory() {
        return m_factory;
    }

    /** Returns the model. */
    public NodeModel getNodeModel() {
        return m_model;
    }

    /** Returns the number of input ports, without the flow variable port. */
    public int getNrInPorts() {
        return m_model.getNrInPorts();
    }

    /** Returns the number of output ports, without the flow variable port. */
    public int getNrOutPorts() {
        return m_model.getNrOutPorts();
    }

    /** Returns the type of an input port, from 0. */
    public PortType getInputType(final int index) {
        return m_model.getInPortType(index);
    }

    /** Returns the type of an output port, from 0. */
    public PortType getOutputType(final int index) {
        return m_model.getOutPortType(index);
    }

    /** Writes the settings of the model. */
    public void saveModelSettingsTo(final NodeSettingsWO settings) {
        m_model.saveSettingsTo(settings);
    }

    /** Checks settings without taking them. */
    public void validateModelSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_model.validateSettings(settings);
    }

    /** Checks settings and takes them. */
    public void loadModelSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_model.validateSettings(settings);
        m_model.loadValidatedSettingsFrom(settings);
    }

    /** Checks settings and inputs; returns the output specifications. */
    public PortObjectSpec[] invokeNodeModelConfigure(final PortObjectSpec[] inputs) throws InvalidSettingsException {
        return m_model.configure(inputs);
    }

    /** Computes the outputs. */
    public PortObject[] invokeNodeModelExecute(final ExecutionContext exec, final PortObject[] inputs)
            throws Exception {
        return m_model.execute(inputs, exec);
    }

    /** Forgets results. */
    public void reset() {
        m_model.reset();
    }
}
