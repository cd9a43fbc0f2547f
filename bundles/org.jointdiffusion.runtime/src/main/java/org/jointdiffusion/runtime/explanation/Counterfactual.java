package org.jointdiffusion.runtime.explanation;

import org.jointdiffusion.runtime.image.PixelImage;

/**
 * The answer to a request: the changed image and what the change amounts to. Everything is judged on the image as it is
 * stored, rounded to 8 bits.
 *
 * @param request what was asked
 * @param counterfactual the changed image; where the class could not be reached, the attempt that came closest
 * @param classBefore the most probable class of the original
 * @param desiredClass the class that was to be reached
 * @param classAfter the most probable class of the counterfactual
 * @param probabilitiesBefore of the original, calibrated; not to be changed
 * @param probabilitiesAfter of the counterfactual, calibrated; not to be changed
 * @param valid whether the counterfactual has the desired class and the original has not
 * @param noiseLevel the share of T at which the counterfactual was found; 0 when nothing was searched
 * @param guidanceStrength the relative strength of the guidance
 * @param confidence the probability of the desired class, averaged over clean and noised copies of the counterfactual
 * @param meanAbsoluteChange L1, of values in [0, 1]
 * @param rootMeanSquareChange L2, of values in [0, 1]
 * @param changedShare the share of positions that changed visibly
 * @param regions the number of connected changed regions
 * @param cout how decisive the changed pixels are, in [-1, 1]; see {@link PastingCurve#cout}
 * @param seconds the row's share of the time of its batch
 * @param end why the search ended
 */
public record Counterfactual(
        ExplanationRequest request,
        PixelImage counterfactual,
        int classBefore,
        int desiredClass,
        int classAfter,
        double[] probabilitiesBefore,
        double[] probabilitiesAfter,
        boolean valid,
        double noiseLevel,
        double guidanceStrength,
        double confidence,
        double meanAbsoluteChange,
        double rootMeanSquareChange,
        double changedShare,
        int regions,
        double cout,
        double seconds,
        SearchEnd end) {}
