package org.jointdiffusion.runtime.training;

/** Keeps the weights with the smallest joint validation loss, and notices when there is no more improvement. */
final class BestWeights {

    private final ValidationSettings settings;
    private float[] weights;
    private long step;
    private double smallest = Double.POSITIVE_INFINITY;
    /** The loss that counted as the last improvement: smaller gains keep the weights but do not renew the patience. */
    private double lastImprovement = Double.POSITIVE_INFINITY;

    private int withoutImprovement;

    BestWeights(final ValidationSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes note of a validation; NaN, when nothing is held out, always counts as the best.
     *
     * @return whether the weights are kept
     */
    boolean offer(final float[] candidate, final long candidateStep, final double loss) {
        final boolean better = !(loss >= smallest);
        if (better) {
            weights = candidate;
            step = candidateStep;
            smallest = loss;
        }
        if (!(loss >= lastImprovement * (1 - settings.minimumImprovement()))) {
            lastImprovement = loss;
            withoutImprovement = 0;
        } else {
            withoutImprovement++;
        }
        return better;
    }

    /** Whether patience is at its end. */
    boolean isExhausted() {
        return withoutImprovement >= settings.patience();
    }

    /** The kept weights; null before the first validation. */
    float[] weights() {
        return weights;
    }

    /** The step after which they were averaged. */
    long step() {
        return step;
    }
}
