package org.jointdiffusion.embedded.settings;

import java.util.Arrays;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** The input ports of a node, for default values and dialogs. */
public record PortInput(
        PortType[] inputTypes, PortObjectSpec[] inputSpecs, PortObject[] inputObjects, PortType[] outputTypes)
        implements NodeParametersInput {

    /** Makes an input of specs alone; null stands for a port that has none yet. */
    public static PortInput ofSpecs(final PortObjectSpec... specs) {
        return new PortInput(new PortType[specs.length], specs, new PortObject[specs.length], new PortType[0]);
    }

    @Override
    public PortType[] getInPortTypes() {
        return inputTypes;
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return inputSpecs;
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(inputSpecs[portIndex]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(inputSpecs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return inputObjects;
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return Optional.ofNullable(inputObjects[portIndex]);
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.stream(inputObjects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int portIndex) {
        return getInPortObject(portIndex).map(BufferedDataTable.class::cast);
    }

    @Override
    public PortType[] getOutPortTypes() {
        return outputTypes;
    }
}
