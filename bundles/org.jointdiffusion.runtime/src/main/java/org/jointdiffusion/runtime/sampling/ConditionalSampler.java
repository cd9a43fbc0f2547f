package org.jointdiffusion.runtime.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.model.JointModel;

/**
 * Makes images of wanted classes (paper, section "Conditional sampling"): starts from pure noise and steers every
 * denoising step by the classifier.
 *
 * <p>A sample depends on the model, the settings and the request's seed, row and class, never on the other requests.
 * Its noise is exactly the same in every batch; the device's arithmetic may round differently for other batch sizes,
 * which was seen to move one value in a hundred thousand by one grey level.
 */
public final class ConditionalSampler {

    /** Spreads the seeds of requests, so that small seeds of both kinds do not meet. */
    private static final long SEED_FACTOR = 0x9E3779B97F4A7C15L;

    private final JointNetwork network;

    private final JointModel model;

    /** A sampler that uses the network until its owner closes it. */
    public ConditionalSampler(final JointNetwork network, final JointModel model) {
        this.network = network;
        this.model = model;
    }

    /**
     * Makes one sample for each request, in the order of the requests.
     *
     * @param output receives each sample as soon as its batch is finished
     * @throws org.jointdiffusion.runtime.CancelledException between two steps, once the user has cancelled
     * @throws IllegalArgumentException when a request names a class that the model does not know
     */
    public void sample(
            final List<SampleRequest> requests,
            final SamplingSettings settings,
            final ProgressMonitor monitor,
            final Consumer<Sample> output) {
        requests.forEach(this::check);
        final int batchSize = settings.batchSize() == SamplingSettings.AUTOMATIC_BATCH_SIZE
                ? BatchSizes.automatic(network)
                : settings.batchSize();
        final ClassProbabilities probabilities = new ClassProbabilities(network, model, monitor::checkCancelled);
        final WorkProgress progress = new WorkProgress(monitor, "Sampling", "images", requests.size());
        for (int from = 0; from < requests.size(); from += batchSize) {
            final List<SampleRequest> batch = requests.subList(from, Math.min(requests.size(), from + batchSize));
            judged(batch, images(batch, from, settings, progress), probabilities)
                    .forEach(output);
        }
        progress.report(requests.size());
    }

    private void check(final SampleRequest request) {
        final int classes = model.specification().classNames().size();
        if (request.desiredClass() < 0 || request.desiredClass() >= classes) {
            throw new IllegalArgumentException("Row " + request.row() + " asks for class number "
                    + request.desiredClass() + ", but the model knows the numbers 0 to " + (classes - 1) + ".");
        }
    }

    private float[] images(
            final List<SampleRequest> batch,
            final int before,
            final SamplingSettings settings,
            final WorkProgress progress) {
        final int timesteps = model.specification().schedule().timesteps();
        final DenoisingPath path =
                settings.sampler().path(model.specification().schedule(), timesteps - 1, settings.steps());
        final RowNoise noise = new RowNoise(batch.stream()
                .map(request -> new RowNoise.Key(
                        new KeyedNoise(settings.seed() + SEED_FACTOR * request.seed()).forPurpose("sample"),
                        request.row(),
                        0))
                .toList());
        final float[] start =
                noise.draw(timesteps, network.configuration().image().size());
        final int[] classes =
                batch.stream().mapToInt(SampleRequest::desiredClass).toArray();
        final Denoiser guided =
                new GuidedDenoiser(network, model.specification().schedule(), classes, settings.guidance());
        final int[] calls = {0};
        return settings.sampler()
                .sampler()
                .denoise(
                        (images, timestep) -> {
                            progress.report(before + (double) batch.size() * calls[0]++ / path.steps());
                            return guided.noise(images, timestep);
                        },
                        start,
                        path,
                        noise);
    }

    private List<Sample> judged(
            final List<SampleRequest> batch, final float[] images, final ClassProbabilities probabilities) {
        final List<PixelImage> rounded = new ArrayList<>();
        for (int row = 0; row < batch.size(); row++) {
            rounded.add(ImageTensors.fromNetwork(
                    images, row, network.configuration().image()));
        }
        final double[][] judged = probabilities.of(rounded);
        final List<Sample> samples = new ArrayList<>();
        for (int row = 0; row < batch.size(); row++) {
            samples.add(
                    new Sample(batch.get(row), rounded.get(row), Calibration.mostProbable(judged[row]), judged[row]));
        }
        return samples;
    }
}
