package org.jointdiffusion.runtime.reference.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.explanation.PastingCurve;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.ImageChange;
import org.jointdiffusion.runtime.sampling.WorkProgress;

/**
 * What changed images are worth: the same for counterfactuals, attacks and nearest images, always judged on the image
 * as it is stored. Every figure is given over all questions, then over those toward the second best class and those
 * toward a random one.
 */
final class ChangeFigures {

    private final TestBed bed;

    private final List<Question> questions;

    private final TypicalityMeter typicality;

    ChangeFigures(final TestBed bed, final List<Question> questions) {
        this.bed = bed;
        this.questions = questions;
        typicality = new TypicalityMeter(bed);
    }

    /**
     * Judges one answer to each question.
     *
     * @param prefix begins the names
     * @param answers one image for each question
     */
    List<Estimate> measure(final String prefix, final List<PixelImage> answers) {
        final List<PixelImage> stored = TestBed.stored(answers);
        final int[] desired = Question.desiredClasses(questions);
        final List<Estimate> figures = new ArrayList<>();
        shares(
                figures,
                prefix + "_own_validity",
                TestBed.equal(bed.ownClasses(stored), desired),
                "share of the desired class by the model");
        shares(
                figures,
                prefix + "_oracle_validity",
                TestBed.equal(bed.oracle().classes(stored), desired),
                "share of the desired class by the oracle");
        means(figures, prefix + "_l1", change(stored, ImageChange::meanAbsolute), "mean absolute change on [0, 1]");
        means(
                figures,
                prefix + "_l2",
                change(stored, ImageChange::rootMeanSquare),
                "root mean square change on [0, 1]");
        means(
                figures,
                prefix + "_changed_pixels",
                change(stored, ImageChange::changedShare),
                "share of pixels changed by more than 8/255");
        means(figures, prefix + "_regions", change(stored, ImageChange::regions), "connected changed regions");
        means(figures, prefix + "_cout", couts(stored, this::ownProbabilities), "COUT by the model, 50 parts");
        means(
                figures,
                prefix + "_cout_oracle",
                couts(stored, images -> bed.oracle().probabilities(images).toArray(double[][]::new)),
                "COUT by the oracle, 50 parts");
        means(figures, prefix + "_typicality", typicality.percentiles(stored), TypicalityMeter.UNIT);
        return figures;
    }

    /** A mean over all questions and over both halves. */
    private void means(final List<Estimate> figures, final String name, final double[] values, final String unit) {
        figures.add(Estimate.mean(name, values, unit));
        for (final Question.Choice choice : Question.Choice.values()) {
            figures.add(Estimate.mean(
                    name + suffix(choice), Question.select(values, Question.places(questions, choice)), unit));
        }
    }

    private void shares(final List<Estimate> figures, final String name, final boolean[] hits, final String unit) {
        figures.add(Estimate.share(name, hits, unit));
        for (final Question.Choice choice : Question.Choice.values()) {
            final int[] places = Question.places(questions, choice);
            final boolean[] selected = new boolean[places.length];
            for (int i = 0; i < places.length; i++) {
                selected[i] = hits[places[i]];
            }
            figures.add(Estimate.share(name + suffix(choice), selected, unit));
        }
    }

    private static String suffix(final Question.Choice choice) {
        return "_" + choice.name().toLowerCase(Locale.ROOT);
    }

    private double[][] ownProbabilities(final List<PixelImage> images) {
        return bed.predictions(images).stream()
                .map(prediction -> prediction.probabilities())
                .toArray(double[][]::new);
    }

    /** A way to compare two images. */
    private interface Comparison {
        double of(PixelImage first, PixelImage second);
    }

    private double[] change(final List<PixelImage> answers, final Comparison comparison) {
        return IntStream.range(0, answers.size())
                .mapToDouble(i -> comparison.of(questions.get(i).original(), answers.get(i)))
                .toArray();
    }

    private double[] couts(final List<PixelImage> answers, final Function<List<PixelImage>, double[][]> classifier) {
        final WorkProgress progress =
                new WorkProgress(new ConsoleProgress("pasting"), "Pasting", "images", answers.size());
        return IntStream.range(0, answers.size())
                .mapToDouble(i -> {
                    progress.report(i + 1);
                    final Question question = questions.get(i);
                    return PastingCurve.of(
                                    question.original(),
                                    answers.get(i),
                                    question.classBefore(),
                                    question.desiredClass(),
                                    classifier)
                            .cout();
                })
                .toArray();
    }
}
