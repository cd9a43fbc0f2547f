package org.jointdiffusion.nodes.load;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageFormatException;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;

/**
 * Measures what the Predictor node adds to the bare runtime, and whether its time a row grows with the table; the group
 * {@code nodes} of {@code ./bench}. The rows are the ready model's test images, again and again.
 */
final class NodeSpeed {

    private static final int ROWS = 10_000;
    private static final int FEW = 1000;
    private static final int MANY = 60_000;
    private static final int ROUNDS = 3;

    private final JointModel model;
    private final List<byte[]> files;

    private NodeSpeed(final JointModel model, final List<byte[]> files) {
        this.model = model;
        this.files = files;
    }

    /** The argument is the workflow "Explain with a ready model". */
    public static void main(final String[] arguments) throws Exception {
        final Path data = Path.of(arguments[0], "data");
        final NodeSpeed speed;
        try (InputStream stream = Files.newInputStream(data.resolve("fashion-model.safetensors"));
                Stream<Path> images = Files.walk(data)) {
            final List<byte[]> files = new ArrayList<>();
            for (final Path image : images.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList()) {
                files.add(Files.readAllBytes(image));
            }
            speed = new NodeSpeed(ModelFile.read(stream), files);
        }
        speed.node(FEW);
        speed.overhead();
        speed.growth();
        System.exit(0);
    }

    private void overhead() throws Exception {
        final List<Double> ratios = new ArrayList<>();
        final List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            final double bare = bare();
            final double node = node(ROWS);
            System.err.printf("%d rows: node %.2f s, runtime %.2f s%n", ROWS, node, bare);
            ratios.add(node / bare);
            rates.add(ROWS / node);
        }
        print("node_overhead", ratios, "Predictor node / decoding and predicting without it, " + ROWS + " images");
        print("node_images_per_s", rates, "images / s through the Predictor node");
    }

    private void growth() throws Exception {
        final List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            final double few = IntStream.range(0, 5)
                    .mapToDouble(time -> timed(FEW))
                    .average()
                    .orElseThrow();
            final double many = node(MANY);
            System.err.printf("%d rows %.2f s, %d rows %.2f s%n", FEW, few, MANY, many);
            ratios.add(many / MANY / (few / FEW));
        }
        print("growth_ratio", ratios, "time a row, " + MANY + " rows / " + FEW + " rows");
    }

    private double timed(final int rows) {
        try {
            return node(rows);
        } catch (final Exception exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** Executes the node; the table is made before the time begins. */
    private double node(final int rows) throws Exception {
        final BufferedDataTable table = TestTables.table(
                TestTables.IMAGES_AND_CLASSES,
                IntStream.range(0, rows)
                        .mapToObj(row -> new DataCell[] {cell(row), new StringCell("unknown")})
                        .toList());
        final NodeJob job = NodeJob.predictor(new JointModelPortObject(model, TargetType.STRING), table);
        final long start = System.nanoTime();
        job.execute(new DefaultNodeProgressMonitor());
        return (System.nanoTime() - start) / 1e9;
    }

    /** The same images without the node: decoded and predicted in the same batches. */
    private double bare() throws ImageFormatException {
        final long start = System.nanoTime();
        try (JointNetwork network = RuntimeService.shared().load(model, Device.cpu(), Precision.FLOAT32)) {
            final Classifier classifier = new Classifier(network, model);
            final int batch = Classifier.automaticBatchSize(network.configuration());
            for (int from = 0; from < ROWS; from += batch) {
                final List<PixelImage> images = new ArrayList<>();
                for (int row = from; row < Math.min(ROWS, from + batch); row++) {
                    images.add(ImageDecoder.decode(files.get(row % files.size()), ImageLimits.DEFAULT));
                }
                classifier.predict(images);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private DataCell cell(final int row) {
        try {
            return PngCells.of(ImageDecoder.decode(files.get(row % files.size()), ImageLimits.DEFAULT));
        } catch (final ImageFormatException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static void print(final String name, final List<Double> values, final String unit) {
        final List<Double> sorted = values.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s\t%.4g\t%.4g\t%.4g\t%s%n",
                name,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                Collections.max(sorted),
                unit);
    }
}
