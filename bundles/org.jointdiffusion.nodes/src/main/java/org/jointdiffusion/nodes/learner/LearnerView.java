package org.jointdiffusion.nodes.learner;

import org.jointdiffusion.nodes.view.NodeViews;
import org.jointdiffusion.nodes.view.SampleService;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;

/** The node's view: how the training went, how good the model is, what it draws, how it was made. */
final class LearnerView {

    private static final String DESCRIPTION =
            """
            Shows how the training went and what came out of it. <i>Curves</i>: losses, accuracies and learning rate
            over the steps, with the step whose weights were kept. <i>Validation</i>: which classes are taken for which
            among the images that were kept out of the training, and whether the probabilities mean what they say
            before and after the calibration. <i>Previews</i>: images that the finished model drew. <i>Model card</i>:
            the facts of the training. Works with the keyboard.
            """;

    private LearnerView() {}

    static DefaultView of(final RequireViewParameters view) {
        return NodeViews.of(
                view,
                "learner",
                DESCRIPTION,
                internal -> LearnerViewTables.of(internal).index(),
                internal ->
                        new SampleService(() -> LearnerViewTables.of(internal).previewTable()));
    }
}
