package org.jointdiffusion.nodes.explainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.runtime.explanation.Counterfactual;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.oracle.Oracle;
import org.jointdiffusion.runtime.oracle.OracleSettings;
import org.jointdiffusion.runtime.oracle.OracleTraining;
import org.jointdiffusion.runtime.training.TrainingException;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.knime.core.node.KNIMEException;

/** An oracle that was trained on labeled images and judges counterfactuals; to be closed. */
final class OracleJudge implements AutoCloseable {

    /** Below this accuracy the oracle is wrong more often than right. */
    private static final double POOR = 0.5;

    private final Oracle m_oracle;
    private final int[] m_labels;

    private OracleJudge(final Oracle oracle, final int[] labels) {
        m_oracle = oracle;
        m_labels = labels;
    }

    /**
     * Trains the oracle on the spot.
     *
     * @throws KNIMEException when the images do not allow it
     */
    static OracleJudge train(
            final TrainingImages images,
            final ExplainerParameters parameters,
            final NodeProgress progress,
            final Warnings warnings)
            throws KNIMEException {
        final Oracle oracle;
        try {
            oracle = OracleTraining.train(
                    images,
                    OracleSettings.DEFAULT
                            .withSeed(parameters.m_seed)
                            .withDevice(parameters.device())
                            .withPrecision(parameters.precision()),
                    progress);
        } catch (final TrainingException exception) {
            throw new KNIMEException("Input \"Labeled images\": " + exception.getMessage(), exception);
        }
        final OracleJudge judge = new OracleJudge(
                oracle, Arrays.stream(images.labels()).distinct().toArray());
        judge.mention(images.classNames(), warnings);
        return judge;
    }

    /** The share of held-out labeled images that the oracle names rightly. */
    double accuracy() {
        return m_oracle.validationAccuracy();
    }

    /** Judges finished counterfactuals, in their order. */
    List<Judgement> judge(final List<Counterfactual> results) {
        final List<double[]> probabilities = m_oracle.probabilities(
                results.stream().map(Counterfactual::counterfactual).toList());
        final List<Judgement> judgements = new ArrayList<>(results.size());
        for (int index = 0; index < results.size(); index++) {
            final Counterfactual result = results.get(index);
            final double[] row = probabilities.get(index);
            judgements.add(new Judgement(
                    result, Calibration.mostProbable(row), row[result.desiredClass()], knows(result.desiredClass())));
        }
        return judgements;
    }

    @Override
    public void close() {
        m_oracle.close();
    }

    private boolean knows(final int label) {
        return Arrays.stream(m_labels).anyMatch(known -> known == label);
    }

    private void mention(final List<String> classNames, final Warnings warnings) {
        final List<String> missing = IntStream.range(0, classNames.size())
                .filter(label -> !knows(label))
                .mapToObj(classNames::get)
                .toList();
        if (!missing.isEmpty()) {
            warnings.note("There is no labeled image of " + missing.size() + " of the model's classes, first \""
                    + missing.get(0) + "\": no verdict is given on counterfactuals of such a class.");
        }
        if (accuracy() < POOR) {
            warnings.note(String.format(
                    Locale.ROOT,
                    "The oracle names only %.0f %% of held-out labeled images rightly, so its verdicts mean little."
                            + " Give it more labeled images.",
                    100 * accuracy()));
        }
    }
}
