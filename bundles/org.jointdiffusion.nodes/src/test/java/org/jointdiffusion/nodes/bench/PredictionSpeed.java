package org.jointdiffusion.nodes.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.predictor.ClassifierPredictorNodeFactory;
import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageFit;
import org.jointdiffusion.runtime.image.ImageFitter;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.port.PortObject;

/**
 * Speed of predictions by the small preset in 32 bit: of PNG images of 28x28 grey pixels, by the Predictor node and
 * without it.
 *
 * <p>Without the node, files are decoded and classified in batches of the same size by the same classes of the runtime;
 * what the node adds is the table.
 */
final class PredictionSpeed {

    static final int ROWS = 10_000;

    static final int FEW_ROWS = 1_000;

    static final int MANY_ROWS = 60_000;

    private static final int SIDE = 28;

    private static final int ROUNDS = 5;

    private static final int FEW_ROUNDS = 3;

    private static final JointModelPortObject MODEL = TestModels.model(
            NetworkPreset.SMALL.configure(new ImageShape(1, SIDE, SIDE), 10),
            IntStream.range(0, 10).mapToObj(number -> "class " + number).toList(),
            TargetType.STRING);

    private PredictionSpeed() {}

    /** The node's time divided by that without it. */
    static List<Double> overhead() throws Exception {
        final BufferedDataTable table = TestTables.pictures(ROWS, SIDE);
        final List<byte[]> files = files(table);
        final NodeJob node = node(table);
        final List<Double> ratios = new ArrayList<>();
        try (JointNetwork network = load()) {
            for (int round = 0; round <= ROUNDS; round++) {
                final double without = secondsOf(() -> predict(files, network));
                final double with = secondsOf(() -> node.execute(new DefaultNodeProgressMonitor()));
                System.err.printf("node: %.2f s, without it: %.2f s%n", with, without);
                if (round > 0) {
                    ratios.add(with / without);
                }
            }
        }
        return ratios;
    }

    /** The time of decoding alone divided by that of decoding and classifying. */
    static List<Double> decodingShare() throws Exception {
        final List<byte[]> files = files(TestTables.pictures(ROWS, SIDE));
        final List<Double> ratios = new ArrayList<>();
        try (JointNetwork network = load()) {
            final int batch = Classifier.automaticBatchSize(network.configuration());
            for (int round = 0; round <= ROUNDS; round++) {
                final double all = secondsOf(() -> predict(files, network));
                final double decoding = secondsOf(() -> {
                    long values = 0;
                    for (int from = 0; from < files.size(); from += batch) {
                        values += ImageTensors.toNetwork(decoded(files, from, batch)).length;
                    }
                    return values;
                });
                System.err.printf("prediction: %.2f s, decoding alone: %.2f s%n", all, decoding);
                if (round > 0) {
                    ratios.add(decoding / all);
                }
            }
        }
        return ratios;
    }

    /** The time a row of a large table divided by that of small ones before and after it. */
    static List<Double> growth() throws Exception {
        final NodeJob few = node(TestTables.pictures(FEW_ROWS, SIDE));
        final NodeJob many = node(TestTables.pictures(MANY_ROWS, SIDE));
        final List<Double> ratios = new ArrayList<>();
        secondsOfFew(few);
        for (int round = 0; round < FEW_ROUNDS; round++) {
            final double before = secondsOfFew(few);
            final double large = secondsOf(() -> many.execute(new DefaultNodeProgressMonitor())) / MANY_ROWS;
            final double small = (before + secondsOfFew(few)) / 2;
            System.err.printf("%.3f ms a row of the large table, %.3f of the small%n", 1e3 * large, 1e3 * small);
            ratios.add(large / small);
        }
        return ratios;
    }

    /** The classes that the node predicts. */
    static List<String> ofNode(final int rows) throws Exception {
        final Outcome<PortObject> outcome =
                node(TestTables.pictures(rows, SIDE)).execute(new DefaultNodeProgressMonitor());
        final List<DataRow> predicted = NodeRunner.rows(outcome, 0);
        return predicted.stream()
                .map(row -> ((StringValue) row.getCell(row.getNumCells() - 1)).getStringValue())
                .toList();
    }

    /** The classes that are predicted without the node. */
    static List<String> withoutNode(final int rows) throws Exception {
        try (JointNetwork network = load()) {
            return predict(files(TestTables.pictures(rows, SIDE)), network);
        }
    }

    private static List<String> predict(final List<byte[]> files, final JointNetwork network) throws Exception {
        final Classifier classifier = new Classifier(network, MODEL.model());
        final int batch = Classifier.automaticBatchSize(network.configuration());
        final List<String> classes = new ArrayList<>();
        for (int from = 0; from < files.size(); from += batch) {
            classifier
                    .predict(decoded(files, from, batch))
                    .forEach(prediction -> classes.add(
                            MODEL.model().specification().classNames().get(prediction.predictedClass())));
        }
        return classes;
    }

    private static List<PixelImage> decoded(final List<byte[]> files, final int from, final int batch)
            throws Exception {
        final List<PixelImage> images = new ArrayList<>();
        for (final byte[] file : files.subList(from, Math.min(files.size(), from + batch))) {
            images.add(ImageFitter.fit(
                    ImageDecoder.decode(file, ImageLimits.DEFAULT),
                    MODEL.model().specification().network().image(),
                    ImageFit.STRETCH));
        }
        return images;
    }

    private static double secondsOfFew(final NodeJob few) throws Exception {
        final int times = ROWS / FEW_ROWS;
        return secondsOf(() -> {
                    for (int time = 0; time < times; time++) {
                        few.execute(new DefaultNodeProgressMonitor());
                    }
                    return null;
                })
                / (times * FEW_ROWS);
    }

    private static NodeJob node(final BufferedDataTable table) throws Exception {
        return NodeJob.of("Predictor", new ClassifierPredictorNodeFactory(), Map.of(), MODEL, table);
    }

    private static JointNetwork load() {
        return RuntimeService.shared().load(MODEL.model(), Device.cpu(), Precision.FLOAT32);
    }

    private static List<byte[]> files(final BufferedDataTable table) {
        return TestTables.rows(table).stream()
                .map(row -> ((PNGImageValue) row.getCell(0)).getImageContent().getByteArray())
                .toList();
    }

    private static double secondsOf(final Callable<?> work) throws Exception {
        final long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }
}
