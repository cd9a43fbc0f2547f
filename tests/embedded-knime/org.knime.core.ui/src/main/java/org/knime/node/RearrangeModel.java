package org.knime.node;

import org.jointdiffusion.embedded.node.Outcome;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/** A model that computes each output row from one input row. */
final class RearrangeModel extends DefaultModel {

    private final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> m_rearrange;

    RearrangeModel(
            final Class<? extends NodeParameters> parametersClass,
            final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) {
        super(parametersClass);
        m_rearrange = rearrange;
    }

    @Override
    void configure(final ModelInput input, final Outcome<PortObjectSpec> output) throws InvalidSettingsException {
        output.set(0, rearranger(input.parameters(), input.getInTableSpec(0)).createSpec());
    }

    @Override
    void execute(final ModelInput input, final Outcome<PortObject> output) throws Exception {
        final BufferedDataTable table = input.getInTable(0);
        final ColumnRearranger rearranger = rearranger(input.parameters(), table.getDataTableSpec());
        output.set(0, input.context().createColumnRearrangeTable(table, rearranger, input.context()));
    }

    private ColumnRearranger rearranger(final NodeParameters parameters, final DataTableSpec spec)
            throws InvalidSettingsException {
        final ColumnRearranger[] result = {null};
        m_rearrange.accept(
                new RearrangeColumnsInput() {
                    @SuppressWarnings("unchecked")
                    @Override
                    public <S extends NodeParameters> S getParameters() {
                        return (S) parameters;
                    }

                    @Override
                    public DataTableSpec getDataTableSpec() {
                        return spec;
                    }
                },
                rearranger -> result[0] = rearranger);
        if (result[0] == null) {
            throw new InvalidSettingsException("The node did not say how it rearranges the columns.");
        }
        return result[0];
    }
}
