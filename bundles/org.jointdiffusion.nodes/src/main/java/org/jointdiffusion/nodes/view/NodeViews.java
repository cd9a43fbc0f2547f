package org.jointdiffusion.nodes.view;

import java.util.function.Function;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;

/** Makes the views of the nodes: pages in the bundle's folder {@code web}, and what they ask their nodes for. */
public final class NodeViews {

    private NodeViews() {}

    /**
     * The view of a node.
     *
     * @param view where KNIME begins
     * @param name of the page {@code name.html} and of the folder with its modules, beside the folder {@code common}
     * @param description what the view shows, as text or HTML
     * @param initial gives the data that the page starts with, from what the node kept for its view
     * @param service gives the object whose public methods the page calls, from the same
     */
    public static DefaultView of(
            final RequireViewParameters view,
            final String name,
            final String description,
            final Function<PortObject[], Object> initial,
            final Function<PortObject[], Object> service) {
        return view.withoutParameters()
                .description(description)
                .page(page -> page.fromFile()
                        .bundleClass(NodeViews.class)
                        .basePath("web")
                        .relativeFilePath(name + ".html")
                        .addResourceDirectory("common")
                        .addResourceDirectory(name))
                .initialData(data -> data.data(input -> initial.apply(input.getInternalPortObjects())))
                .dataService(data -> data.handler(input -> service.apply(input.getInternalPortObjects())));
    }
}
