package org.jointdiffusion.runtime.oracle;

import java.util.Arrays;
import java.util.Locale;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.engine.AdamWSettings;
import org.jointdiffusion.runtime.engine.EngineException;
import org.jointdiffusion.runtime.engine.OracleBatch;
import org.jointdiffusion.runtime.engine.OracleLoss;
import org.jointdiffusion.runtime.engine.OracleNetwork;
import org.jointdiffusion.runtime.engine.OracleRun;
import org.jointdiffusion.runtime.engine.PendingStep;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.network.InitialWeights;
import org.jointdiffusion.runtime.network.OracleConfiguration;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.jointdiffusion.runtime.training.DataSplit;
import org.jointdiffusion.runtime.training.DivergenceGuard;
import org.jointdiffusion.runtime.training.LearningRateCurve;
import org.jointdiffusion.runtime.training.TrainingException;
import org.jointdiffusion.runtime.training.TrainingImages;

/**
 * Trains an oracle: a small classifier that shares nothing with a joint model but the labelled rows, and so can judge
 * whether an image belongs to a class or only fools the model.
 */
public final class OracleTraining {

    private static final double LEARNING_RATE = 3e-3;
    private static final double WEIGHT_DECAY = 0.02;
    private static final double GRADIENT_LIMIT = 1;
    private static final double AVERAGE_DECAY = 0.99;

    private OracleTraining() {}

    /**
     * Trains an oracle.
     *
     * @param data the rows; those without a label are left out
     * @param settings how to train
     * @param monitor told about the progress; asked for cancellation several times a second
     * @return the oracle, to be closed
     * @throws TrainingException when the rows do not allow a training, or when it diverges
     * @throws CancelledException when the user cancelled
     * @throws EngineException when the engine fails
     */
    public static Oracle train(final TrainingImages data, final OracleSettings settings, final ProgressMonitor monitor)
            throws TrainingException {
        final OracleConfiguration configuration = OracleChecks.check(data);
        monitor.report(0, "Starting the engine");
        final long seed = seed(settings.seed());
        final DataSplit split = DataSplit.of(data, settings.validationShare(), seed);
        final float[] start = InitialWeights.draw(ParameterLayout.of(configuration), seed);
        final float[] weights;
        final Precision precision;
        try (OracleRun run =
                RuntimeService.shared().trainOracle(configuration, start, settings.device(), settings.precision())) {
            precision = run.precision();
            final int[] rows = Arrays.stream(split.training())
                    .filter(row -> data.labels()[row] >= 0)
                    .toArray();
            weights = improve(run, new OracleBatches(data, rows, settings, seed), settings, monitor);
        }
        final OracleNetwork network =
                RuntimeService.shared().loadOracle(configuration, weights, settings.device(), precision);
        return Oracle.validated(network, data, split.validation(), monitor);
    }

    /** Not the seed itself, so that an oracle differs from a joint model of the same seed in all random numbers. */
    private static long seed(final long seed) {
        return new KeyedNoise(seed).forPurpose("oracle").seed();
    }

    private static float[] improve(
            final OracleRun run,
            final OracleBatches batches,
            final OracleSettings settings,
            final ProgressMonitor monitor)
            throws TrainingException {
        final int steps = settings.budget().steps(batches.rows(), batches.batchSize());
        final LearningRateCurve rates = new LearningRateCurve(LEARNING_RATE);
        final DivergenceGuard guard = new DivergenceGuard();
        OracleBatch batch = batches.next(1);
        for (int step = 1; step <= steps; step++) {
            final double rate = guard.factor() * rates.at(step, (step - 1.0) / steps);
            final PendingStep<OracleLoss> pending =
                    run.begin(batch, new AdamWSettings(rate, WEIGHT_DECAY, GRADIENT_LIMIT, AVERAGE_DECAY));
            batch = batches.next(step + 1L);
            final OracleLoss loss = pending.await(monitor::checkCancelled);
            // a step whose gradient is not finite changes nothing, so training goes on from there
            guard.accepts(loss.crossEntropy(), step);
            monitor.report(
                    (double) step / steps,
                    String.format(
                            Locale.ROOT,
                            "Training the oracle: step %d of %d, loss %.3f, %d of %d right",
                            step,
                            steps,
                            loss.crossEntropy(),
                            loss.right(),
                            batches.batchSize()));
        }
        return run.averagedWeights();
    }
}
