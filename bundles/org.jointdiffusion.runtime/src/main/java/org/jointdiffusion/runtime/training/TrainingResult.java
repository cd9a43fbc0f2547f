package org.jointdiffusion.runtime.training;

import java.util.List;
import java.util.Optional;
import org.jointdiffusion.runtime.metrics.ConfusionMatrix;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.TrainingState;

/**
 * What a training gives.
 *
 * @param model the model with the best averaged weights
 * @param state the state of the training when these weights were averaged, if it was asked for
 * @param history the curves, oldest first
 * @param validation how the model classifies the held-out rows; without counts when nothing was held out
 * @param reliability whether its probabilities on the held-out rows mean what they say
 * @param notes sentences for the user on what went otherwise than planned; usually none
 */
public record TrainingResult(
        JointModel model,
        Optional<TrainingState> state,
        List<HistoryEntry> history,
        ConfusionMatrix validation,
        Reliability reliability,
        List<String> notes) {

    /** Copies the lists. */
    public TrainingResult {
        history = List.copyOf(history);
        notes = List.copyOf(notes);
    }
}
