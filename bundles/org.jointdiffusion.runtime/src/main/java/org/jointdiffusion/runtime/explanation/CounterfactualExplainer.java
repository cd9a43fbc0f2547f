package org.jointdiffusion.runtime.explanation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.metrics.ImageChange;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.sampling.BatchSizes;
import org.jointdiffusion.runtime.sampling.ClassProbabilities;
import org.jointdiffusion.runtime.sampling.SamplingSettings;
import org.jointdiffusion.runtime.sampling.WorkProgress;

/**
 * Answers "what would have to change for the classifier to decide otherwise?" with images (paper, section "Visual
 * counterfactual explanations").
 *
 * <p>For each row the lowest noise level is searched from which guided denoising convincingly reaches the desired
 * class, then changes that do not matter are undone. A row's result depends on the model, the settings and the request
 * alone, never on the other requests; its noise is exactly the same in every batch, only the device's arithmetic may
 * round differently for other batch sizes. Only with a limit of time it also depends on how fast its batch is: where
 * the time was used up, the best change until then is the result. A row that cannot be turned is no error: it comes
 * back as not valid.
 */
public final class CounterfactualExplainer {

    private final JointNetwork network;

    private final JointModel model;

    private final LongSupplier clock;

    /** An explainer that uses the network until its owner closes it. */
    public CounterfactualExplainer(final JointNetwork network, final JointModel model) {
        this(network, model, System::nanoTime);
    }

    /** An explainer for which the time passes as told, in nanoseconds. */
    CounterfactualExplainer(final JointNetwork network, final JointModel model, final LongSupplier clock) {
        this.network = network;
        this.model = model;
        this.clock = clock;
    }

    /**
     * Explains every request, in the order of the requests.
     *
     * @param output receives each counterfactual as soon as its batch is finished
     * @throws org.jointdiffusion.runtime.CancelledException between two calls of the network, once the user has
     *     cancelled
     * @throws IllegalArgumentException when an image has not the model's shape or a class is unknown to the model
     */
    public void explain(
            final List<ExplanationRequest> requests,
            final ExplanationSettings settings,
            final ProgressMonitor monitor,
            final Consumer<Counterfactual> output) {
        requests.forEach(this::check);
        final int images = settings.batchSize() == SamplingSettings.AUTOMATIC_BATCH_SIZE
                ? BatchSizes.automatic(network)
                : settings.batchSize();
        final int batchSize = Math.max(1, images / settings.draws());
        final ClassProbabilities probabilities = new ClassProbabilities(network, model, monitor::checkCancelled);
        final WorkProgress progress = new WorkProgress(monitor, "Explaining", "rows", requests.size());
        for (int from = 0; from < requests.size(); from += batchSize) {
            final int before = from;
            final List<ExplanationRequest> batch = requests.subList(from, Math.min(requests.size(), from + batchSize));
            final SearchTime time = new SearchTime(clock, settings.secondsPerRow() * batch.size());
            final NoiseLadder.Climbed climbed = search(
                    queries(batch, probabilities),
                    settings,
                    probabilities,
                    time,
                    done -> progress.report(before + done));
            final List<Candidate> candidates = climbed.candidates();
            final double[][] after =
                    probabilities.of(candidates.stream().map(Candidate::image).toList());
            final double[] couts = candidates.stream()
                    .mapToDouble(found -> cout(found, probabilities))
                    .toArray();
            final double seconds = time.seconds() / batch.size();
            for (int i = 0; i < batch.size(); i++) {
                output.accept(result(candidates.get(i), after[i], couts[i], settings, seconds, climbed.end()));
            }
        }
        progress.report(requests.size());
    }

    private void check(final ExplanationRequest request) {
        if (!request.original().shape().equals(network.configuration().image())) {
            throw new IllegalArgumentException("The image of row " + request.row() + " is "
                    + request.original().shape()
                    + ", but the model explains images of "
                    + network.configuration().image()
                    + ". Fit the image to that shape first.");
        }
        final int classes = model.specification().classNames().size();
        if (request.desiredClass().isPresent()
                && (request.desiredClass().getAsInt() < 0
                        || request.desiredClass().getAsInt() >= classes)) {
            throw new IllegalArgumentException("Row " + request.row() + " asks for class number "
                    + request.desiredClass().getAsInt() + ", but the model knows the numbers 0 to " + (classes - 1)
                    + ".");
        }
    }

    private NoiseLadder.Climbed search(
            final List<Query> queries,
            final ExplanationSettings settings,
            final ClassProbabilities probabilities,
            final SearchTime time,
            final DoubleConsumer progress) {
        final NoiseSchedule schedule = model.specification().schedule();
        final List<Query> open = queries.stream().filter(Query::isOpen).toList();
        final int closed = queries.size() - open.size();
        final CandidateJudge judge = new CandidateJudge(probabilities, schedule, settings.seed());
        final NoiseLadder.Climbed climbed = new NoiseLadder(network, schedule, settings, judge, time)
                .climb(open, done -> progress.accept(closed + done));
        final Iterator<Candidate> found = new ChangeRefinement(judge, settings.confidence())
                .refine(climbed.candidates())
                .iterator();
        return new NoiseLadder.Climbed(
                queries.stream()
                        .map(query -> query.isOpen() ? found.next() : unchanged(query))
                        .toList(),
                climbed.end());
    }

    private static Candidate unchanged(final Query query) {
        return new Candidate(
                query,
                query.request().original(),
                new Judgement(false, query.probabilitiesBefore()[query.desiredClass()]),
                0);
    }

    private static List<Query> queries(final List<ExplanationRequest> batch, final ClassProbabilities probabilities) {
        final double[][] before = probabilities.of(
                batch.stream().map(ExplanationRequest::original).toList());
        final List<Query> queries = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            final int classBefore = Calibration.mostProbable(before[i]);
            final OptionalInt desired = batch.get(i).desiredClass();
            queries.add(new Query(
                    batch.get(i),
                    classBefore,
                    desired.isPresent() ? desired.getAsInt() : secondBest(before[i], classBefore),
                    before[i]));
        }
        return queries;
    }

    private static int secondBest(final double[] probabilities, final int best) {
        final double[] others = probabilities.clone();
        others[best] = Double.NEGATIVE_INFINITY;
        return Calibration.mostProbable(others);
    }

    private static double cout(final Candidate candidate, final ClassProbabilities probabilities) {
        final Query query = candidate.query();
        return PastingCurve.of(
                        query.request().original(),
                        candidate.image(),
                        query.classBefore(),
                        query.desiredClass(),
                        probabilities::of)
                .cout();
    }

    private static Counterfactual result(
            final Candidate candidate,
            final double[] after,
            final double cout,
            final ExplanationSettings settings,
            final double seconds,
            final SearchEnd end) {
        final Query query = candidate.query();
        final PixelImage original = query.request().original();
        final PixelImage changed = candidate.image();
        final int classAfter = Calibration.mostProbable(after);
        final boolean isFinished = !query.isOpen() || candidate.judgement().convinces(settings.confidence());
        return new Counterfactual(
                query.request(),
                changed,
                query.classBefore(),
                query.desiredClass(),
                classAfter,
                query.probabilitiesBefore(),
                after,
                query.isOpen() && classAfter == query.desiredClass(),
                candidate.noiseLevel(),
                settings.guidance().strength(),
                candidate.judgement().confidence(),
                candidate.change(),
                ImageChange.rootMeanSquare(original, changed),
                ImageChange.changedShare(original, changed),
                ImageChange.regions(original, changed),
                cout,
                seconds,
                isFinished ? SearchEnd.COMPLETE : end);
    }
}
