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
 */
public record TrainingResult(JointModel model, List<HistoryEntry> history, ConfusionMatrix validation) {

    /** Copies the history. */
    public TrainingResult {
        history = List.copyOf(history);
    }
}
