package org.jointdiffusion.runtime.engine;

/** AdamW and the moving average in plain Java, as Loshchilov and Hutter 2019 write them (algorithm 2). */
final class ReferenceAdamW {

    private final double[] weights;
    private final double[] first;
    private final double[] second;
    private final double[] average;
    private int steps;

    ReferenceAdamW(final float[] start) {
        weights = new double[start.length];
        for (int index = 0; index < start.length; index++) {
            weights[index] = start[index];
        }
        first = new double[start.length];
        second = new double[start.length];
        average = weights.clone();
    }

    void step(final double[] gradient, final StepSettings settings) {
        steps++;
        final double decay = Math.min(settings.averageDecay(), (1.0 + steps) / (10.0 + steps));
        for (int index = 0; index < weights.length; index++) {
            first[index] = 0.9 * first[index] + 0.1 * gradient[index];
            second[index] = 0.999 * second[index] + 0.001 * gradient[index] * gradient[index];
            final double mean = first[index] / (1 - Math.pow(0.9, steps));
            final double deviation = Math.sqrt(second[index] / (1 - Math.pow(0.999, steps)));
            weights[index] -= settings.learningRate() * settings.weightDecay() * weights[index];
            weights[index] -= settings.learningRate() * mean / (deviation + 1e-8);
            average[index] = decay * average[index] + (1 - decay) * weights[index];
        }
    }

    float[] weights() {
        return floats(weights);
    }

    float[] average() {
        return floats(average);
    }

    private static float[] floats(final double[] values) {
        final float[] result = new float[values.length];
        for (int index = 0; index < values.length; index++) {
            result[index] = (float) values[index];
        }
        return result;
    }
}
