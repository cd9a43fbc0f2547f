package org.jointdiffusion.runtime.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.ReferenceErrors;
import org.jointdiffusion.runtime.prediction.DenoisingError;

/** Measures how badly a trained model denoises images that it was not trained on. */
final class HeldOutErrors {

    /** So many images tell percentiles well enough, and take seconds with a small network. */
    private static final int MOST = 200;

    private HeldOutErrors() {}

    /** The errors of the first of the held-out rows; empty when there are too few of them. */
    static Optional<ReferenceErrors> measure(
            final JointNetwork network,
            final TrainingImages data,
            final int[] heldOut,
            final NoiseSchedule schedule,
            final ProgressMonitor monitor) {
        if (heldOut.length < ReferenceErrors.FEWEST) {
            return Optional.empty();
        }
        monitor.report(1, "Measuring how well held-out images are denoised");
        final List<PixelImage> images =
                Arrays.stream(heldOut).limit(MOST).mapToObj(data::image).toList();
        return ReferenceErrors.of(new DenoisingError(network, schedule, monitor::checkCancelled).of(images));
    }
}
