package org.jointdiffusion.runtime.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.prediction.Prediction;

/**
 * How the classifier changes its mind on the straight way from an original to its counterfactual.
 *
 * <p>Frame i of n + 1 is the original plus i/n of the difference, rounded to 8 bits like everything that is judged.
 *
 * @param before the probability of the class before, of each frame
 * @param desired the probability of the desired class, of each frame
 * @param flip the first frame that the classifier takes for the desired class; empty when none is
 */
public record ChangePath(double[] before, double[] desired, OptionalInt flip) {

    /** The number of steps between the frames. */
    public static final int STEPS = 16;

    /**
     * Judges the ways of counterfactuals.
     *
     * @param monitor is asked before each one whether to go on
     * @return one path for each, in their order; its ends have the probabilities that the counterfactual states
     */
    public static List<ChangePath> of(
            final List<Counterfactual> results, final Classifier classifier, final ProgressMonitor monitor) {
        final List<ChangePath> paths = new ArrayList<>(results.size());
        for (final Counterfactual result : results) {
            monitor.checkCancelled();
            final List<double[]> probabilities = new ArrayList<>(STEPS + 1);
            probabilities.add(result.probabilitiesBefore());
            classifier.predict(inner(result.request().original(), result.counterfactual())).stream()
                    .map(Prediction::probabilities)
                    .forEach(probabilities::add);
            probabilities.add(result.probabilitiesAfter());
            paths.add(of(probabilities, result.classBefore(), result.desiredClass()));
        }
        return paths;
    }

    /** The path of frames whose probabilities of all classes are known. */
    static ChangePath of(final List<double[]> probabilities, final int classBefore, final int desiredClass) {
        final double[] before =
                probabilities.stream().mapToDouble(frame -> frame[classBefore]).toArray();
        final double[] desired =
                probabilities.stream().mapToDouble(frame -> frame[desiredClass]).toArray();
        for (int frame = 0; frame < desired.length; frame++) {
            if (isLargest(desired[frame], probabilities.get(frame))) {
                return new ChangePath(before, desired, OptionalInt.of(frame));
            }
        }
        return new ChangePath(before, desired, OptionalInt.empty());
    }

    private static boolean isLargest(final double value, final double[] probabilities) {
        for (final double probability : probabilities) {
            if (probability > value) {
                return false;
            }
        }
        return true;
    }

    private static List<PixelImage> inner(final PixelImage original, final PixelImage counterfactual) {
        final List<PixelImage> frames = new ArrayList<>(STEPS - 1);
        for (int step = 1; step < STEPS; step++) {
            frames.add(frame(original, counterfactual, step));
        }
        return frames;
    }

    /** One frame of the way, from the original (step 0) to the counterfactual (step {@value #STEPS}). */
    static PixelImage frame(final PixelImage original, final PixelImage counterfactual, final int step) {
        final byte[] from = original.values();
        final byte[] to = counterfactual.values();
        final byte[] mixed = new byte[from.length];
        for (int i = 0; i < mixed.length; i++) {
            final int start = from[i] & 0xff;
            final int end = to[i] & 0xff;
            mixed[i] = (byte) Math.round(start + (end - start) * (double) step / STEPS);
        }
        return new PixelImage(original.shape(), mixed);
    }
}
