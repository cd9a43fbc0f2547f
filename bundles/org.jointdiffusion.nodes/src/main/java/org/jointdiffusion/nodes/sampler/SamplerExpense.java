package org.jointdiffusion.nodes.sampler;

import java.util.Optional;
import java.util.function.Supplier;
import org.jointdiffusion.nodes.settings.Expense;
import org.jointdiffusion.nodes.settings.ModelExpense;
import org.jointdiffusion.runtime.network.Arithmetic;
import org.jointdiffusion.runtime.network.MemoryEstimate;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.WorkEstimate;
import org.jointdiffusion.runtime.sampling.BatchSizes;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;

/** What drawing takes: memory, the time of an image, and that of all where the settings tell how many there are. */
final class SamplerExpense extends ModelExpense {

    private Supplier<ClassSource> m_source;
    private Supplier<String[]> m_selected;
    private Supplier<Integer> m_perClass;
    private Supplier<SamplerChoice> m_sampler;
    private Supplier<Optional<Integer>> m_steps;

    @Override
    protected void follow(final StateProviderInitializer i) {
        m_source = i.computeFromValueSupplier(SamplerParameters.ClassSourceReference.class);
        m_selected = i.computeFromValueSupplier(SelectedReference.class);
        m_perClass = i.computeFromValueSupplier(PerClassReference.class);
        m_sampler = i.computeFromValueSupplier(SamplerReference.class);
        m_steps = i.computeFromValueSupplier(StepsReference.class);
    }

    @Override
    protected void add(
            final Expense expense,
            final NetworkConfiguration network,
            final Arithmetic arithmetic,
            final NodeParametersInput input) {
        final int steps = m_steps.get().orElse(m_sampler.get().kind().usualSteps());
        final double image = steps * new WorkEstimate(network, Expense.cores()).guidedSeconds();
        expense.memory(
                        new MemoryEstimate(network, arithmetic)
                                .guidedBytes(BatchSizes.automatic(network, expense.deviceKind())),
                        "Close other programs, or use a smaller model.")
                .time(image, " an image");
        if (input.getInPortTypes().length == 1) {
            final int classes = m_source.get() == ClassSource.ALL ? network.classes() : m_selected.get().length;
            final double all = image * classes * m_perClass.get();
            expense.time(all, " in all")
                    .warnIf(
                            all > Expense.LONG_SECONDS,
                            "That is long. Ask for fewer images, or take fewer steps or another" + " sampler.");
        }
    }

    static final class SelectedReference implements ParameterReference<String[]> {}

    static final class PerClassReference implements ParameterReference<Integer> {}

    static final class SamplerReference implements ParameterReference<SamplerChoice> {}

    static final class StepsReference implements ParameterReference<Optional<Integer>> {}
}
