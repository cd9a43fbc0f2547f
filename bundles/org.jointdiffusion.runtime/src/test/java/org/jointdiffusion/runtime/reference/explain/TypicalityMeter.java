package org.jointdiffusion.runtime.reference.explain;

import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.prediction.DenoisingError;
import org.jointdiffusion.runtime.prediction.Typicality;

/** Typicality among the last test images, which are never changed. */
final class TypicalityMeter {

    /** The number of real images that tell what usual denoising errors are. */
    private static final int HELD_OUT = 1000;

    /** What its percentiles mean. */
    static final String UNIT = "percentile of the denoising error among " + HELD_OUT
            + " held-out images; 50 is usual, 0 like none of them";

    private final DenoisingError errors;

    private final Typicality typicality;

    TypicalityMeter(final TestBed bed) {
        System.err.println("Measuring how well " + HELD_OUT + " held-out images are denoised.");
        errors = new DenoisingError(bed.network(), bed.model().specification().schedule(), () -> {});
        final List<PixelImage> test = bed.data().test();
        typicality = new Typicality(errors.of(test.subList(test.size() - HELD_OUT, test.size())));
    }

    /** The percentile of each image. */
    double[] percentiles(final List<PixelImage> images) {
        return Arrays.stream(errors.of(images)).map(typicality::percentile).toArray();
    }
}
