package org.jointdiffusion.runtime.training;

import java.util.Arrays;

/**
 * A training whose rows are divided and weighed.
 *
 * @param task what is to be learned
 * @param settings how
 * @param trainingRows the rows of the task's images that are trained on
 * @param judges the images of which some judge the model: the task's own, or those that only judge
 * @param judgingRows these rows, all labelled, ordered so that each beginning of the list has all classes in proportion
 * @param classWeights how much a row of each class counts in the cross entropy
 */
record PreparedTraining(
        TrainingTask task,
        TrainingSettings settings,
        int[] trainingRows,
        TrainingImages judges,
        int[] judgingRows,
        float[] classWeights) {

    static PreparedTraining of(final TrainingTask task, final TrainingSettings settings) {
        final boolean holdsOut = task.validation().isEmpty();
        final TrainingImages images = task.images();
        final TrainingImages judges = task.validation().orElse(images);
        final DataSplit split =
                DataSplit.of(images, holdsOut ? settings.validation().share() : 0, settings.seed());
        return new PreparedTraining(
                task,
                settings,
                split.training(),
                judges,
                holdsOut ? split.validation() : DataSplit.allLabelled(judges, settings.seed()),
                settings.optimizer().classWeighting().weights(images, split.training()));
    }

    /** The rows to learn from. */
    TrainingImages images() {
        return task.images();
    }

    /** An evaluation of the judging rows, or of the first of them. */
    Evaluator evaluator(final int mostRows) {
        return new Evaluator(
                judges,
                Arrays.copyOf(judgingRows, Math.min(mostRows, judgingRows.length)),
                classWeights,
                settings.schedule(),
                settings.seed());
    }
}
