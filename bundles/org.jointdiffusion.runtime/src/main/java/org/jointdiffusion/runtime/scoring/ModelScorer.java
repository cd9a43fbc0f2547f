package org.jointdiffusion.runtime.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.training.TrainingImages;

/** Scores both sides of a joint model on labelled images that it was not trained on. */
public final class ModelScorer {

    /** The share of the progress that classifying takes. */
    private static final double CLASSIFYING_ENDS = 0.1;

    private final JointNetwork network;

    private final JointModel model;

    /** A scorer that uses the network until its owner closes it. */
    public ModelScorer(final JointNetwork network, final JointModel model) {
        this.network = network;
        this.model = model;
    }

    /**
     * Scores the model.
     *
     * @param data test images of the model's shape, with its classes; rows without a label are left out
     * @throws org.jointdiffusion.runtime.CancelledException when the user cancelled
     * @throws IllegalArgumentException when there is no labelled image, or shape or classes are not the model's
     */
    public ModelScore score(final TrainingImages data, final ScoringSettings settings, final ProgressMonitor monitor) {
        check(data);
        return new ModelScore(
                classification(data, monitor.part(0, CLASSIFYING_ENDS)),
                new GenerationScoring(network, model, data, settings).score(monitor.part(CLASSIFYING_ENDS, 1)));
    }

    private void check(final TrainingImages data) {
        if (!data.shape().equals(network.configuration().image())
                || !data.classNames().equals(model.specification().classNames())) {
            throw new IllegalArgumentException("The model knows images of "
                    + network.configuration().image() + " and the classes "
                    + model.specification().classNames() + ", not images of " + data.shape() + " and the classes "
                    + data.classNames() + ".");
        }
        if (Arrays.stream(data.labels()).noneMatch(label -> label >= 0)) {
            throw new IllegalArgumentException("There is no test image with a class, so there is nothing to score.");
        }
    }

    private ClassificationScore classification(final TrainingImages data, final ProgressMonitor monitor) {
        final int[] rows = IntStream.range(0, data.count())
                .filter(row -> data.labels()[row] >= 0)
                .toArray();
        final int classes = data.classNames().size();
        final float[] logits = new float[rows.length * classes];
        final int batch = Classifier.automaticBatchSize(network.configuration());
        for (int from = 0; from < rows.length; from += batch) {
            monitor.checkCancelled();
            monitor.report((double) from / rows.length, "Classifying " + rows.length + " test images");
            final int[] part = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + batch));
            final float[] values = network.logits(ImageTensors.toNetwork(images(data, part)), new int[part.length]);
            System.arraycopy(values, 0, logits, from * classes, values.length);
        }
        final int[] labels = Arrays.stream(rows).map(row -> data.labels()[row]).toArray();
        return ClassificationScore.of(logits, labels, data.classNames(), model.temperature());
    }

    /** The images of some rows. */
    static List<PixelImage> images(final TrainingImages data, final int[] rows) {
        return Arrays.stream(rows).mapToObj(data::image).toList();
    }
}
