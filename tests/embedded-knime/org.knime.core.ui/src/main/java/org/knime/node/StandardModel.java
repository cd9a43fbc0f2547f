package org.knime.node;

import org.jointdiffusion.embedded.node.Outcome;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/** A model with a configure and an execute of its own. */
final class StandardModel extends DefaultModel {

    private final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;
    private final ExecuteConsumer m_execute;

    StandardModel(
            final Class<? extends NodeParameters> parametersClass,
            final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
            final ExecuteConsumer execute) {
        super(parametersClass);
        m_configure = configure;
        m_execute = execute;
    }

    @Override
    void configure(final ModelInput input, final Outcome<PortObjectSpec> output) throws InvalidSettingsException {
        m_configure.accept(input, new ConfigureOutput() {
            @Override
            public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
                output.set(index, spec);
            }

            @SafeVarargs
            @Override
            public final <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
                output.setAll(specs);
            }

            @Override
            public void setWarningMessage(final String message) {
                output.setWarning(message);
            }
        });
    }

    @Override
    void execute(final ModelInput input, final Outcome<PortObject> output) throws Exception {
        m_execute.accept(input, new ExecuteOutput() {
            @Override
            public <D extends PortObject> void setOutData(final int index, final D data) {
                output.set(index, data);
            }

            @SafeVarargs
            @Override
            public final <D extends PortObject> void setOutData(final D... data) {
                output.setAll(data);
            }

            @SafeVarargs
            @Override
            public final <D extends PortObject> void setInternalData(final D... data) {
                output.setInternalData(data);
            }

            @Override
            public void setWarningMessage(final String message) {
                output.setWarning(message);
            }
        });
    }
}
