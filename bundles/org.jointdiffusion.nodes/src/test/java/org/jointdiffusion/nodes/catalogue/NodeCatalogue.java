package org.jointdiffusion.nodes.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.jointdiffusion.embedded.node.NodeDescription;
import org.jointdiffusion.embedded.node.PortGroup;
import org.jointdiffusion.embedded.node.PortGroup.Mode;
import org.jointdiffusion.embedded.node.PortGroup.Side;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.testing.Factories;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNodeFactory;

/** The page docs/nodes.md, written from what the nodes say about themselves. */
final class NodeCatalogue {

    private static final String HEAD =
            """
            # The nodes

            Every node with its ports, options and view, in the order of a typical workflow. This page is made from the
            nodes themselves, and a test fails when it is not up to date: do not edit it, renew it as
            [CONTRIBUTING.md](../CONTRIBUTING.md) tells. The figures in the pictures of the views are examples, not
            results.
            """;

    private static final String SOURCES = "../bundles/org.jointdiffusion.nodes/src/main/java/";

    private NodeCatalogue() {}

    /** The whole page. */
    static String toMarkdown() {
        return HEAD + "\n"
                + Factories.all().stream().map(NodeCatalogue::entry).collect(Collectors.joining("\n"))
                + "\n"
                + Factories.all().stream().map(NodeCatalogue::node).collect(Collectors.joining());
    }

    private static String entry(final DefaultNodeFactory factory) {
        final NodeDescription node = EmbeddedNode.of(factory).description();
        return "* [" + node.name() + "](#" + anchor(node.name()) + "): " + MarkdownText.line(node.shortDescription());
    }

    /** The name of a heading in links, as GitHub makes it. */
    private static String anchor(final String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }

    private static String node(final DefaultNodeFactory factory) {
        final EmbeddedNode node = EmbeddedNode.of(factory);
        final NodeDescription description = node.description();
        final int inputs = (int) description.ports().stream()
                .filter(group -> group.side() == Side.INPUT)
                .count();
        return String.join(
                        "\n\n",
                        "\n## " + description.name(),
                        "![icon](" + SOURCES
                                + factory.getClass().getPackageName().replace('.', '/') + "/" + description.icon()
                                + ") *" + MarkdownText.line(description.shortDescription()) + "*",
                        MarkdownText.paragraphs(description.fullDescription()),
                        "### Ports of the " + description.name(),
                        ports(description.ports()),
                        "### Options of the " + description.name(),
                        new Options(node.parametersClass().orElseThrow(), inputs).toMarkdown(),
                        node.view()
                                .map(view ->
                                        view(description.name(), view.page().getRelativePath(), view.description()))
                                .orElse("It has no view of its own."),
                        "Found by " + String.join(", ", description.keywords()) + "."
                                + description.resources().stream()
                                        .map(resource ->
                                                " See [" + resource.description() + "](" + resource.href() + ").")
                                        .collect(Collectors.joining()))
                + "\n";
    }

    private static String ports(final List<PortGroup> groups) {
        return "| port | | holds |\n| --- | --- | --- |\n"
                + groups.stream()
                        .map(group -> "| " + (group.side() == Side.INPUT ? "in" : "out") + ": " + group.name()
                                + (group.mode() == Mode.OPTIONAL ? " (optional)" : "") + " | " + type(group) + " | "
                                + MarkdownText.cell(group.description()) + " |")
                        .collect(Collectors.joining("\n"));
    }

    private static String type(final PortGroup group) {
        final Optional<PortType> fixed = group.fixedTypes().stream().findFirst();
        final boolean isModel = fixed.map(JointModelPortObject.TYPE::equals)
                .orElseGet(() -> group.supported().test(JointModelPortObject.TYPE));
        return isModel ? "model" : "table";
    }

    private static String view(final String node, final String page, final String description) {
        final String picture = page.replace(".html", ".png");
        return "### View of the " + node + "\n\n" + MarkdownText.paragraphs(description) + "\n\n![The view of the "
                + node + "](views/" + picture + ")";
    }
}
