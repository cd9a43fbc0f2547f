package org.jointdiffusion.runtime.training;

/** Keeps the weights with the smallest joint validation loss, and notices when there is no more improvement. */
final class BestWeights {

    /**
     * What was found so far.
     *
     * @param weights the kept weights; null before the first validation
     * @param step the step after which they were averaged
     * @param smallest their loss
     * @param lastImprovement the loss that counted as the last improvement: smaller gains keep the weights but do not
     *     renew the patience
     * @param withoutImprovement how many validations have come since
     */
    record Found(float[] weights, long step, double smallest, double lastImprovement, int withoutImprovement) {

        private static final Found NOTHING = new Found(null, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
    }

    private final ValidationSettings settings;
    private Found found;

    BestWeights(final ValidationSettings settings) {
        this(settings, Found.NOTHING);
    }

    /** Goes on from what was found before. */
    BestWeights(final ValidationSettings settings, final Found earlier) {
        this.settings = settings;
        found = earlier;
    }

    /**
     * Takes note of a validation; NaN, when nothing is held out, always counts as the best.
     *
     * @return whether the weights are kept
     */
    boolean offer(final float[] candidate, final long candidateStep, final double loss) {
        final boolean better = !(loss >= found.smallest);
        final boolean improved = !(loss >= found.lastImprovement * (1 - settings.minimumImprovement()));
        found = new Found(
                better ? candidate : found.weights,
                better ? candidateStep : found.step,
                better ? loss : found.smallest,
                improved ? loss : found.lastImprovement,
                improved ? 0 : found.withoutImprovement + 1);
        return better;
    }

    /** Whether patience is at its end. */
    boolean isExhausted() {
        return found.withoutImprovement >= settings.patience();
    }

    /** What was found so far. */
    Found found() {
        return found;
    }

    /** The kept weights; null before the first validation. */
    float[] weights() {
        return found.weights;
    }

    /** The step after which they were averaged. */
    long step() {
        return found.step;
    }
}
