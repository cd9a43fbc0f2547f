package org.jointdiffusion.runtime.sampling;

import org.jointdiffusion.runtime.image.PixelImage;

/**
 * One finished sample and what the model itself thinks of it.
 *
 * @param request what was asked for
 * @param image the sample, rounded to 8 bits
 * @param predictedClass the most probable class of the rounded image
 * @param probabilities of every class, calibrated with the model's temperature; not to be changed
 */
public record Sample(SampleRequest request, PixelImage image, int predictedClass, double[] probabilities) {}
