package org.jointdiffusion.runtime.explanation;

import org.jointdiffusion.runtime.sampling.Denoiser;

/**
 * A denoiser that prefers the original: at each step the difference between the predicted image x_0 and the original
 * shrinks toward 0 by a fixed amount, which is the proximal step of an L1 penalty (soft thresholding).
 *
 * <p>Differences that the classifier's gradient does not renew at every step vanish, so the change becomes smaller and
 * sparser; without it the whole garment is drawn anew.
 *
 * @param denoiser predicts the noise
 * @param originals n x channels x height x width, in [-1, 1]
 * @param pull how far a difference shrinks at each step, at least 0, where images are in [-1, 1]
 * @param alphaBars alpha-bar of every timestep
 */
record PulledDenoiser(Denoiser denoiser, float[] originals, double pull, double[] alphaBars) implements Denoiser {

    @Override
    public float[] noise(final float[] images, final int timestep) {
        final double signal = Math.sqrt(alphaBars[timestep]);
        final double deviation = Math.sqrt(1 - alphaBars[timestep]);
        final float[] noise = denoiser.noise(images, timestep);
        final float[] pulled = new float[noise.length];
        for (int i = 0; i < noise.length; i++) {
            final double clean = Math.max(-1, Math.min(1, (images[i] - deviation * noise[i]) / signal));
            final double change = clean - originals[i];
            final double kept = Math.signum(change) * Math.max(0, Math.abs(change) - pull);
            pulled[i] = (float) ((images[i] - signal * (originals[i] + kept)) / deviation);
        }
        return pulled;
    }
}
