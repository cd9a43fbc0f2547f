package org.jointdiffusion.runner.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jointdiffusion.embedded.view.EmbeddedView;
import org.jointdiffusion.embedded.workflow.WorkflowNode;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Resource;

/** Turns the view of an executed node into one HTML file, with everything that it could ask for. */
public final class NodeView {

    /** A file with more rows than these would be too large to be opened with pleasure. */
    private static final int MOST_ROWS = 1000;

    private NodeView() {}

    /**
     * The view as one file.
     *
     * @param methods what the view calls besides {@code details}, all without arguments
     * @throws IllegalArgumentException when the node has no view
     * @throws IllegalStateException when the view cannot be filled, with its message
     */
    public static String of(final WorkflowNode node, final List<String> methods) {
        final EmbeddedView view = node.view()
                .orElseThrow(() -> new IllegalArgumentException("The node \"" + node.name() + "\" has no view."));
        try {
            return StandalonePage.of(
                    view.page().getRelativePath(), path -> read(view.page(), path), data(node, methods));
        } catch (final InvalidSettingsException exception) {
            throw new IllegalStateException(exception.getMessage(), exception);
        }
    }

    private static String data(final WorkflowNode node, final List<String> methods) throws InvalidSettingsException {
        final JsonObject initial = result(node.viewData().orElseThrow()).getAsJsonObject();
        final int rows = Math.min(MOST_ROWS, initial.get("size").getAsInt());
        initial.addProperty("size", rows);
        final JsonObject data = new JsonObject();
        data.add("initial", initial);
        data.add("details", result(node.callView("details", 0, rows)));
        for (final String method : methods) {
            data.add(method, result(node.callView(method)));
        }
        return data.toString();
    }

    private static JsonElement result(final String answer) {
        final JsonObject parsed = JsonParser.parseString(answer).getAsJsonObject();
        if (!parsed.has("result")) {
            throw new IllegalStateException("The view of the node could not be filled: " + answer);
        }
        return parsed.get("result");
    }

    private static String read(final Page page, final String path) {
        final Resource resource = path.equals(page.getRelativePath())
                ? page
                : page.getResource(path)
                        .orElseThrow(() -> new IllegalStateException("The view has no file " + path + "."));
        try (var stream = resource.getInputStream()) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (final IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
