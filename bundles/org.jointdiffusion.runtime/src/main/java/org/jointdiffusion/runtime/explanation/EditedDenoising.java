package org.jointdiffusion.runtime.explanation;

import org.jointdiffusion.runtime.sampling.AncestralStep;
import org.jointdiffusion.runtime.sampling.Denoiser;
import org.jointdiffusion.runtime.sampling.DenoisingPath;
import org.jointdiffusion.runtime.sampling.StepNoise;

/**
 * Denoises an original and its edited copy side by side, so that nothing but the guidance changes the image.
 *
 * <p>Plain noising and denoising draws a new image that shares no more than its coarse form with the original: most of
 * the change has nothing to do with the class. Here the original's own noisy versions x_t, each with independent noise,
 * are its track, and the noise that leads from one to the next along the ancestral steps is what remains when the
 * step's mean is subtracted (the edit-friendly inversion of Huberman-Spiegelglas, Kulikov and Michaeli 2024, "An Edit
 * Friendly DDPM Noise Space", section 3). The edited copy takes the same noise, so only the difference d between the
 * two has to be followed: d' = cleanShare S(x_0(edited) - x_0(original)) + imageShare d. Without guidance d stays 0 and
 * the original comes back exactly.
 *
 * <p>S is the pull: at each step the difference of the predicted images shrinks toward 0 by a fixed amount, which is
 * the proximal step of an L1 penalty (soft thresholding). Differences that the classifier's gradient does not renew at
 * every step vanish, and the change becomes smaller and sparser.
 *
 * <p>Where a mask forbids changes, d is kept at 0.
 *
 * @param plain predicts the noise of the originals
 * @param guided predicts the noise of the edited copies, steered toward their desired classes
 * @param pull how far a difference shrinks at each step, at least 0, where images are in [-1, 1]
 */
record EditedDenoising(Denoiser plain, Denoiser guided, double pull) {

    /**
     * The edited images.
     *
     * @param originals n x channels x height x width, in [-1, 1]
     * @param path from the noise level where editing begins down to 0
     * @param noise fills the noise of the originals at each timestep
     * @param frozen the values that must not change, as many as the originals have
     * @return images in [-1, 1], of the size of the originals
     */
    float[] edit(final float[] originals, final DenoisingPath path, final StepNoise noise, final boolean[] frozen) {
        final float[] fresh = new float[originals.length];
        float[] track = noised(originals, path, 0, noise, fresh);
        final float[] difference = new float[originals.length];
        for (int step = 0; step < path.steps(); step++) {
            final int timestep = path.timestep(step);
            final float[] edited = sum(track, difference);
            final float[] before = path.predictedImages(step, track, plain.noise(track, timestep));
            final float[] after = path.predictedImages(step, edited, guided.noise(edited, timestep));
            final AncestralStep shares = AncestralStep.of(path, step);
            for (int i = 0; i < difference.length; i++) {
                difference[i] = frozen[i]
                        ? 0
                        : (float) (shares.cleanShare() * shrunk(after[i] - before[i])
                                + shares.imageShare() * difference[i]);
            }
            track = noised(originals, path, step + 1, noise, fresh);
        }
        final float[] images = sum(originals, difference);
        for (int i = 0; i < images.length; i++) {
            images[i] = Math.max(-1, Math.min(1, images[i]));
        }
        return images;
    }

    private static float[] noised(
            final float[] originals,
            final DenoisingPath path,
            final int step,
            final StepNoise noise,
            final float[] fresh) {
        if (step == path.steps()) {
            return originals;
        }
        noise.fill(path.timestep(step), fresh);
        return path.noised(step, originals, fresh);
    }

    private double shrunk(final double change) {
        return Math.signum(change) * Math.max(0, Math.abs(change) - pull);
    }

    private static float[] sum(final float[] first, final float[] second) {
        final float[] sum = new float[first.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = first[i] + second[i];
        }
        return sum;
    }
}
