package org.jointdiffusion.nodes.settings;

import java.util.Optional;
import java.util.function.Supplier;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.runtime.network.Arithmetic;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.message.TextMessage.Message;

/** Tells in the dialog of a node that takes a model at its first port what its work takes about. */
public abstract class ModelExpense implements StateProvider<Optional<Message>> {

    private Supplier<DeviceChoice> m_device;
    private Supplier<PrecisionChoice> m_precision;

    @Override
    public final void init(final StateProviderInitializer i) {
        i.computeBeforeOpenDialog();
        m_device = i.computeFromValueSupplier(ExecutionParameters.DeviceReference.class);
        m_precision = i.computeFromValueSupplier(ExecutionParameters.PrecisionReference.class);
        follow(i);
    }

    @Override
    public final Optional<Message> computeState(final NodeParametersInput input) {
        return Expense.ifPossible(() -> input.getInPortSpec(0)
                .filter(JointModelPortObjectSpec.class::isInstance)
                .map(spec -> ((JointModelPortObjectSpec) spec).specification().network())
                .flatMap(network -> {
                    final Expense expense = new Expense(m_device.get(), "a model of images of " + network.image());
                    add(expense, network, Expense.arithmetic(m_precision.get()), input);
                    return expense.message();
                }));
    }

    /** Names the other settings on which the estimate depends. */
    protected abstract void follow(StateProviderInitializer i);

    /** Adds the amounts for the present values of the settings. */
    protected abstract void add(
            Expense expense, NetworkConfiguration network, Arithmetic arithmetic, NodeParametersInput input);
}
