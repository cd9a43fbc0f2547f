package org.jointdiffusion.nodes.sampler;

import java.util.Map;
import org.jointdiffusion.nodes.view.NodeViews;
import org.jointdiffusion.nodes.view.SampleRows;
import org.jointdiffusion.nodes.view.SampleService;
import org.jointdiffusion.nodes.view.ViewTable;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;

/** The node's view: all images by class, and which of them the classifier takes for another class. */
final class SamplerView {

    private static final String DESCRIPTION =
            """
            Shows the new images by the class that was asked for. Images that the model's own classifier takes for
            another class are marked, and each class has the share that it agrees with. The images can be filtered by
            class and by agreement; each shows its probabilities, its seed and the settings with which it was made.
            The images shown can be saved as one picture. Works with the keyboard (arrow keys, Home, End).
            """;

    private SamplerView() {}

    static DefaultView of(final RequireViewParameters view) {
        return NodeViews.of(
                view,
                "sampler",
                DESCRIPTION,
                internal -> new SampleRows(table(internal), "P (Class)")
                        .index(
                                Map.of("predictedProbability", "P (Prediction)"),
                                Map.of("seed", "Seed", "row", "Row", "settings", "Settings")),
                internal -> new SampleService(() -> table(internal)));
    }

    private static ViewTable table(final PortObject[] internal) {
        return ViewTable.of(internal, 1)[0];
    }
}
