package org.jointdiffusion.nodes.modelio;

import org.jointdiffusion.nodes.view.NodeViews;
import org.jointdiffusion.nodes.view.SampleService;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;

/** The node's view: what the model draws, and its card. */
final class ModelReaderView {

    private static final String DESCRIPTION =
            """
            Shows what the model is. <i>Samples</i>: images of its first classes that it drew when its training was
            finished, if the Learner was asked for previews. <i>Model card</i>: its classes, its network, and the facts
            of its training.
            """;

    private ModelReaderView() {}

    static DefaultView of(final RequireViewParameters view) {
        return NodeViews.of(
                view,
                "model",
                DESCRIPTION,
                internal -> ModelReaderTables.of(internal).index(),
                internal ->
                        new SampleService(() -> ModelReaderTables.of(internal).samples()));
    }
}
