package org.knime.node;

import java.util.Optional;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.jointdiffusion.embedded.node.NodeDescription;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.embedded.settings.ParametersPersistence;
import org.jointdiffusion.embedded.settings.PortInput;
import org.jointdiffusion.embedded.view.EmbeddedView;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Lets the host run a {@link DefaultNode}, whose parts are not public. */
final class DescribedNodeModel extends NodeModel implements EmbeddedNode {

    private final DefaultNode m_node;

    DescribedNodeModel(final DefaultNode node) {
        super(new PortType[0], new PortType[0]);
        m_node = node;
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        parametersClass()
                .ifPresent(type ->
                        ParametersPersistence.save(ParametersPersistence.create(type, PortInput.ofSpecs()), settings));
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (parametersClass().isPresent()) {
            ParametersPersistence.load(parametersClass().get(), settings).validate();
        }
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
        // the host passes settings with each call instead
    }

    @Override
    protected void reset() {
        // the host keeps results outside the model
    }

    @Override
    public NodeDescription description() {
        return m_node.description();
    }

    @Override
    public Optional<Class<? extends NodeParameters>> parametersClass() {
        return m_node.model().parametersClass();
    }

    @Override
    public Optional<EmbeddedView> view() {
        return m_node.view().map(DefaultView::toEmbeddedView);
    }

    @Override
    public Outcome<PortObjectSpec> configure(
            final NodeParameters parameters, final PortObjectSpec[] inputs, final PortType[] outputTypes)
            throws InvalidSettingsException {
        final Outcome<PortObjectSpec> outcome = new Outcome<>(outputTypes.length);
        m_node.model().configure(new ModelInput(parameters, inputs, null, outputTypes, null), outcome);
        return outcome;
    }

    @Override
    public Outcome<PortObject> execute(
            final NodeParameters parameters,
            final PortObject[] inputs,
            final PortType[] outputTypes,
            final ExecutionContext context)
            throws Exception {
        final Outcome<PortObject> outcome = new Outcome<>(outputTypes.length);
        m_node.model().execute(new ModelInput(parameters, null, inputs, outputTypes, context), outcome);
        return outcome;
    }
}
