package org.jointdiffusion.runtime.explanation;

import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.sampling.ClassProbabilities;
import org.jointdiffusion.runtime.sampling.DenoisingPath;
import org.jointdiffusion.runtime.sampling.RowNoise;

/**
 * Judges candidates by the model's own classifier on clean and on noised copies.
 *
 * <p>A candidate that merely fools the classifier seldom survives fresh noise: against an independent classifier on
 * Fashion-MNIST the average over noise levels separates semantic from adversarial flips better (area under the ROC
 * curve 0.91) than the probability of the clean image (0.86).
 */
final class CandidateJudge {

    /** Noise levels of the copies, as shares of T; each is drawn {@link #DRAWS} times. */
    private static final double[] LEVELS = {0.05, 0.1, 0.2};

    private static final int DRAWS = 2;

    private final ClassProbabilities probabilities;

    private final NoiseSchedule schedule;

    private final KeyedNoise noise;

    CandidateJudge(final ClassProbabilities probabilities, final NoiseSchedule schedule, final long seed) {
        this.probabilities = probabilities;
        this.schedule = schedule;
        this.noise = new KeyedNoise(seed).forPurpose("confidence");
    }

    /** Judges one candidate for each query; the noise depends on the query's row alone, so candidates compare. */
    List<Judgement> judge(final List<Query> queries, final List<PixelImage> candidates) {
        final float[] images = ImageTensors.toNetwork(candidates);
        final int size = images.length / candidates.size();
        final double[][] clean = probabilities.of(candidates);
        final double[] sums = new double[candidates.size()];
        add(sums, clean, queries);
        for (int level = 0; level < LEVELS.length; level++) {
            final int timestep = (int) Math.round(LEVELS[level] * (schedule.timesteps() - 1));
            final DenoisingPath path = DenoisingPath.uniform(schedule, timestep, 1);
            for (int draw = 0; draw < DRAWS; draw++) {
                final int step = level * DRAWS + draw;
                final RowNoise rows = new RowNoise(queries.stream()
                        .map(query -> new RowNoise.Key(noise, query.request().row(), 0))
                        .toList());
                add(sums, probabilities.of(path.noised(images, rows.draw(step, size)), timestep), queries);
            }
        }
        final List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            judgements.add(new Judgement(
                    Calibration.mostProbable(clean[i]) == queries.get(i).desiredClass(),
                    sums[i] / (1 + LEVELS.length * DRAWS)));
        }
        return judgements;
    }

    private static void add(final double[] sums, final double[][] probabilities, final List<Query> queries) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += probabilities[i][queries.get(i).desiredClass()];
        }
    }
}
