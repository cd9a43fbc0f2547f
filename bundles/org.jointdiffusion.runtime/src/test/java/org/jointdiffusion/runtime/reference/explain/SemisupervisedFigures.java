package org.jointdiffusion.runtime.reference.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.training.JointTraining;
import org.jointdiffusion.runtime.training.TrainingBudget;
import org.jointdiffusion.runtime.training.TrainingException;
import org.jointdiffusion.runtime.training.TrainingImages;

/**
 * What unlabelled rows add: a joint training on 1,000 labelled and all other rows without their labels, against one on
 * the 1,000 rows alone; same labelled rows (as many of each class), steps and seed.
 */
final class SemisupervisedFigures {

    private static final int LABELLED = 1000;

    private static final double HELD_OUT = 0.1;

    private SemisupervisedFigures() {}

    static List<Estimate> measure(final ExplainOptions options, final FashionData data) throws TrainingException {
        final int[] order = labelledFirst(data.training(), options.seed());
        final List<Estimate> alone =
                figures(options, data, rows(data.training(), Arrays.copyOf(order, LABELLED)), "alone", "_1000");
        final List<Estimate> with =
                figures(options, data, rows(data.training(), order), "with unlabelled rows", "_1000_unlabelled");
        final List<Estimate> figures = new ArrayList<>();
        figures.add(gain(options, order.length - LABELLED, with.get(0), alone.get(0)));
        figures.addAll(with);
        figures.addAll(alone);
        return figures;
    }

    private static Estimate gain(
            final ExplainOptions options, final int unlabelled, final Estimate with, final Estimate alone) {
        // both on the same test images; taken as independent, which makes the interval wider than it is
        final double error =
                100 * Math.hypot((with.high() - with.low()) / (2 * 1.96), (alone.high() - alone.low()) / (2 * 1.96));
        return Estimate.normal(
                "semisupervised_gain",
                100 * (with.value() - alone.value()),
                error,
                "points of accuracy, " + LABELLED + " labels + " + unlabelled + " unlabelled rows minus " + LABELLED
                        + " labels, " + options.steps() + " steps each, one training each");
    }

    /** Accuracy, then calibration. */
    private static List<Estimate> figures(
            final ExplainOptions options,
            final FashionData data,
            final TrainingImages rows,
            final String kind,
            final String suffix)
            throws TrainingException {
        final JointModel model = JointTraining.train(
                        rows,
                        TrainingRecipe.settings(TrainingBudget.ofSteps(options.steps()), HELD_OUT, options.seed()),
                        "class",
                        new ConsoleProgress(LABELLED + " labels " + kind))
                .model();
        return AccuracyFigures.measure(data, model, suffix);
    }

    /** As many labelled rows of each class, at random, then all other rows. */
    private static int[] labelledFirst(final TrainingImages data, final long seed) {
        final KeyedNoise noise = new KeyedNoise(seed).forPurpose("labelled rows");
        final int each = LABELLED / data.classNames().size();
        final int[] rank = new int[data.count()];
        for (int label = 0; label < data.classNames().size(); label++) {
            final int wanted = label;
            final int[] rows = IntStream.range(0, data.count())
                    .filter(row -> data.labels()[row] == wanted)
                    .boxed()
                    .sorted((a, b) -> Double.compare(noise.uniform(a, 0), noise.uniform(b, 0)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int place = each; place < rows.length; place++) {
                rank[rows[place]] = 1;
            }
        }
        return IntStream.concat(
                        IntStream.range(0, rank.length).filter(row -> rank[row] == 0),
                        IntStream.range(0, rank.length).filter(row -> rank[row] == 1))
                .toArray();
    }

    /** The rows in the given order; only the first thousand keep their labels. */
    private static TrainingImages rows(final TrainingImages data, final int[] order) {
        final int size = data.shape().size();
        final byte[] pixels = new byte[order.length * size];
        final int[] labels = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            System.arraycopy(data.pixels(), order[place] * size, pixels, place * size, size);
            labels[place] = place < LABELLED ? data.labels()[order[place]] : -1;
        }
        return new TrainingImages(data.shape(), pixels, labels, data.classNames());
    }
}
