package org.jointdiffusion.runtime.scoring;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.oracle.Oracle;
import org.jointdiffusion.runtime.oracle.OracleSettings;
import org.jointdiffusion.runtime.oracle.OracleTraining;
import org.jointdiffusion.runtime.sampling.ConditionalSampler;
import org.jointdiffusion.runtime.sampling.Sample;
import org.jointdiffusion.runtime.sampling.SampleRequest;
import org.jointdiffusion.runtime.sampling.SamplingSettings;
import org.jointdiffusion.runtime.training.TrainingException;
import org.jointdiffusion.runtime.training.TrainingImages;

/**
 * Scores conditional samples whose classes are distributed like those of the test images.
 *
 * <p>The test images are cut into disjoint parts, each with the classes in proportion: as many as are compared with the
 * samples, as many others to see how far apart two sets of real images are, and the rest, from which an oracle may
 * learn.
 */
final class GenerationScoring {

    /** From so many test images on, an oracle is worth its training. */
    static final int ENOUGH_FOR_ORACLE = 200;

    /** The share of the progress that sampling takes. */
    private static final double SAMPLING_ENDS = 0.7;

    private final JointNetwork network;

    private final JointModel model;

    private final TrainingImages data;

    private final ScoringSettings settings;

    private final int[] order;

    GenerationScoring(
            final JointNetwork network,
            final JointModel model,
            final TrainingImages data,
            final ScoringSettings settings) {
        this.network = network;
        this.model = model;
        this.data = data;
        this.settings = settings;
        order = ProportionalOrder.of(data.labels(), settings.seed());
    }

    GenerationScore score(final ProgressMonitor monitor) {
        if (settings.samples() == 0) {
            return withoutComparison(ownAgreement(List.of()), "No samples were asked for.");
        }
        final List<Sample> samples = sample(monitor.part(0, SAMPLING_ENDS));
        final boolean enough = settings.features() == FeatureChoice.ORACLE
                || settings.features() == FeatureChoice.AUTOMATIC && order.length >= ENOUGH_FOR_ORACLE;
        if (enough) {
            try {
                return byOracle(samples, monitor.part(SAMPLING_ENDS, 1));
            } catch (final TrainingException e) {
                if (settings.features() == FeatureChoice.ORACLE) {
                    return withoutComparison(ownAgreement(samples), e.getMessage());
                }
            }
        }
        final FeatureSpace space = new RepresentationSpace(network, monitor::checkCancelled);
        final int compared = Math.min(samples.size(), order.length / 2);
        return compare(samples, space, compared, Optional.empty());
    }

    private List<Sample> sample(final ProgressMonitor monitor) {
        final List<SampleRequest> requests = IntStream.range(0, settings.samples())
                .mapToObj(row -> new SampleRequest(row, 0, data.labels()[order[row % order.length]]))
                .toList();
        final List<Sample> samples = new ArrayList<>(requests.size());
        new ConditionalSampler(network, model)
                .sample(requests, SamplingSettings.usual(settings.seed()), monitor, samples::add);
        return samples;
    }

    /** At least half of the images teach the oracle; it judges and compares the others. */
    private GenerationScore byOracle(final List<Sample> samples, final ProgressMonitor monitor)
            throws TrainingException {
        final int compared = Math.min(samples.size(), order.length / 4);
        final int[] rest = Arrays.copyOfRange(order, 2 * compared, order.length);
        final OracleSettings training = OracleSettings.DEFAULT
                .withBudget(settings.oracleBudget())
                .withSeed(settings.seed())
                .withDevice(settings.device())
                .withPrecision(settings.precision());
        try (Oracle oracle = OracleTraining.train(part(rest), training, monitor)) {
            final int[] judged = Arrays.copyOf(order, 2 * compared);
            final OracleScore score = new OracleScore(
                    agreement(wanted(samples), oracle.classes(images(samples))),
                    agreement(labels(judged), oracle.classes(ModelScorer.images(data, judged))));
            return compare(samples, new OracleSpace(oracle, rest.length), compared, Optional.of(score));
        }
    }

    private GenerationScore compare(
            final List<Sample> samples,
            final FeatureSpace space,
            final int compared,
            final Optional<OracleScore> oracle) {
        if (compared < SetComparison.FEWEST) {
            return new GenerationScore(ownAgreement(samples), oracle, Optional.empty(), tooFew(samples.size(), oracle));
        }
        return new GenerationScore(
                ownAgreement(samples),
                oracle,
                Optional.of(SetComparison.of(
                        space.description(),
                        space.of(images(samples.subList(0, compared))),
                        space.of(ModelScorer.images(data, Arrays.copyOf(order, compared))),
                        space.of(ModelScorer.images(data, Arrays.copyOfRange(order, compared, 2 * compared))))),
                "");
    }

    private String tooFew(final int samples, final Optional<OracleScore> oracle) {
        final int wanted = SetComparison.FEWEST * (oracle.isPresent() ? 4 : 2);
        return samples < SetComparison.FEWEST
                ? "There are too few samples to compare them with test images: " + samples + ". Ask for at least "
                        + SetComparison.FEWEST + ", better some hundreds."
                : "There are too few test images to compare samples with: " + order.length + ". Connect at least "
                        + wanted + ", better a thousand.";
    }

    private GenerationScore withoutComparison(final Agreement own, final String problem) {
        return new GenerationScore(own, Optional.empty(), Optional.empty(), problem);
    }

    private Agreement ownAgreement(final List<Sample> samples) {
        return agreement(
                wanted(samples),
                samples.stream().mapToInt(Sample::predictedClass).toArray());
    }

    private Agreement agreement(final int[] wanted, final int[] seen) {
        return Agreement.of(wanted, seen, data.classNames().size());
    }

    private TrainingImages part(final int[] rows) {
        final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        final int size = data.shape().size();
        for (final int row : rows) {
            pixels.write(data.pixels(), row * size, size);
        }
        return new TrainingImages(data.shape(), pixels.toByteArray(), labels(rows), data.classNames());
    }

    private int[] labels(final int[] rows) {
        return Arrays.stream(rows).map(row -> data.labels()[row]).toArray();
    }

    private static int[] wanted(final List<Sample> samples) {
        return samples.stream()
                .mapToInt(sample -> sample.request().desiredClass())
                .toArray();
    }

    private static List<PixelImage> images(final List<Sample> samples) {
        return samples.stream().map(Sample::image).toList();
    }
}
