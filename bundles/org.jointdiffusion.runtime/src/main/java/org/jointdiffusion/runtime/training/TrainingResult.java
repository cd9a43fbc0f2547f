package org.jointdiffusion.runtime.training;

import java.util.List;
import org.jointdiffusion.runtime.metrics.ConfusionMatrix;
import org.jointdiffusion.runtime.model.JointModel;

/**
 * What a training gives.
 *
 * @param model the model with the best averaged weights
 * @param history the curves, oldest first
 * @param validation how the model classifies the held-out rows; without counts when nothing was held out
 * @param reliability whether its probabilities on the held-out rows mean what they say
 */
public record TrainingResult(
        JointModel model, List<HistoryEntry> history, ConfusionMatrix validation, Reliability reliability) {

    /** Copies the history. */
    public TrainingResult {
        history = List.copyOf(history);
    }
}
