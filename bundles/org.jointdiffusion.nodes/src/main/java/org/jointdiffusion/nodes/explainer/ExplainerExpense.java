package org.jointdiffusion.nodes.explainer;

import java.util.Optional;
import java.util.function.Supplier;
import org.jointdiffusion.nodes.settings.Expense;
import org.jointdiffusion.nodes.settings.ModelExpense;
import org.jointdiffusion.runtime.explanation.ExplanationSettings;
import org.jointdiffusion.runtime.network.Arithmetic;
import org.jointdiffusion.runtime.network.MemoryEstimate;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.WorkEstimate;
import org.jointdiffusion.runtime.sampling.BatchSizes;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;

/** What explaining takes: memory, and the longest that the search for a row, or for all rows, can take. */
final class ExplainerExpense extends ModelExpense {

    private Supplier<DesiredClassRule> m_rule;
    private Supplier<Integer> m_perRow;
    private Supplier<Integer> m_draws;
    private Supplier<Integer> m_steps;
    private Supplier<Optional<Double>> m_secondsPerRow;

    @Override
    protected void follow(final StateProviderInitializer i) {
        m_rule = i.computeFromValueSupplier(ExplainerParameters.RuleReference.class);
        m_perRow = i.computeFromValueSupplier(PerRowReference.class);
        m_draws = i.computeFromValueSupplier(DrawsReference.class);
        m_steps = i.computeFromValueSupplier(StepsReference.class);
        m_secondsPerRow = i.computeFromValueSupplier(SecondsReference.class);
    }

    @Override
    protected void add(
            final Expense expense,
            final NetworkConfiguration network,
            final Arithmetic arithmetic,
            final NodeParametersInput input) {
        // where no change convinces, every noise level is tried with all draws
        final double levels = ExplanationSettings.usual(0).noiseLevels().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        final double search =
                levels * m_steps.get() * m_draws.get() * new WorkEstimate(network, Expense.cores()).guidedSeconds();
        final int classes = m_rule.get() == DesiredClassRule.EVERY_OTHER ? network.classes() - 1 : 1;
        final double row = m_perRow.get()
                * classes
                * Math.min(search, m_secondsPerRow.get().orElse(ExplanationSettings.UNLIMITED_SECONDS));
        expense.memory(
                new MemoryEstimate(network, arithmetic)
                        .guidedBytes(Math.max(m_draws.get(), BatchSizes.automatic(network, expense.deviceKind()))),
                "Close other programs, or use a smaller model.");
        final Optional<BufferedDataTable> images = input.getInTable(1);
        if (images.isPresent()) {
            final double all = images.get().size() * row;
            expense.time(all, " at most for the rows of the table")
                    .warnIf(
                            all > Expense.LONG_SECONDS,
                            "That is long. Explain fewer rows, or limit the seconds per row.");
        } else {
            expense.time(row, " at most per row");
        }
    }

    static final class PerRowReference implements ParameterReference<Integer> {}

    static final class DrawsReference implements ParameterReference<Integer> {}

    static final class StepsReference implements ParameterReference<Integer> {}

    static final class SecondsReference implements ParameterReference<Optional<Double>> {}
}
