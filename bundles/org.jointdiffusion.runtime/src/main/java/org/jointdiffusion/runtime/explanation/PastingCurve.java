package org.jointdiffusion.runtime.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.image.PixelImage;

/**
 * The classifier's probabilities while the counterfactual is pasted into the original, the most changed positions
 * first.
 *
 * @param before the probability of the class before, after 0, 1, .. all parts are pasted
 * @param desired the same of the desired class
 */
public record PastingCurve(double[] before, double[] desired) {

    /** The number of parts of equal size (up to one position) in which the counterfactual is pasted. */
    public static final int PARTS = 50;

    /**
     * Pastes and classifies.
     *
     * @param classifier gives the probabilities of the classes of each image
     */
    public static PastingCurve of(
            final PixelImage original,
            final PixelImage counterfactual,
            final int classBefore,
            final int desiredClass,
            final Function<List<PixelImage>, double[][]> classifier) {
        final double[][] probabilities = classifier.apply(steps(original, counterfactual));
        return new PastingCurve(column(probabilities, classBefore), column(probabilities, desiredClass));
    }

    private static double[] column(final double[][] probabilities, final int column) {
        final double[] values = new double[probabilities.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = probabilities[i][column];
        }
        return values;
    }

    private static List<PixelImage> steps(final PixelImage original, final PixelImage counterfactual) {
        final byte[] values = original.values();
        final byte[] source = counterfactual.values();
        final int positions = original.shape().height() * original.shape().width();
        final int[] order = IntStream.range(0, positions)
                .boxed()
                .sorted(Comparator.comparingInt(position -> -change(values, source, position, positions)))
                .mapToInt(Integer::intValue)
                .toArray();
        final byte[] pasted = original.values();
        final List<PixelImage> steps = new ArrayList<>(List.of(original));
        int done = 0;
        for (int part = 1; part <= PARTS; part++) {
            for (; done < (long) positions * part / PARTS; done++) {
                for (int i = order[done]; i < pasted.length; i += positions) {
                    pasted[i] = source[i];
                }
            }
            steps.add(new PixelImage(original.shape(), pasted));
        }
        return steps;
    }

    /** The change of a position, summed over the channels. */
    private static int change(final byte[] first, final byte[] second, final int position, final int positions) {
        int sum = 0;
        for (int i = position; i < first.length; i += positions) {
            sum += Math.abs((first[i] & 0xff) - (second[i] & 0xff));
        }
        return sum;
    }

    /**
     * COUT of Khorram and Fuxin 2022, "Cycle-Consistent Counterfactuals by Latent Transformations", section 4.2:
     * AUPC(desired class) - AUPC(class before), where AUPC(c) = 1/T sum over t = 0 .. T-1 of (p_c(t) + p_c(t+1)) / 2
     * and T = 50 parts; in [-1, 1]. Near 1 a few of the most changed positions suffice to turn the decision.
     */
    public double cout() {
        return area(desired) - area(before);
    }

    private static double area(final double[] curve) {
        double sum = 0;
        for (int i = 1; i < curve.length; i++) {
            sum += (curve[i - 1] + curve[i]) / 2;
        }
        return sum / (curve.length - 1);
    }
}
