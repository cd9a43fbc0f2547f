package org.jointdiffusion.nodes.explainer;

import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;

/** The node's view: a page in the bundle's folder {@code web/explainer}, and what it asks the node for. */
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
        return view.withoutParameters()
                .description(DESCRIPTION)
                .page(page -> page.fromFile()
                        .bundleClass(ExplainerView.class)
                        .basePath("web/explainer")
                        .relativeFilePath("explainer.html")
                        .addResourceDirectory("page"))
                .initialData(data -> data.data(input -> ViewIndex.of(ViewTables.of(input.getInternalPortObjects()))))
                .dataService(service -> service.handler(input -> new ViewService(input.getInternalPortObjects())));
    }
}
