package org.jointdiffusion.runtime.training;

import java.util.Arrays;
import java.util.Locale;
import org.jointdiffusion.runtime.engine.StepLosses;
import org.jointdiffusion.runtime.engine.TrainingBatch;

/** The mean losses of the steps since the last validation. */
final class RunningLosses {

    private double diffusion;
    private double classification;
    private long steps;
    private long labelled;
    private long right;

    /** Adds a step; a step without finite losses is left out. */
    void add(final StepLosses losses, final TrainingBatch batch) {
        if (!losses.isFinite()) {
            return;
        }
        final long rows =
                Arrays.stream(batch.labels()).filter(label -> label >= 0).count();
        diffusion += losses.diffusion();
        classification += losses.cleanCrossEntropy() * rows;
        labelled += rows;
        right += losses.right();
        steps++;
    }

    /** Begins anew. */
    void reset() {
        diffusion = 0;
        classification = 0;
        steps = 0;
        labelled = 0;
        right = 0;
    }

    double diffusion() {
        return diffusion / steps;
    }

    double classification() {
        return classification / labelled;
    }

    double accuracy() {
        return (double) right / labelled;
    }

    /** For the progress message. */
    String describe(final double validationAccuracy) {
        final String text = String.format(
                Locale.ROOT,
                "diffusion loss %.4f, classification loss %.3f, accuracy %.3f",
                diffusion(),
                classification(),
                accuracy());
        return Double.isNaN(validationAccuracy)
                ? text
                : text + String.format(Locale.ROOT, ", validation accuracy %.3f", validationAccuracy);
    }
}
