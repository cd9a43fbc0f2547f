package org.jointdiffusion.nodes.predictor;

import java.util.Optional;
import java.util.function.Supplier;
import org.jointdiffusion.nodes.settings.Expense;
import org.jointdiffusion.nodes.settings.ModelExpense;
import org.jointdiffusion.runtime.network.Arithmetic;
import org.jointdiffusion.runtime.network.MemoryEstimate;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.WorkEstimate;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;

/** What predicting takes: memory, and the time of the table or of an image. */
final class PredictorExpense extends ModelExpense {

    /** The typicality denoises an image twelve times. */
    private static final int DENOISINGS = 12;

    private Supplier<Boolean> m_typicality;
    private Supplier<Optional<Double>> m_smallestTypicality;

    @Override
    protected void follow(final StateProviderInitializer i) {
        m_typicality = i.computeFromValueSupplier(TypicalityReference.class);
        m_smallestTypicality = i.computeFromValueSupplier(SmallestTypicalityReference.class);
    }

    @Override
    protected void add(
            final Expense expense,
            final NetworkConfiguration network,
            final Arithmetic arithmetic,
            final NodeParametersInput input) {
        final WorkEstimate work = new WorkEstimate(network, Expense.cores());
        final boolean denoises =
                m_typicality.get() || m_smallestTypicality.get().isPresent();
        final double seconds = work.classificationSeconds() + (denoises ? DENOISINGS * work.denoisingSeconds() : 0);
        expense.memory(
                new MemoryEstimate(network, arithmetic).classificationBytes(Classifier.automaticBatchSize(network)),
                "Close other programs, or use a smaller model.");
        final Optional<BufferedDataTable> images = input.getInTable(1);
        if (images.isPresent()) {
            expense.time(images.get().size() * seconds, " for the images of the table");
        } else {
            expense.time(seconds, " an image");
        }
    }

    static final class TypicalityReference implements ParameterReference<Boolean> {}

    static final class SmallestTypicalityReference implements ParameterReference<Optional<Double>> {}
}
