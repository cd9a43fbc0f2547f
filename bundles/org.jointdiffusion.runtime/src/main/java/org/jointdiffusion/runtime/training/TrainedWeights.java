package org.jointdiffusion.runtime.training;

import java.util.List;
import java.util.Optional;
import org.jointdiffusion.runtime.model.TrainingState;

/**
 * What is left when the steps are done.
 *
 * @param weights the best averaged weights
 * @param state the state of the training when they were averaged, if it was asked for
 * @param history the curves
 * @param steps all steps that were taken
 * @param epochs how often every row was seen
 * @param bestStep the step after which the kept weights were averaged
 * @param seconds the time of the training
 * @param notes sentences for the user on what went otherwise than planned
 */
record TrainedWeights(
        float[] weights,
        Optional<TrainingState> state,
        List<HistoryEntry> history,
        long steps,
        double epochs,
        long bestStep,
        double seconds,
        List<String> notes) {}
