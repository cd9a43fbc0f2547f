package org.jointdiffusion.runtime.training;

import org.jointdiffusion.runtime.metrics.ReliabilityDiagram;

/**
 * Whether the probabilities on the held-out rows mean what they say; the bins have no rows when nothing was held out.
 *
 * @param uncalibrated with the probabilities as the network gives them
 * @param calibrated after the temperature that was fitted on the same rows
 */
public record Reliability(ReliabilityDiagram uncalibrated, ReliabilityDiagram calibrated) {

    static Reliability of(final float[] logits, final int[] labels, final int classes, final double temperature) {
        return new Reliability(
                ReliabilityDiagram.of(logits, labels, classes, 1),
                ReliabilityDiagram.of(logits, labels, classes, temperature));
    }
}
