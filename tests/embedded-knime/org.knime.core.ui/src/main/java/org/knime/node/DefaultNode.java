package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jointdiffusion.embedded.dialog.ParametersRules;
import org.jointdiffusion.embedded.node.NodeDescription;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.RequirePorts.DynamicPortsAdder;

/** A node: its description, ports, model and view, built step by step from {@link #create()}. */
public final class DefaultNode implements FluentNodeAPI {

    private final String m_name;
    private final String m_icon;
    private final String m_shortDescription;
    private final String m_fullDescription;
    private final PortGroups m_ports = new PortGroups();
    private final DefaultModel m_model;
    private final List<String> m_keywords = new ArrayList<>();
    private final List<NodeDescription.Resource> m_resources = new ArrayList<>();
    private DefaultView m_view;
    private NodeType m_type;

    private DefaultNode(
            final String name,
            final String icon,
            final String shortDescription,
            final String fullDescription,
            final Consumer<DynamicPortsAdder> ports,
            final DefaultModel model) {
        m_name = name;
        m_icon = icon;
        m_shortDescription = shortDescription;
        m_fullDescription = fullDescription;
        ports.accept(m_ports);
        m_model = model;
    }

    /** Starts the description of a node. */
    public static RequireName create() {
        return name -> icon -> shortText -> fullText -> (major, minor, revision) -> ports ->
                model -> new DefaultNode(name, icon, shortText, fullText, ports, model.apply(DefaultModel.create()));
    }

    /** Adds the view of the node; a node has one at most. */
    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> view) {
        if (m_view != null) {
            throw new UnsupportedOperationException("The node \"" + m_name + "\" already has a view.");
        }
        m_view = view.apply(DefaultView.create());
        return this;
    }

    /** Sets the kind of the node, which decides about its colour; a node has one kind. */
    public DefaultNode nodeType(final NodeType nodeType) {
        if (m_type != null) {
            throw new IllegalStateException("The node \"" + m_name + "\" already has a type.");
        }
        m_type = nodeType;
        return this;
    }

    /** Sets the words under which the node is found; they can be set once. */
    public DefaultNode keywords(final String... keywords) {
        if (!m_keywords.isEmpty()) {
            throw new IllegalStateException("The node \"" + m_name + "\" already has keywords.");
        }
        m_keywords.addAll(List.of(keywords));
        return this;
    }

    /** Adds a link to further reading. */
    public DefaultNode addExternalResource(final String href, final String description) {
        m_resources.add(new NodeDescription.Resource(href, description));
        return this;
    }

    DefaultModel model() {
        return m_model;
    }

    Optional<DefaultView> view() {
        return Optional.ofNullable(m_view);
    }

    /** Returns the descriptions of all parameters and of the view. */
    List<String> descriptions() {
        final List<String> descriptions = new ArrayList<>();
        m_model.parametersClass().ifPresent(type -> descriptions.addAll(ParametersRules.check(type)));
        view().map(DefaultView::toEmbeddedView).ifPresent(view -> {
            descriptions.add(view.description());
            view.parametersClass().ifPresent(type -> descriptions.addAll(ParametersRules.check(type)));
        });
        return descriptions;
    }

    NodeDescription description() {
        return new NodeDescription(
                m_name,
                m_icon,
                m_shortDescription,
                m_fullDescription,
                Optional.ofNullable(m_type).orElse(NodeType.Other),
                List.copyOf(m_keywords),
                List.copyOf(m_resources),
                m_ports.groups());
    }

    /** Asks for the name. */
    public interface RequireName {
        RequireIcon name(String name);
    }

    /** Asks for the icon, a path relative to the factory's package. */
    public interface RequireIcon {
        RequireShortDescription icon(String icon);
    }

    /** Asks for a description of one sentence. */
    public interface RequireShortDescription {
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** Asks for the whole description, in HTML. */
    public interface RequireFullDescription {
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** Asks for the version with which the node appeared. */
    public interface RequireSinceVersion {
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** Asks for the model. */
    public interface RequireModel {
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}
