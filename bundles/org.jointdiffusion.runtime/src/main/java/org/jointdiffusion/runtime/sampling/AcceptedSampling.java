package org.jointdiffusion.runtime.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;

/**
 * Samples again, with other noise, what the model's own classifier does not recognise.
 *
 * <p>The noise of a try depends only on the seed, the row and the number of the try, and the first try is the sample
 * that {@link ConditionalSampler} makes. Of a row that is never recognised, the try with the highest probability of the
 * class that was asked for is kept.
 */
public final class AcceptedSampling {

    /** So many rows are held in memory until the last of them is accepted. */
    private static final int CHUNK = 256;

    private final ConditionalSampler sampler;

    private final int mostTries;

    /**
     * Tries again.
     *
     * @param sampler makes the samples
     * @param mostTries how often a row is tried, at least 1
     * @throws IllegalArgumentException when there is no try
     */
    public AcceptedSampling(final ConditionalSampler sampler, final int mostTries) {
        if (mostTries < 1) {
            throw new IllegalArgumentException("A sample takes at least 1 try, not " + mostTries + ".");
        }
        this.sampler = sampler;
        this.mostTries = mostTries;
    }

    /**
     * Makes one sample for each request, in the order of the requests.
     *
     * @param output receives the samples, a few hundred at a time
     * @throws org.jointdiffusion.runtime.CancelledException between two steps, once the user has cancelled
     * @throws IllegalArgumentException when a request names a class that the model does not know
     */
    public void sample(
            final List<SampleRequest> requests,
            final SamplingSettings settings,
            final ProgressMonitor monitor,
            final Consumer<AcceptedSample> output) {
        for (int from = 0; from < requests.size(); from += CHUNK) {
            final int to = Math.min(requests.size(), from + CHUNK);
            final ProgressMonitor part = monitor.part((double) from / requests.size(), (double) to / requests.size());
            chunk(requests.subList(from, to), settings, part).forEach(output);
        }
        monitor.report(1, "Sampling: " + requests.size() + " of " + requests.size() + " images.");
    }

    private List<AcceptedSample> chunk(
            final List<SampleRequest> requests, final SamplingSettings settings, final ProgressMonitor monitor) {
        final AcceptedSample[] best = new AcceptedSample[requests.size()];
        int[] open = IntStream.range(0, best.length).toArray();
        for (int number = 1; number <= mostTries && open.length > 0; number++) {
            // nobody knows how many rows will be tried again: each try takes half of what is left of the progress
            final ProgressMonitor part =
                    mostTries == 1 ? monitor : monitor.part(1 - Math.pow(0.5, number - 1), 1 - Math.pow(0.5, number));
            final List<Sample> samples = new ArrayList<>(open.length);
            sampler.sample(
                    IntStream.of(open).mapToObj(requests::get).toList(), ofTry(settings, number), part, samples::add);
            for (int index = 0; index < open.length; index++) {
                best[open[index]] = new AcceptedSample(better(best[open[index]], samples.get(index)), number);
            }
            open = IntStream.of(open).filter(row -> !best[row].accepted()).toArray();
        }
        return List.of(best);
    }

    /** The new sample, unless an earlier one is more probably of the class that was asked for and none is accepted. */
    private static Sample better(final AcceptedSample earlier, final Sample sample) {
        return earlier == null
                        || new AcceptedSample(sample, 1).accepted()
                        || wantedProbability(sample) > wantedProbability(earlier.sample())
                ? sample
                : earlier.sample();
    }

    private static double wantedProbability(final Sample sample) {
        return sample.probabilities()[sample.request().desiredClass()];
    }

    /** The settings with noise of their own; the first try has the noise of a sample that is tried once. */
    private static SamplingSettings ofTry(final SamplingSettings settings, final int number) {
        return number == 1
                ? settings
                : new SamplingSettings(
                        settings.sampler(),
                        settings.steps(),
                        settings.guidance(),
                        new KeyedNoise(settings.seed())
                                .forPurpose("try " + number)
                                .seed(),
                        settings.batchSize());
    }
}
