package org.knime.core.node;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** Does the work of a node. */
public abstract class NodeModel {
    private final PortType[] m_inputs;
    private final PortType[] m_outputs;
    private String m_warning;

    /** Creates a model with the given ports; {@code null} stands for none. */
    protected NodeModel(final PortType[] inputs, final PortType[] outputs) {
        m_inputs = inputs == null ? new PortType[0] : inputs.clone();
        m_outputs = outputs == null ? new PortType[0] : outputs.clone();
    }

    /** Checks settings and input specifications; returns those of the output, {@code null} where not known. */
    protected PortObjectSpec[] configure(final PortObjectSpec[] inputs) throws InvalidSettingsException {
        throw new InvalidSettingsException("The node can not be configured: configure is not implemented.");
    }

    /** Computes the output. */
    protected PortObject[] execute(final PortObject[] inputs, final ExecutionContext exec) throws Exception {
        throw new IllegalStateException("The node can not be executed: execute is not implemented.");
    }

    /** Writes the settings. */
    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    /** Checks settings without taking them. */
    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    /** Takes settings that were checked. */
    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    /** Forgets results. */
    protected abstract void reset();

    /** Returns the type of an input port, from 0. */
    protected final PortType getInPortType(final int index) {
        return m_inputs[index];
    }

    /** Returns the type of an output port, from 0. */
    protected final PortType getOutPortType(final int index) {
        return m_outputs[index];
    }

    /** Returns the number of input ports, without the flow variable port. */
    protected final int getNrInPorts() {
        return m_inputs.length;
    }

    /** Returns the number of output ports, without the flow variable port. */
    protected final int getNrOutPorts() {
        return m_outputs.length;
    }

    /** Sets a warning for the user; {@code null} takes it back. */
    protected final void setWarningMessage(final String warning) {
        m_warning = warning;
    }

    /** Returns the warning, or {@code null}. */
    protected final String getWarningMessage() {
        return m_warning;
    }
}
