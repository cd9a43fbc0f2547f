package org.jointdiffusion.runtime.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.sampling.Denoiser;
import org.jointdiffusion.runtime.sampling.DenoisingPath;
import org.jointdiffusion.runtime.sampling.GuidedDenoiser;
import org.jointdiffusion.runtime.sampling.RowNoise;

/**
 * Searches the lowest noise level from which guided denoising reaches the desired class (paper, section "Visual
 * counterfactual explanations"): x_0 is noised to x_tau and denoised with the classifier's gradient (see
 * {@link EditedDenoising}); the higher tau, the more may change.
 *
 * <p>All levels of a row share the noise of each timestep, so that a higher level differs by nothing but its start.
 */
final class NoiseLadder {

    /** So few steps are taken at the lowest levels at least. */
    private static final int FEWEST_STEPS = 5;

    private final JointNetwork network;

    private final NoiseSchedule schedule;

    private final ExplanationSettings settings;

    private final CandidateJudge judge;

    private final SearchTime time;

    private final KeyedNoise noise;

    /**
     * The best candidates of some queries, in their order.
     *
     * @param candidates one for each query
     * @param end whether levels were left out because the time was used up
     */
    record Climbed(List<Candidate> candidates, SearchEnd end) {}

    NoiseLadder(
            final JointNetwork network,
            final NoiseSchedule schedule,
            final ExplanationSettings settings,
            final CandidateJudge judge,
            final SearchTime time) {
        this.network = network;
        this.schedule = schedule;
        this.settings = settings;
        this.judge = judge;
        this.time = time;
        this.noise = new KeyedNoise(settings.seed()).forPurpose("counterfactual");
    }

    /**
     * The best candidate of each query: from the lowest level that convinces, else the closest of all levels that were
     * tried. The first level is always tried, the next ones only while there is time.
     *
     * @param queries open queries, as many as fit a batch when each is drawn several times
     * @param progress is told before every step how many queries are done, in parts
     */
    Climbed climb(final List<Query> queries, final DoubleConsumer progress) {
        final List<List<Candidate>> tried = new ArrayList<>();
        queries.forEach(query -> tried.add(new ArrayList<>()));
        List<Integer> open = IntStream.range(0, queries.size()).boxed().toList();
        final double allSteps =
                settings.noiseLevels().stream().mapToInt(this::steps).sum();
        int stepsBefore = 0;
        SearchEnd end = SearchEnd.COMPLETE;
        for (int rung = 0; rung < settings.noiseLevels().size() && !open.isEmpty(); rung++) {
            if (rung > 0 && time.isUsedUp()) {
                end = SearchEnd.TIME_USED_UP;
                break;
            }
            final double level = settings.noiseLevels().get(rung);
            final List<Query> left = open.stream().map(queries::get).toList();
            final int done = queries.size() - open.size();
            final int before = stepsBefore;
            final List<Candidate> candidates =
                    candidates(left, level, step -> progress.accept(done + left.size() * (before + step) / allSteps));
            for (int k = 0; k < candidates.size(); k++) {
                tried.get(open.get(k / settings.draws())).add(candidates.get(k));
            }
            open = open.stream().filter(i -> !isConvincing(tried.get(i))).toList();
            stepsBefore += steps(level);
        }
        return new Climbed(
                tried.stream()
                        .map(candidates -> Candidate.best(candidates, settings.confidence()))
                        .toList(),
                end);
    }

    private boolean isConvincing(final List<Candidate> candidates) {
        return candidates.stream().anyMatch(each -> each.judgement().convinces(settings.confidence()));
    }

    private int steps(final double level) {
        return Math.max(FEWEST_STEPS, (int) Math.round(level * settings.steps()));
    }

    /** All draws of all queries at one level; the draws of a query follow each other. */
    private List<Candidate> candidates(final List<Query> queries, final double level, final DoubleConsumer stepping) {
        final List<Query> rows = new ArrayList<>();
        final List<RowNoise.Key> keys = new ArrayList<>();
        for (final Query query : queries) {
            for (int draw = 0; draw < settings.draws(); draw++) {
                final long variant = (long) query.request().attempt() * settings.draws() + draw;
                rows.add(query);
                keys.add(new RowNoise.Key(noise, query.request().row(), variant * (schedule.timesteps() + 1)));
            }
        }
        final float[] originals = ImageTensors.toNetwork(
                rows.stream().map(row -> row.request().original()).toList());
        final float[] changed = denoised(rows, originals, new RowNoise(keys), level, stepping);
        final List<PixelImage> images = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            images.add(ImageTensors.fromNetwork(
                    changed, row, network.configuration().image()));
        }
        final List<Judgement> judgements = judge.judge(rows, images);
        final List<Candidate> candidates = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            candidates.add(new Candidate(rows.get(row), images.get(row), judgements.get(row), level));
        }
        return candidates;
    }

    private float[] denoised(
            final List<Query> rows,
            final float[] originals,
            final RowNoise rowNoise,
            final double level,
            final DoubleConsumer stepping) {
        final int start = Math.max(0, (int) Math.round(level * schedule.timesteps()) - 1);
        final DenoisingPath path = DenoisingPath.uniform(schedule, start, steps(level));
        final int[] classes = rows.stream().mapToInt(Query::desiredClass).toArray();
        final int[] calls = {0};
        final Denoiser plain = new GuidedDenoiser(network, schedule, classes, Guidance.NONE);
        final Denoiser guided = new GuidedDenoiser(network, schedule, classes, settings.guidance());
        return new EditedDenoising(
                        plain,
                        (images, timestep) -> {
                            stepping.accept(calls[0]++);
                            return guided.noise(images, timestep);
                        },
                        settings.pull() / 127.5)
                .edit(originals, path, rowNoise, frozen(rows, originals.length / rows.size()));
    }

    /** Which values of a batch the rows' masks forbid to change. */
    private static boolean[] frozen(final List<Query> rows, final int size) {
        final boolean[] frozen = new boolean[rows.size() * size];
        for (int row = 0; row < rows.size(); row++) {
            final ChangeMask mask = rows.get(row).request().mask().orElse(null);
            for (int index = 0; mask != null && index < size; index++) {
                frozen[row * size + index] = !mask.allows(index % mask.positions());
            }
        }
        return frozen;
    }
}
