package org.knime.node;

import java.util.Arrays;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.parameters.NodeParameters;

/** What a model reads, for configure (without objects) and execute. */
record ModelInput(
        NodeParameters parameters,
        PortObjectSpec[] specs,
        PortObject[] objects,
        PortType[] outputTypes,
        ExecutionContext context)
        implements ConfigureInput, ExecuteInput {

    @SuppressWarnings("unchecked")
    @Override
    public <S extends NodeParameters> S getParameters() {
        return (S) parameters;
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return specs.clone();
    }

    @SuppressWarnings("unchecked")
    @Override
    public <S extends PortObjectSpec> S getInPortSpec(final int index) {
        return (S) specs[index];
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(specs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public DataTableSpec getInTableSpec(final int portIndex) {
        return (DataTableSpec) specs[portIndex];
    }

    @Override
    public PortType[] getOutPortTypes() {
        return outputTypes.clone();
    }

    @Override
    public ExecutionContext getExecutionContext() {
        return context;
    }

    @Override
    public PortObject[] getInPortObjects() {
        return objects.clone();
    }

    @SuppressWarnings("unchecked")
    @Override
    public <D extends PortObject> D getInPortObject(final int portIndex) {
        return (D) objects[portIndex];
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.stream(objects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public BufferedDataTable getInTable(final int portIndex) {
        return (BufferedDataTable) objects[portIndex];
    }
}
