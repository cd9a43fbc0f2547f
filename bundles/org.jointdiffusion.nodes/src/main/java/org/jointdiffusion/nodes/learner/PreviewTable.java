package org.jointdiffusion.nodes.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.ModelSamples;
import org.jointdiffusion.runtime.sampling.ConditionalSampler;
import org.jointdiffusion.runtime.sampling.Sample;
import org.jointdiffusion.runtime.sampling.SampleRequest;
import org.jointdiffusion.runtime.sampling.SamplingSettings;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A few images of each class that the finished model makes. */
final class PreviewTable {

    /**
     * The images, for the output and for the model.
     *
     * @param table the output table
     * @param samples those that the model keeps
     */
    record Previews(BufferedDataTable table, Optional<ModelSamples> samples) {}

    private PreviewTable() {}

    static DataTableSpec spec(final TargetType type, final List<String> classNames) {
        return new NewColumns()
                .addClass("Class", type, classNames)
                .add("Image", PngCells.TYPE)
                .addClass("Prediction", type, classNames)
                .addShare("Probability")
                .spec();
    }

    static Previews make(
            final JointModelPortObject port,
            final JointNetwork network,
            final LearnerParameters parameters,
            final ExecutionContext exec,
            final NodeProgress progress) {
        final TargetType type = port.getSpec().targetType();
        final List<String> names = port.getSpec().classNames();
        final BufferedDataContainer container = exec.createDataContainer(spec(type, names), true);
        final List<PixelImage> images = new ArrayList<>();
        try {
            new ConditionalSampler(network, port.model())
                    .sample(
                            requests(names.size(), parameters.m_previewsPerClass),
                            SamplingSettings.usual(parameters.m_seed),
                            progress,
                            sample -> {
                                container.addRowToTable(row(container.size(), sample, type, names));
                                if (isKept(sample.request(), parameters.m_previewsPerClass)) {
                                    images.add(sample.image());
                                }
                            });
        } finally {
            container.close();
        }
        return new Previews(
                container.getTable(),
                ModelSamples.of(images, Math.min(parameters.m_previewsPerClass, ModelSamples.MOST_PER_CLASS)));
    }

    /** Whether an image may be among those that the model keeps, so that not all need memory. */
    private static boolean isKept(final SampleRequest request, final int perClass) {
        return request.desiredClass() < ModelSamples.MOST_CLASSES
                && request.row() % perClass < ModelSamples.MOST_PER_CLASS;
    }

    private static List<SampleRequest> requests(final int classes, final int perClass) {
        final List<SampleRequest> requests = new ArrayList<>();
        for (int desired = 0; desired < classes; desired++) {
            for (int number = 0; number < perClass; number++) {
                requests.add(new SampleRequest(requests.size(), 0, desired));
            }
        }
        return requests;
    }

    private static DefaultRow row(
            final long number, final Sample sample, final TargetType type, final List<String> names) {
        final int desired = sample.request().desiredClass();
        return new DefaultRow(
                RowKey.createRowKey(number),
                type.cell(names.get(desired)),
                PngCells.of(sample.image()),
                type.cell(names.get(sample.predictedClass())),
                new DoubleCell(sample.probabilities()[desired]));
    }
}
