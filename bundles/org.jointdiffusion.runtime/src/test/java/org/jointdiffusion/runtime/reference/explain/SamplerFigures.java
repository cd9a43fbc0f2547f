package org.jointdiffusion.runtime.reference.explain;

import java.util.List;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.metrics.FeatureVectors;
import org.jointdiffusion.runtime.sampling.SamplerKind;
import org.jointdiffusion.runtime.sampling.SamplingSettings;

/** The fast sampler in its 20 steps against a thousand steps of ancestral DDPM, with the same guidance. */
final class SamplerFigures {

    private static final SamplerKind FAST = SamplerKind.STOCHASTIC_DPM_SOLVER;

    private static final int ALL_STEPS = 1000;

    private final TestBed bed;

    SamplerFigures(final TestBed bed) {
        this.bed = bed;
    }

    /**
     * Both Fréchet distances and their ratio.
     *
     * @param guidance of both
     * @param suffix appended to the names
     */
    List<Estimate> measure(final Guidance guidance, final String suffix) {
        final SampleFigures samples = new SampleFigures(bed);
        final FeatureVectors fast = features(samples, FAST, FAST.usualSteps(), guidance);
        final FeatureVectors slow = features(samples, SamplerKind.DDPM, ALL_STEPS, guidance);
        final double fastDistance = samples.distance(fast);
        final double slowDistance = samples.distance(slow);
        final String unit = "Fréchet distance to test images, " + samples.space();
        return List.of(
                Estimate.normal(
                        "fast_vs_ddpm_frechet_ratio" + suffix,
                        fastDistance / slowDistance,
                        Intervals.standardError(
                                fast.count(),
                                rows -> samples.distance(fast.select(rows)) / samples.distance(slow.select(rows))),
                        "Fréchet distance of SDE-DPM-Solver++ in " + FAST.usualSteps()
                                + " steps / DDPM in " + ALL_STEPS + ", guidance " + guidance.strength() + ", "
                                + samples.space()),
                Estimate.exact("fast_frechet" + suffix, fastDistance, unit),
                Estimate.exact("ddpm_frechet" + suffix, slowDistance, unit));
    }

    private FeatureVectors features(
            final SampleFigures samples, final SamplerKind kind, final int steps, final Guidance guidance) {
        return bed.features(samples.sample(
                new SamplingSettings(
                        kind, steps, guidance, bed.options().seed(), SamplingSettings.AUTOMATIC_BATCH_SIZE),
                kind + " in " + steps + " steps"));
    }
}
