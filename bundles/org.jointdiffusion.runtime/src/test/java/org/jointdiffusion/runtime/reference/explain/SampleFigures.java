package org.jointdiffusion.runtime.reference.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.FeatureVectors;
import org.jointdiffusion.runtime.metrics.FrechetDistance;
import org.jointdiffusion.runtime.metrics.PrecisionRecall;
import org.jointdiffusion.runtime.sampling.ConditionalSampler;
import org.jointdiffusion.runtime.sampling.SampleRequest;
import org.jointdiffusion.runtime.sampling.SamplingSettings;

/** Conditional samples, as many of each class, and unguided ones against real test images. */
final class SampleFigures {

    private final TestBed bed;

    private final FeatureVectors real;

    SampleFigures(final TestBed bed) {
        this.bed = bed;
        real = bed.features(bed.data().balancedTest(0, bed.options().samples() / FashionData.NAMES.size()));
    }

    /** Both kinds of samples by the usual settings, and how far apart two sets of real images are. */
    List<Estimate> measure() {
        final SamplingSettings usual = SamplingSettings.usual(bed.options().seed());
        final long start = System.nanoTime();
        final List<PixelImage> guided = sample(usual, "samples");
        final double seconds = (System.nanoTime() - start) / 1e9 / guided.size();
        final int[] wanted = wantedClasses();
        final FeatureVectors features = bed.features(guided);
        final PrecisionRecall quality = PrecisionRecall.of(real, features, PrecisionRecall.USUAL_NEIGHBOURS);
        final List<Estimate> figures = new ArrayList<>();
        figures.add(Estimate.share(
                "samples_own_agreement",
                TestBed.equal(bed.ownClasses(guided), wanted),
                "share that the model's own classifier puts into the wanted class"));
        figures.add(Estimate.share(
                "samples_oracle_agreement",
                TestBed.equal(bed.oracle().classes(guided), wanted),
                "share that the oracle puts into the wanted class"));
        figures.add(distance("samples_frechet", features));
        final String neighbours = "k=" + PrecisionRecall.USUAL_NEIGHBOURS + ", " + space();
        figures.add(Estimate.exact(
                "samples_precision", quality.precision(), "share of the samples among the real images, " + neighbours));
        figures.add(Estimate.exact(
                "samples_recall", quality.recall(), "share of the real images among the samples, " + neighbours));
        figures.add(Estimate.mean(
                "samples_typicality", new TypicalityMeter(bed).percentiles(guided), TypicalityMeter.UNIT));
        figures.add(Estimate.exact("samples_seconds", seconds, "s an image"));
        figures.add(distance(
                "unguided_frechet", bed.features(sample(withGuidance(usual, Guidance.NONE), "unguided samples"))));
        final int each = bed.options().samples() / FashionData.NAMES.size();
        figures.add(distance("real_frechet_floor", bed.features(bed.data().balancedTest(each, each))));
        return figures;
    }

    /** Stored samples of the wanted classes. */
    List<PixelImage> sample(final SamplingSettings settings, final String activity) {
        final int[] wanted = wantedClasses();
        final List<SampleRequest> requests = IntStream.range(0, wanted.length)
                .mapToObj(row -> new SampleRequest(row, 0, wanted[row]))
                .toList();
        final List<PixelImage> images = new ArrayList<>();
        new ConditionalSampler(bed.network(), bed.model())
                .sample(requests, settings, new ConsoleProgress(activity), sample -> images.add(sample.image()));
        return TestBed.stored(images);
    }

    /** The Fréchet distance to the real images. */
    double distance(final FeatureVectors features) {
        return FrechetDistance.between(real, features);
    }

    private Estimate distance(final String name, final FeatureVectors features) {
        return Estimate.normal(
                name,
                distance(features),
                Intervals.standardError(features.count(), rows -> distance(features.select(rows))),
                "Fréchet distance to test images, " + space());
    }

    /** Says what the distances are measured in. */
    String space() {
        return String.format(
                Locale.ROOT,
                "N=%d, %d features of the oracle",
                real.count(),
                bed.oracle().featureWidth());
    }

    private int[] wantedClasses() {
        return IntStream.range(0, real.count())
                .map(row -> row % FashionData.NAMES.size())
                .toArray();
    }

    /** The same settings with other guidance. */
    static SamplingSettings withGuidance(final SamplingSettings settings, final Guidance guidance) {
        return new SamplingSettings(
                settings.sampler(), settings.steps(), guidance, settings.seed(), settings.batchSize());
    }
}
