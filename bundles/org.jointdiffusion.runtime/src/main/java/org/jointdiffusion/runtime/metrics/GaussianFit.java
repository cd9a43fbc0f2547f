package org.jointdiffusion.runtime.metrics;

/**
 * The mean and the covariance of a set of feature vectors.
 *
 * @param mean one value a feature
 * @param covariance width x width, row by row; not to be changed
 */
record GaussianFit(double[] mean, double[] covariance) {

    /** Fits a set of at least 2 vectors; the covariance is the unbiased one. */
    static GaussianFit of(final FeatureVectors features) {
        final int count = features.count();
        final int width = features.width();
        if (count < 2) {
            throw new IllegalArgumentException(
                    "A covariance needs at least 2 images, but there are " + count + ". Use more images.");
        }
        final double[] mean = new double[width];
        for (int i = 0; i < features.values().length; i++) {
            mean[i % width] += features.values()[i] / (double) count;
        }
        final double[] covariance = new double[width * width];
        final double[] centred = new double[width];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < width; i++) {
                centred[i] = features.values()[row * width + i] - mean[i];
            }
            for (int i = 0; i < width; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i * width + j] += centred[i] * centred[j];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i * width + j] /= count - 1;
                covariance[j * width + i] = covariance[i * width + j];
            }
        }
        return new GaussianFit(mean, covariance);
    }
}
