package org.jointdiffusion.runtime.training;

import java.util.Optional;

/**
 * What is to be learned from what. Start from {@link #of} and add what there is.
 *
 * @param images the rows to learn from
 * @param targetName the name of the column that holds the classes
 * @param validation rows that judge the model and of which nothing is learned; empty to hold out a share of the images
 * @param start the model from which the training goes on; empty for a new model
 * @param outcome what is wanted of the training
 * @param checkpoints where checkpoints are kept, from which the same training goes on when the process was ended; empty
 *     to keep none
 */
public record TrainingTask(
        TrainingImages images,
        String targetName,
        Optional<TrainingImages> validation,
        Optional<StartingPoint> start,
        Outcome outcome,
        Optional<CheckpointFolder> checkpoints) {

    /** What a training gives. */
    public enum Outcome {
        /** The model. */
        MODEL,
        /** The model and where its training ended, so that another training can go on without loss. */
        MODEL_AND_STATE
    }

    /** A new model from these rows. */
    public static TrainingTask of(final TrainingImages images, final String targetName) {
        return new TrainingTask(
                images, targetName, Optional.empty(), Optional.empty(), Outcome.MODEL, Optional.empty());
    }

    /** The same, judged by rows of their own; those without a label take no part. */
    public TrainingTask judgedBy(final TrainingImages rows) {
        return new TrainingTask(images, targetName, Optional.of(rows), start, outcome, checkpoints);
    }

    /** The same, going on from a trained model. */
    public TrainingTask goingOnFrom(final StartingPoint point) {
        return new TrainingTask(images, targetName, validation, Optional.of(point), outcome, checkpoints);
    }

    /** The same with another outcome. */
    public TrainingTask giving(final Outcome wanted) {
        return new TrainingTask(images, targetName, validation, start, wanted, checkpoints);
    }

    /** The same, keeping checkpoints. */
    public TrainingTask keepingCheckpoints(final CheckpointFolder folder) {
        return new TrainingTask(images, targetName, validation, start, outcome, Optional.of(folder));
    }
}
