package org.jointdiffusion.nodes.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.embedded.settings.ParametersPersistence;
import org.jointdiffusion.nodes.comparison.GroupComparisonNodeFactory;
import org.jointdiffusion.nodes.explainer.CounterfactualExplainerNodeFactory;
import org.jointdiffusion.nodes.learner.JointDiffusionLearnerNodeFactory;
import org.jointdiffusion.nodes.modelio.JointDiffusionModelReaderNodeFactory;
import org.jointdiffusion.nodes.modelio.JointDiffusionModelWriterNodeFactory;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.predictor.ClassifierPredictorNodeFactory;
import org.jointdiffusion.nodes.reader.LabeledImageReaderNodeFactory;
import org.jointdiffusion.nodes.sampler.ConditionalSamplerNodeFactory;
import org.jointdiffusion.nodes.scorer.JointDiffusionScorerNodeFactory;
import org.jointdiffusion.runtime.model.ModelFile;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/**
 * A node with its settings and inputs, ready to be executed again and again.
 *
 * @param name names it in messages
 * @param node the node
 * @param parameters its settings
 * @param inputs what is connected to it
 */
public record NodeJob(String name, NodeRunner node, NodeParameters parameters, List<PortObject> inputs) {

    /** What differs from run to run because it is measured. */
    public static final Set<String> MEASURED = Set.of("Seconds", "Images per second", "Seconds per image");

    /** Trains a small network for some epochs. */
    public static NodeJob learner(final int rows, final int epochs, final long seed) throws Exception {
        return learner(TestTables.pictures(rows), epochs, 16, seed);
    }

    /** Trains the small preset on a table of labelled images. */
    public static NodeJob learner(
            final BufferedDataTable images, final int epochs, final int batchSize, final long seed) throws Exception {
        return of(
                "Learner " + seed,
                new JointDiffusionLearnerNodeFactory(),
                Map.of(
                        "stopRule",
                        "EPOCHS",
                        "maximumEpochs",
                        epochs,
                        "batchSize",
                        batchSize,
                        "previewsPerClass",
                        1,
                        "seed",
                        seed),
                images);
    }

    /** Predicts some rows. */
    public static NodeJob predictor(final JointModelPortObject model, final int rows) throws Exception {
        return predictor(model, TestTables.pictures(rows));
    }

    /** Predicts the rows of a table. */
    public static NodeJob predictor(final JointModelPortObject model, final BufferedDataTable table) throws Exception {
        return of("Predictor of " + table.size(), new ClassifierPredictorNodeFactory(), Map.of(), model, table);
    }

    /** Draws some images a class, each in some steps. */
    public static NodeJob sampler(final JointModelPortObject model, final int images, final int steps, final long seed)
            throws Exception {
        return of(
                "Sampler " + seed,
                new ConditionalSamplerNodeFactory(),
                Map.of("imagesPerClass", images, "steps", steps, "steps_is_present", true, "seed", seed),
                model);
    }

    /** Explains the rows of a table. */
    public static NodeJob explainer(
            final JointModelPortObject model, final BufferedDataTable table, final int steps, final long seed)
            throws Exception {
        return of(
                "Explainer " + seed,
                new CounterfactualExplainerNodeFactory(),
                Map.of("steps", steps, "draws", 1, "seed", seed),
                model,
                table);
    }

    /** Reads a folder of class folders. */
    public static NodeJob reader(final Path folder) throws Exception {
        return of("Reader", new LabeledImageReaderNodeFactory(), Map.of("location", folder.toString()));
    }

    /** Judges a model on some rows and as many samples. */
    public static NodeJob scorer(final JointModelPortObject model, final int rows) throws Exception {
        return of(
                "Scorer of " + rows,
                new JointDiffusionScorerNodeFactory(),
                Map.of("samples", rows),
                model,
                TestTables.pictures(rows));
    }

    /** Compares the classes before among the counterfactuals of a table of the Explainer. */
    public static NodeJob comparison(final BufferedDataTable counterfactuals) throws Exception {
        return of(
                "Comparison",
                new GroupComparisonNodeFactory(),
                Map.of("groupColumn", "Class before", "rule", "ALL_ROWS", "permutations", 100_000),
                counterfactuals);
    }

    /** Writes a model over the file of the run before. */
    public static NodeJob writer(final JointModelPortObject model, final Path file) throws Exception {
        return of(
                "Writer",
                new JointDiffusionModelWriterNodeFactory(),
                Map.of("location", file.toString(), "existingFile", "OVERWRITE"),
                model);
    }

    /** Reads a file of a model. */
    public static NodeJob modelReader(final Path file) throws Exception {
        return of("Model Reader", new JointDiffusionModelReaderNodeFactory(), Map.of("location", file.toString()));
    }

    /** A node with the settings of a new one, but for some that are chosen. */
    public static NodeJob of(
            final String name,
            final DefaultNodeFactory factory,
            final Map<String, Object> choices,
            final PortObject... inputs)
            throws Exception {
        final NodeRunner node = new NodeRunner(factory);
        final PortObjectSpec[] specs =
                Arrays.stream(inputs).map(PortObject::getSpec).toArray(PortObjectSpec[]::new);
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(NodeRunner.parameters(node.parametersClass(), specs), settings);
        choices.forEach((key, value) -> put(settings, key, value));
        put(settings, "precision", settings.containsKey("precision") ? "FLOAT32" : null);
        final NodeParameters parameters = ParametersPersistence.load(node.parametersClass(), settings);
        parameters.validate();
        return new NodeJob(name, node, parameters, List.of(inputs));
    }

    private static void put(final NodeSettings settings, final String key, final Object value) {
        if (value instanceof Integer number) {
            settings.addInt(key, number);
        } else if (value instanceof Long number) {
            settings.addLong(key, number);
        } else if (value instanceof Boolean truth) {
            settings.addBoolean(key, truth);
        } else if (value != null) {
            settings.addString(key, (String) value);
        }
    }

    /** Executes the node. */
    public Outcome<PortObject> execute(final NodeProgressMonitor progress) throws Exception {
        return node.execute(progress, parameters, inputs.toArray(PortObject[]::new));
    }

    /** One line for each row of each output, or for a model, without what was measured: equal results, equal lines. */
    public static List<String> lines(final Outcome<PortObject> outcome) throws IOException {
        return lines(outcome.outputs());
    }

    /** The same for outputs of one node or of several. */
    public static List<String> lines(final List<PortObject> outputs) throws IOException {
        final List<String> lines = new ArrayList<>();
        for (final PortObject output : outputs) {
            if (output instanceof BufferedDataTable table) {
                final String[] names = table.getDataTableSpec().getColumnNames();
                TestTables.rows(table).forEach(row -> lines.add(line(row, names)));
            } else {
                final ByteArrayOutputStream file = new ByteArrayOutputStream();
                ModelFile.write(((JointModelPortObject) output).model(), file);
                lines.add("model " + Arrays.hashCode(file.toByteArray()));
            }
        }
        return lines;
    }

    private static String line(final DataRow row, final String[] names) {
        final StringBuilder line = new StringBuilder(row.getKey().getString());
        for (int column = 0; column < names.length; column++) {
            if (!MEASURED.contains(names[column])) {
                line.append('\t').append(text(row.getCell(column)));
            }
        }
        return line.toString();
    }

    private static String text(final DataCell cell) {
        return cell instanceof PNGImageValue png
                ? "png " + Arrays.hashCode(png.getImageContent().getByteArray())
                : cell.toString();
    }
}
