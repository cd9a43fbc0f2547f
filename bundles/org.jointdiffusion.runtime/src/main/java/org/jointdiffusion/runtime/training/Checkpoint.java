package org.jointdiffusion.runtime.training;

import java.util.List;
import java.util.Optional;
import org.jointdiffusion.runtime.model.TrainingState;

/**
 * Where a training is right after a validation: all that another process needs to go on as if this one had not ended.
 *
 * @param state the weights and the moments of the optimizer
 * @param average the moving average of the weights
 * @param best the best weights so far
 * @param bestState the state when they were averaged, if the training is to give one
 * @param steps the steps so far
 * @param seconds the time so far
 * @param warmUpStart the step after which the learning rate last began to warm up
 * @param failures how many losses were not numbers
 * @param firstFailure the step of the first of them
 * @param history the curves so far
 */
record Checkpoint(
        TrainingState state,
        float[] average,
        BestWeights.Found best,
        Optional<TrainingState> bestState,
        long steps,
        double seconds,
        long warmUpStart,
        int failures,
        long firstFailure,
        List<HistoryEntry> history) {}
