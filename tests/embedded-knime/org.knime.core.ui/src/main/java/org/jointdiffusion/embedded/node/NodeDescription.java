package org.jointdiffusion.embedded.node;

import java.util.List;
import org.knime.core.node.NodeFactory.NodeType;

/** What a node says about itself. */
public record NodeDescription(
        String name,
        String icon,
        String shortDescription,
        String fullDescription,
        NodeType type,
        List<String> keywords,
        List<Resource> resources,
        List<PortGroup> ports) {

    /** A link to further reading. */
    public record Resource(String href, String description) {}
}
