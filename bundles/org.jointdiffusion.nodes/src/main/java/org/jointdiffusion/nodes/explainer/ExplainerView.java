package org.jointdiffusion.nodes.explainer;

import org.jointdiffusion.nodes.view.NodeViews;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;

/** The node's view: all counterfactuals, each with the way to it, and an atlas of class transitions. */
final class ExplainerView {

    private static final String DESCRIPTION =
            """
            Shows every counterfactual beside its original: which part of the image decides, how much must change, and
            how sure the classifier is on the way from one to the other. A gallery can be filtered and sorted; an atlas
            of all pairs of classes shows where, on average, one class turns into another. Works with the keyboard
            (arrow keys, Enter, Escape).
            """;

    private ExplainerView() {}

    static DefaultView of(final RequireViewParameters view) {
        return NodeViews.of(
                view, "explainer", DESCRIPTION, internal -> ViewIndex.of(ViewTables.of(internal)), ViewService::new);
    }
}
