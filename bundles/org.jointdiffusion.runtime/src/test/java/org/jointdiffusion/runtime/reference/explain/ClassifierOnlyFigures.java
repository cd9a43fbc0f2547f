package org.jointdiffusion.runtime.reference.explain;

import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.training.JointTraining;
import org.jointdiffusion.runtime.training.TrainingBudget;
import org.jointdiffusion.runtime.training.TrainingException;
import org.jointdiffusion.runtime.training.TrainingSettings;

/** A joint training against one of the same encoder and head without the diffusion loss: same rows, steps and seed. */
final class ClassifierOnlyFigures {

    private static final double HELD_OUT = 0.03;

    private ClassifierOnlyFigures() {}

    static List<Estimate> measure(final ExplainOptions options, final FashionData data) throws TrainingException {
        final TrainingSettings joint =
                TrainingRecipe.settings(TrainingBudget.ofSteps(options.steps()), HELD_OUT, options.seed());
        final TrainingSettings alone = joint.withOptimizer(joint.optimizer().withDiffusionWeight(0));
        final List<Estimate> figures = new ArrayList<>();
        figures.add(Estimate.exact(
                "comparison_steps", options.steps(), "steps of batch " + joint.batchSize() + ", both trainings"));
        figures.addAll(
                AccuracyFigures.measure(data, train(data, joint, "joint training for comparison"), "_same_steps"));
        figures.addAll(AccuracyFigures.measure(data, train(data, alone, "classifier alone"), "_classifier_only"));
        return figures;
    }

    private static JointModel train(final FashionData data, final TrainingSettings settings, final String activity)
            throws TrainingException {
        return JointTraining.train(data.training(), settings, "class", new ConsoleProgress(activity))
                .model();
    }
}
